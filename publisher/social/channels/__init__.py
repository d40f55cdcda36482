"""One file for each network; a new file here is a new network, nothing else needs to know.

Each module has a docstring with the source of its rules, NAME, LIMIT, HASHTAGS, LINKS,
CREDENTIALS, NEEDS, `length(text)`, `measures(text)`, `compose(story)`, `compose_link(snippet)`,
and a class `Account` where we post by its API: docs/adding-a-channel.md.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from publisher.settings.networks import Channels
from publisher.social.account import Account, Credentials
from publisher.social.story import Measure, Snippet, Story


class Channel(Protocol):
    """What a module in this package offers."""

    NAME: str
    LIMIT: int
    HASHTAGS: int
    LINKS: bool
    CREDENTIALS: tuple[str, ...]
    NEEDS: tuple[str, ...]

    def length(self, text: str) -> int:
        """Count `text` as the network counts it."""

    def measures(self, text: str) -> tuple[Measure, ...]:
        """Return every measure the network sets a limit to, its main one first."""

    def compose(self, story: Story) -> Snippet:
        """Return the post for `story`, of whole parts; where it is too long its length says so."""

    def compose_link(self, snippet: Snippet) -> str:
        """Return the address where a person sends the post by hand."""


@cache
def channels() -> dict[str, Channel]:
    """Return every network's module by its key, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: cast("Channel", import_module(f"{__name__}.{name}")) for name in names}


def has_api(key: str) -> bool:
    """Whether we can post to that network ourselves."""
    return hasattr(channels()[key], "Account")


def account(key: str, given: Credentials, settings: Channels) -> Account | None:
    """Return the network's account, or None where posts go out by hand or never.

    Raises CredentialsError for a secret that can be none.
    """
    if not has_api(key) or getattr(settings, key).send != "api":
        return None
    module = cast("Any", channels()[key])
    made: Account | None = module.Account.from_environment(given, settings)
    return made
