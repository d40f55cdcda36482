"""The door to the open web: polite, bounded, clear about failure. Secrets: `_exchange.py`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import requests

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
            url, timeout=TIMEOUT, headers=headers_of(site_url, mail), stream=True
        ) as answer:
            body = b""
            for part in answer.iter_content(65_536):
                body += part
                if len(body) >= most:
                    break
            return Page(answer.status_code, answer.headers, body[:most])
    except (OSError, ValueError) as problem:  # ValueError: a host's name that can be none
        reason = why(problem) if isinstance(problem, OSError) else "is no server's name"
        message = f"{host} {reason}"
        raise UnreachableError(message) from problem


def get_json(url: str, params: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - as json.loads
    """The JSON document at `url`.

    Raises NotFoundError for 404 and 410, and UnreachableError for everything else that is no
    answer: no network, no server, another status, too long, no JSON.
    """
    host = urlsplit(url).netloc
    try:
        with requests.get(
            url, params=params, timeout=TIMEOUT, headers=headers_of(), stream=True
        ) as answer:
            if answer.status_code in (requests.codes.not_found, requests.codes.gone):
                raise NotFoundError(host)
            answer.raise_for_status()
            return _json(answer, host)
    except OSError as problem:  # what requests raises is one, and so is a missing certificate file
        message = f"{host} {why(problem)}"
        raise UnreachableError(message) from problem


def post(url: str, body: bytes, mime: str, site_url: str) -> int:
    """Post `body` on behalf of the site, once; gives the status of the answer.

    Raises UnreachableError when there is none; the message may have arrived all the same.
    """
    headers = headers_of(site_url) | {"Content-Type": mime}
    try:
        with requests.post(
            url, body, timeout=TIMEOUT, headers=headers, allow_redirects=False, stream=True
        ) as answer:
            return answer.status_code
    except OSError as problem:
        message = f"{urlsplit(url).netloc} {why(problem)}"
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
        reason = why(problem) if isinstance(problem, OSError) else "is no server's name"
        message = f"{urlsplit(url).netloc} {reason}"
        raise UnreachableError(message) from problem
    return answer


def _ask(method: str, url: str, site_url: str, *, follow: bool) -> Found:
    with requests.request(
        method,
        url,
        timeout=TIMEOUT,
        headers=headers_of(site_url),
        allow_redirects=follow,
        stream=True,
    ) as answer:
        steps = [step.is_permanent_redirect for step in answer.history]
        return Found(answer.status_code, answer.url, bool(steps) and all(steps))


def headers_of(site_url: str = "", mail: str = "") -> dict[str, str]:
    """Who asks, and on whose behalf."""
    agent = f"healthcare-publisher/{version('healthcare-publisher')}"
    behalf = "; ".join([f"+{site_url}"] * bool(site_url) + [f"mailto:{mail}"] * bool(mail))
    return {"User-Agent": f"{agent} ({behalf})" if behalf else agent}


def _json(answer: requests.Response, host: str) -> Any:  # noqa: ANN401 - as json.loads
    try:
        return json.loads(body_of(answer, host))
    except (ValueError, RecursionError) as problem:
        message = f"{host} answered with something that is not JSON"
        raise UnreachableError(message) from problem


def body_of(answer: requests.Response, host: str) -> bytes:
    """The body of an answer; raises UnreachableError for one that is too long."""
    body = b""
    for part in answer.iter_content(65_536):
        body += part
        if len(body) > MAX_BYTES:
            message = f"{host} sent more than {MAX_BYTES:,} bytes"
            raise UnreachableError(message)
    return body


def why(problem: OSError) -> str:
    """What became of a question, in words that go on after the server's name."""
    if isinstance(problem, requests.Timeout):
        return "did not answer in time"
    if isinstance(problem, requests.HTTPError) and problem.response is not None:
        return f"answered with status {problem.response.status_code}"
    if isinstance(problem, requests.ConnectionError):
        return "cannot be reached; is this computer online?"
    return f"gave no answer ({type(problem).__name__})"
