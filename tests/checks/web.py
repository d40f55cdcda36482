"""The whole web on loopback: every address has the answer that a test gives it, others none."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

from requests.adapters import HTTPAdapter

from tests.loopback import Loopback, Quiet

CROSSREF = "https://api.crossref.org/works/"


@dataclass
class Answer:
    """What is at an address."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


# What the handle service says of a DOI that nobody has registered.
_UNKNOWN = Answer(404, b'{"responseCode": 100}')


class Web(Loopback):
    """`answers` by address; one that ends in `/` is for all below it."""

    def __init__(self) -> None:
        super().__init__(_Answering)
        self.answers: dict[str, Answer] = {}

    def of(self, address: str) -> Answer:
        if address in self.answers:
            return self.answers[address]
        above = (url for url in self.answers if url.endswith("/") and address.startswith(url))
        return next((self.answers[url] for url in above), _UNKNOWN)

    def work(self, doi: str, title: str) -> None:
        """Let Crossref know a work."""
        told = {"status": "ok", "message": {"type": "journal-article", "title": [title]}}
        self.answers[CROSSREF + quote(doi, safe="")] = Answer(200, json.dumps(told).encode())


class _Answering(Quiet):
    server: Web

    def _answer(self) -> None:
        answer = self.server.of(self.path.removeprefix("/"))
        self.send_response(answer.status)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(answer.body)

    do_GET = do_HEAD = _answer  # noqa: N815 - names of the standard library


@contextmanager
def web() -> Iterator[Web]:
    """Send every question there, with the address that was meant as its path."""
    send = HTTPAdapter.send

    def send_here(self: HTTPAdapter, request: Any, **options: Any) -> Any:
        asked = request.copy()
        asked.url = f"{here.url}{request.url}"
        answer = send(self, asked, **options)
        answer.url, answer.request = request.url, request
        return answer

    with Web() as here, patch.object(HTTPAdapter, "send", send_here):
        yield here
