"""One file for each network; a new file here is a new network, nothing else needs to know.

Each module has a docstring with the source of its rules, NAME, LIMIT, HASHTAGS, LINKS,
`length(text)`, `measures(text)` and `compose(story)`: docs/adding-a-channel.md.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from publisher.social.story import Measure, Snippet, Story


class Channel(Protocol):
    """What a module in this package offers."""

    NAME: str
    LIMIT: int
    HASHTAGS: int
    LINKS: bool

    def length(self, text: str) -> int:
        """Count `text` as the network counts it."""

    def measures(self, text: str) -> tuple[Measure, ...]:
        """Return every measure the network sets a limit to, its main one first."""

    def compose(self, story: Story) -> Snippet:
        """Return the post for `story`, of whole parts; where it is too long its length says so."""


@cache
def channels() -> dict[str, Channel]:
    """Return every network's module by its key, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: cast("Channel", import_module(f"{__name__}.{name}")) for name in names}
