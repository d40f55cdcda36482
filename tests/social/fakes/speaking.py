"""A fake network's server: what every one of them needs."""

import json
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.loopback import Loopback, Quiet


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: Any
    body: bytes

    def json(self) -> Any:
        assert self.headers["Content-Type"] == "application/json"
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True)
class Reply:
    status: int
    said: Any = None
    headers: tuple[tuple[str, str], ...] = ()


class Fake(Loopback, ABC):
    """Answers on loopback with what `answer` returns, one request after the other."""

    def __init__(self) -> None:
        super().__init__(_Answer)
        self.lock = threading.Lock()

    @abstractmethod
    def answer(self, request: Request) -> Reply:
        """What the network says to `request`."""


class _Answer(Quiet):
    server: Fake

    def _do(self) -> None:
        length = int(self.headers["Content-Length"] or 0)
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        request = Request(self.command, parts.path, query, self.headers, self.rfile.read(length))
        with self.server.lock:
            reply = self.server.answer(request)
        body = b"" if reply.said is None else json.dumps(reply.said).encode()
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = _do  # noqa: N815 - as http.server calls them
