"""A service on loopback that answers as it is told to, and remembers what it was sent."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from tests.loopback import Loopback, Quiet


@dataclass(frozen=True)
class Request:
    """What arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


# Status and headers.
Answer = tuple[int, dict[str, str]]


class Service(Loopback):
    """Answers each path as `paths` says, with an answer or what makes one; others by `status`."""

    status = 202

    def __init__(self) -> None:
        super().__init__(_Answering)
        self.requests: list[Request] = []
        self.paths: dict[str, Answer | Callable[[Request], Answer]] = {}

    def told(self) -> list[dict[str, str]]:
        """Each form that was posted."""
        return [dict(parse_qsl(request.body.decode())) for request in self.requests]


class _Answering(Quiet):
    server: Service

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = Request(self.command, self.path, dict(self.headers.items()), body)
        self.server.requests.append(request)
        known = self.server.paths.get(self.path, (self.server.status, {}))
        status, headers = known(request) if callable(known) else known
        self.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        with contextlib.suppress(OSError):  # who asked has had enough
            self.end_headers()

    do_GET = do_HEAD = do_POST = _respond  # noqa: N815 - names of the standard library
