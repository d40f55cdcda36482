"""The only door to the network: polite, bounded, and clear about failure."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import requests

# Connecting and reading, in seconds; a person waits for the answer.
TIMEOUT = (5, 20)
# More than the longest record of a work with thousands of authors.
MAX_BYTES = 10_000_000


class UnreachableError(Exception):
    """A server could not be reached, or gave no useful answer; the message says which."""


class NotFoundError(Exception):
    """A server was reached and does not know what was asked for; the message is its name."""


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


def _headers(site_url: str = "") -> dict[str, str]:
    """Who asks, and on whose behalf."""
    agent = f"healthcare-publisher/{version('healthcare-publisher')}"
    return {"User-Agent": f"{agent} (+{site_url})" if site_url else agent}


def _json(answer: requests.Response, host: str) -> Any:  # noqa: ANN401 - as json.loads
    body = b""
    for part in answer.iter_content(65_536):
        body += part
        if len(body) > MAX_BYTES:
            message = f"{host} sent more than {MAX_BYTES:,} bytes"
            raise UnreachableError(message)
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as problem:
        message = f"{host} answered with something that is not JSON"
        raise UnreachableError(message) from problem


def _why(problem: OSError) -> str:
    if isinstance(problem, requests.Timeout):
        return "did not answer in time"
    if isinstance(problem, requests.HTTPError) and problem.response is not None:
        return f"answered with status {problem.response.status_code}"
    if isinstance(problem, requests.ConnectionError):
        return "cannot be reached; is this computer online?"
    return f"gave no answer ({type(problem).__name__})"
