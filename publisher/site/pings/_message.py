"""A message before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message that tells a service of changes.

    `to` is the address that it is posted to, `about` the URLs that it names; `refusals` says in
    words what the service means by a status that is no success.
    """

    service: str
    to: str
    mime: str
    body: bytes
    about: tuple[str, ...]
    refusals: Mapping[int, str]
