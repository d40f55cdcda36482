"""The only door to the network: polite, bounded, and clear about failure."""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from pydantic import SecretStr
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProxyError

# Connecting and reading, in seconds; a person waits for the answer.
TIMEOUT = (5, 20)
# More than the longest record of a work with thousands of authors.
MAX_BYTES = 10_000_000
# Too many requests, and a server that is busy: who asks again at once makes it worse.
BUSY = frozenset({429, 503})


class UnreachableError(Exception):
    """A server could not be reached, or gave no useful answer; the message says which."""


class UntrustedError(UnreachableError):
    """A server is there, but cannot prove that it is the one that was asked for."""


class NotFoundError(Exception):
    """A server was reached and does not know what was asked for; the message is its name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a server says of an address, without its content.

    `status` and `url` are those at the end of all redirects; `moved` says that each of these
    was for good (301, 308) and that there was one.
    """

    status: int
    url: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered, whatever the status, at the end of all redirects."""

    status: int
    headers: Mapping[str, str] = field(repr=False)  # read without regard to capitals
    body: bytes = field(repr=False)


def read_page(url: str, site_url: str = "", mail: str = "", most: int = MAX_BYTES) -> Page:
    """What is at `url`, of a long answer its first `most` bytes.

    `mail` is who can be written to, as Crossref and NCBI ask for in their rules of politeness.
    Raises UnreachableError when nobody answers.
    """
    host = urlsplit(url).netloc
    try:
        with requests.get(
            url, timeout=TIMEOUT, headers=_headers(site_url, mail), stream=True
        ) as answer:
            body = b""
            for part in answer.iter_content(65_536):
                body += part
                if len(body) >= most:
                    break
            return Page(answer.status_code, answer.headers, body[:most])
    except (OSError, ValueError) as problem:  # ValueError: a host's name that can be none
        why = _why(problem) if isinstance(problem, OSError) else "is no server's name"
        message = f"{host} {why}"
        raise UnreachableError(message) from problem


def get_json(url: str, params: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - as json.loads
    """The JSON document at `url`.

    Raises NotFoundError for 404 and 410, and UnreachableError for everything else that is no
    answer: no network, no server, another status, too long, no JSON.
    """
    host = urlsplit(url).netloc
    try:
        with requests.get(
            url, params=params, timeout=TIMEOUT, headers=_headers(), stream=True
        ) as answer:
            if answer.status_code in (requests.codes.not_found, requests.codes.gone):
                raise NotFoundError(host)
            answer.raise_for_status()
            return _json(answer, host)
    except OSError as problem:  # what requests raises is one, and so is a missing certificate file
        message = f"{host} {_why(problem)}"
        raise UnreachableError(message) from problem


def post(url: str, body: bytes, mime: str, site_url: str) -> int:
    """Post `body` on behalf of the site, once; gives the status of the answer.

    Raises UnreachableError when there is none; the message may have arrived all the same.
    """
    headers = _headers(site_url) | {"Content-Type": mime}
    try:
        with requests.post(
            url, body, timeout=TIMEOUT, headers=headers, allow_redirects=False, stream=True
        ) as answer:
            return answer.status_code
    except OSError as problem:
        message = f"{urlsplit(url).netloc} {_why(problem)}"
        raise UnreachableError(message) from problem


def look(url: str, site_url: str, *, follow: bool = True) -> Found:
    """Whether there is something at `url`: asked by HEAD, and by GET where that is refused.

    Raises UnreachableError when nobody answers, UntrustedError for a bad certificate.
    """
    try:
        answer = _ask("HEAD", url, site_url, follow=follow)
        if answer.status >= requests.codes.bad_request and answer.status not in BUSY:
            answer = _ask("GET", url, site_url, follow=follow)
    except requests.exceptions.SSLError as problem:
        message = f"{urlsplit(url).netloc} has a certificate that is not valid"
        raise UntrustedError(message) from problem
    except (OSError, ValueError) as problem:  # ValueError: a host's name that can be none
        why = _why(problem) if isinstance(problem, OSError) else "is no server's name"
        message = f"{urlsplit(url).netloc} {why}"
        raise UnreachableError(message) from problem
    return answer


def _ask(method: str, url: str, site_url: str, *, follow: bool) -> Found:
    with requests.request(
        method,
        url,
        timeout=TIMEOUT,
        headers=_headers(site_url),
        allow_redirects=follow,
        stream=True,
    ) as answer:
        steps = [step.is_permanent_redirect for step in answer.history]
        return Found(answer.status_code, answer.url, bool(steps) and all(steps))


def _headers(site_url: str = "", mail: str = "") -> dict[str, str]:
    """Who asks, and on whose behalf."""
    agent = f"healthcare-publisher/{version('healthcare-publisher')}"
    behalf = "; ".join([f"+{site_url}"] * bool(site_url) + [f"mailto:{mail}"] * bool(mail))
    return {"User-Agent": f"{agent} ({behalf})" if behalf else agent}


def _json(answer: requests.Response, host: str) -> Any:  # noqa: ANN401 - as json.loads
    try:
        return json.loads(_body(answer, host))
    except (ValueError, RecursionError) as problem:
        message = f"{host} answered with something that is not JSON"
        raise UnreachableError(message) from problem


def _body(answer: requests.Response, host: str) -> bytes:
    body = b""
    for part in answer.iter_content(65_536):
        body += part
        if len(body) > MAX_BYTES:
            message = f"{host} sent more than {MAX_BYTES:,} bytes"
            raise UnreachableError(message)
    return body


def _why(problem: OSError) -> str:
    if isinstance(problem, requests.Timeout):
        return "did not answer in time"
    if isinstance(problem, requests.HTTPError) and problem.response is not None:
        return f"answered with status {problem.response.status_code}"
    if isinstance(problem, requests.ConnectionError):
        return "cannot be reached; is this computer online?"
    return f"gave no answer ({type(problem).__name__})"


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
            headers=_headers() | _plain(sending),
            data=_written(sending),
            files=sending.files,
            auth=lambda request: request,  # else requests looks into ~/.netrc for another
            timeout=TIMEOUT,
            allow_redirects=False,
            stream=True,
        ) as answer:
            return Response(
                answer.status_code, answer.headers, _struck(sending, _body(answer, host))
            )
    except UnreachableError as problem:
        return LostError(str(problem))
    except OSError as problem:
        if _unsent(problem):
            return UnreachableError(f"{host} {_why(problem)}")
        broke = isinstance(
            problem, requests.ConnectionError | requests.exceptions.ChunkedEncodingError
        )
        return LostError(f"{host} {'broke off' if broke else _why(problem)}")


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
