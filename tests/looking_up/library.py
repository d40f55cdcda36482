"""Crossref, PubMed, ClinicalTrials.gov, the handle service and some pages, all on loopback.

What they answer has the shape of the services' own answers, cut to what is read and a little
beside it: https://api.crossref.org/works/10.1016/s0140-6736(97)11096-0, esummary.fcgi of
https://eutils.ncbi.nlm.nih.gov/entrez/eutils/, https://clinicaltrials.gov/api/v2/studies/.
"""

import contextlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from publisher import citing
from publisher.looking_up import services
from tests.loopback import Loopback, Quiet

WITHDRAWN_PAPER = "10.1016/s0140-6736(97)11096-0"


def work(title: str, **more: Any) -> dict[str, Any]:
    """A Crossref answer about one work."""
    message = {"type": "journal-article", "title": [title], "container-title": ["A journal"]}
    return {"status": "ok", "message-type": "work", "message": message | more}


def update(kind: str, doi: str, *date: int) -> dict[str, Any]:
    """What Crossref writes into `updated-by`."""
    return {
        "DOI": doi,
        "type": kind,
        "label": kind.title(),
        "source": "retraction-watch",
        "updated": {"date-parts": [list(date)], "timestamp": 1265414400000},
    }


def summary(uid: str, title: str, **more: Any) -> dict[str, Any]:
    """An answer of E-utilities about one paper."""
    told = {"uid": uid, "pubdate": "2020 Jan", "title": title, "pubtype": ["Journal Article"]}
    header = {"type": "esummary", "version": "0.3"}
    return {"header": header, "result": {"uids": [uid], uid: told | {"references": []} | more}}


@dataclass
class Answer:
    """What a server says to one question."""

    body: Any = b""
    status: int = 200
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def sent(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class Library(Loopback):
    """Answers `works`, `papers`, `trials`, `handles` and `pages` by key; remembers the questions.

    An answer can be a list: one after the other, the last for ever.
    """

    def __init__(self) -> None:
        super().__init__(_Answering)
        self.works: dict[str, Any] = {}
        self.papers: dict[tuple[str, str], Any] = {}
        self.trials: dict[str, Any] = {}
        self.handles: dict[str, Any] = {}
        self.pages: dict[str, Any] = {}
        self.asked: list[str] = []
        self.agents: list[str] = []

    def known(self, path: str) -> Any:
        parts = urlsplit(path)
        place, _, name = unquote(parts.path).lstrip("/").partition("/")
        if place == "works":
            return self.works.get(name, Answer(b"Resource not found.", 404))
        if place == "handles":
            missing = Answer({"responseCode": 100, "handle": name}, 404)
            return self.handles.get(name, missing)
        if place == "studies":
            return self.trials.get(name, Answer(b"NCT number not found", 404))
        if place == "esummary.fcgi":
            asked = parse_qs(parts.query)
            database, uid = asked["db"][0], asked["id"][0]
            missing = Answer(summary(uid, "", error="cannot get document summary"))
            return self.papers.get((database, uid), missing)
        return self.pages.get(f"/{place}", Answer(b"", 404))

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Be asked instead of the real services."""
        patch.setattr(citing, "CROSSREF", f"{self.url}works/")
        patch.setattr(citing, "PUBMED", f"{self.url}esummary.fcgi")
        patch.setattr(services, "HANDLES", f"{self.url}handles/")
        patch.setattr(services, "TRIALS", f"{self.url}studies/")


class _Answering(Quiet):
    server: Library

    def _answer(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.append(self.headers["User-Agent"])
        known = self.server.known(self.path)
        if isinstance(known, list):
            known = known.pop(0) if len(known) > 1 else known[0]
        answer = known if isinstance(known, Answer) else Answer(known)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.sent)))
        for name, value in answer.headers:
            self.send_header(name, value)
        with contextlib.suppress(OSError):  # who asked has had enough
            self.end_headers()
            self.wfile.write(answer.sent)

    do_GET = _answer  # noqa: N815 - a name of the standard library
