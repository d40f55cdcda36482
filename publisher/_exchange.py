"""The door to accounts: what is sent with a secret, once, and the secret is seen nowhere else."""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from pydantic import SecretStr
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProxyError

from publisher import _http
from publisher._http import UnreachableError, body_of, headers_of, why


class LostError(UnreachableError):
    """What was sent may have arrived, but its answer did not, or not whole."""


Fields = Mapping[str, "str | SecretStr"]


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent: a method, an address, header fields, and `json`, `data` or a form's `files`.

    A secret stands in header fields and JSON only as SecretStr, so that nothing that prints this
    value prints the secret. It never stands in an address, which servers and proxies write down.
    `hidden` are secrets that a field was made of: an answer that repeats one is struck through.
    """

    method: str
    url: str
    headers: Fields = field(default_factory=dict)
    params: Mapping[str, str] | None = None
    json: Any = None
    data: bytes | None = field(default=None, repr=False)
    files: Mapping[str, tuple[str, bytes, str]] | None = field(default=None, repr=False)
    form: Mapping[str, str] | None = None
    hidden: tuple[SecretStr, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What came back; the body is not printed, because it can be a new session's secret."""

    status: int
    headers: Mapping[str, str] = field(repr=False)  # read without regard to capitals
    body: bytes = field(repr=False)

    def said(self) -> Any:  # noqa: ANN401 - as json.loads
        """Return the body's JSON; raises ValueError where it is none, or was cut short."""
        try:
            return json.loads(self.body)
        except RecursionError as problem:
            raise ValueError from problem


def exchange(sending: Sending) -> Response:
    """Send, once and to nobody else, and return what the server answered, whatever its status.

    A redirect is not followed: it would take the secret elsewhere. Raises UnreachableError when
    nothing was sent, and LostError when it may have been.
    """
    answer = _exchanged(sending)
    if isinstance(answer, UnreachableError):
        raise answer  # made where no frame of the traceback holds a secret
    return answer


def _exchanged(sending: Sending) -> Response | UnreachableError:
    host = urlsplit(sending.url).netloc
    try:
        with requests.request(
            sending.method,
            sending.url,
            params=sending.params,
            headers=headers_of() | _plain(sending),
            data=_written(sending),
            files=sending.files,
            auth=lambda request: request,  # else requests looks into ~/.netrc for another
            timeout=_http.TIMEOUT,
            allow_redirects=False,
            stream=True,
        ) as answer:
            return Response(
                answer.status_code, answer.headers, _struck(sending, body_of(answer, host))
            )
    except UnreachableError as problem:
        return LostError(str(problem))
    except OSError as problem:
        if _unsent(problem):
            return UnreachableError(f"{host} {why(problem)}")
        broke = isinstance(
            problem, requests.ConnectionError | requests.exceptions.ChunkedEncodingError
        )
        return LostError(f"{host} {'broke off' if broke else why(problem)}")


def _plain(sending: Sending) -> dict[str, str]:
    kind = {} if sending.json is None else {"Content-Type": "application/json"}
    return kind | {name: _revealed(value) for name, value in sending.headers.items()}


def _written(sending: Sending) -> bytes | Mapping[str, str] | None:
    if sending.json is not None:
        return json.dumps(sending.json, default=_revealed, ensure_ascii=False).encode()
    return sending.form if sending.data is None else sending.data


def _revealed(value: str | SecretStr) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _struck(sending: Sending, body: bytes) -> bytes:
    """Return the answer without the secrets it repeats, as some do in "malformed token …"."""
    values = [*sending.headers.values(), *(sending.json or {}).values(), *sending.hidden]
    for secret in (_revealed(value) for value in values if isinstance(value, SecretStr)):
        token = secret.rpartition(" ")[2]
        for form in (token, json.dumps(token)[1:-1], quote(token, safe="")):
            body = body.replace(form.encode(), b"***")
    return body


def _unsent(problem: OSError) -> bool:
    """Whether not even a connection was made, so that nothing can have arrived.

    What urllib3 calls a proxy's error can come after the request was sent through it, too (seen).
    """
    reason = getattr(_first(problem), "reason", None)
    if isinstance(reason, ProxyError):
        reason = reason.original_error
    return isinstance(reason, ConnectTimeoutError | NewConnectionError) or isinstance(
        _first(reason), ssl.SSLCertVerificationError
    )


def _first(problem: object) -> object:
    return next(iter(getattr(problem, "args", ())), None)
