"""The only door to the network: polite, bounded, and clear about failure."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import requests

# Connecting and reading, in seconds; a person waits for the answer.
TIMEOUT = (5, 20)


class UnreachableError(Exception):
    """A server could not be reached, or gave no useful answer; the message says which."""


class NotFoundError(Exception):
    """A server was reached and does not know what was asked for."""


def get_json(url: str, params: dict[str, str] | None = None) -> Any:
    """The JSON document at `url`.

    Raises NotFoundError for 404 and UnreachableError for everything else that is no answer.
    """
    host = url.split("/")[2]
    agent = f"healthcare-publisher/{version('healthcare-publisher')}"
    try:
        answer = requests.get(url, params=params, timeout=TIMEOUT, headers={"User-Agent": agent})
        if answer.status_code == requests.codes.not_found:
            raise NotFoundError(host)
        answer.raise_for_status()
        return answer.json()
    except requests.RequestException as problem:
        message = f"{host} gave no answer ({type(problem).__name__})"
        raise UnreachableError(message) from problem
