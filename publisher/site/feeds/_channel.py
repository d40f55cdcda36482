"""A feed before it has a format: what every format tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from publisher.site.views import Picture


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an entry; `url` is their page."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article.

    `id` is a URN that nothing changes; `html` holds absolute addresses only; the dates bear a
    zone; the address of `picture`, the lead picture, is a URL.
    """

    id: str
    title: str
    url: str
    html: str
    summary: str
    language: str
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    published: datetime
    updated: datetime
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed: whose it is, where it stands, and its entries, newest first, at least one.

    `url` is the feed's own, `home_url` the page's whose feed it is; `icon` is a square picture's
    URL; `stylesheet` leads from the feed to the style that a browser shows it in. `hub` is the
    WebSub hub that is told of each change, by its URL; empty where none is.
    """

    id: str
    title: str
    description: str
    language: str
    author: Author
    url: str
    home_url: str
    icon: str
    stylesheet: str
    entries: tuple[Entry, ...]
    hub: str = ""

    @property
    def updated(self) -> datetime:
        """When the newest change was made."""
        return max(entry.updated for entry in self.entries)
