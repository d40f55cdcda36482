"""Who is told after a deploy, each of a change once. One file here is one service.

A message is never sent twice: where nobody knows whether it arrived, that is told and left.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from publisher import _http
from publisher.content.publication import Publication
from publisher.site.digests import Changes, Digests, changes
from publisher.site.pings._message import Message

__all__ = ["Message", "messages", "send"]

_SUCCESS = range(200, 300)


class Service(Protocol):
    """What a module in this folder offers."""

    @staticmethod
    def messages(publication: Publication, changes: Changes) -> Iterator[Message]:
        """The messages that tell this service of changes."""


@cache
def services() -> tuple[Service, ...]:
    """Every service, in order of its file's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(cast("Service", module) for module in modules)


def messages(publication: Publication, before: Digests, now: Digests) -> list[Message]:
    """Every message that tells what became of `before`; none while it is a sample."""
    if publication.is_sample:
        return []
    changed = changes(before, now)
    return [told for service in services() for told in service.messages(publication, changed)]


def send(message: Message, site_url: str) -> str:
    """Send a message; why it did not arrive, or an empty text."""
    try:
        status = _http.post(message.to, message.body, message.mime, site_url)
    except _http.UnreachableError as problem:
        return str(problem)
    if status in _SUCCESS:
        return ""
    return message.refusals.get(status, f"the answer has status {status}")
