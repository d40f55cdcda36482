"""Which addresses the site has, as far as links and former addresses must know."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

# Addresses at the site's root that the build itself fills.
RESERVED = frozenset(
    {"index", "articles", "topics", "people", "archive", "feeds", "assets", "search", "404"}
)
# Files at the site's root that the build itself writes.
ROOT_FILES = frozenset({"index.html", "404.html", "digests.json", "robots.txt", "sitemap.xml"})

# Rooms of the site whose every page the build alone knows.
_ROOMS = frozenset({"archive", "feeds", "assets", "search"})


class Page(Enum):
    """Whether there is a page at an address: for all, for nobody yet, or never."""

    LIVING = "living"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a site at `site_url`, each relative to its root.

    `living` are articles, standing pages and former addresses, and `paths` the sources of the
    first two; `hidden` are drafts, embargoed and withheld articles; `people` and `topics` are
    the keys that have, or may have, a page, None if nobody can say.
    """

    site_url: str
    paths: AbstractSet[str]
    living: AbstractSet[str]
    hidden: AbstractSet[str]
    languages: AbstractSet[str]
    people: AbstractSet[str] | None
    topics: AbstractSet[str] | None

    def has(self, path: str) -> bool:
        """Whether readers find a page at `path`, which begins with `/` as a link does."""
        return self.page(path) is Page.LIVING

    def page(self, path: str) -> Page:
        """Whether there is a page at `path`, which begins with `/` as a link does."""
        base = urlsplit(self.site_url).path or "/"
        if not f"{path}/".startswith(base):
            return Page.UNKNOWN
        address = path.removeprefix(base).strip("/")
        room, _, rest = address.partition("/")
        if room in self.languages:
            room, _, rest = rest.partition("/")
        if not room or address in ROOT_FILES or f"{address}/" in self.living:
            return Page.LIVING
        if f"{address}/" in self.hidden:
            return Page.HIDDEN
        return Page.LIVING if self._in_room(room, rest.partition("/")[0]) else Page.UNKNOWN

    def _in_room(self, room: str, name: str) -> bool:
        if room in _ROOMS:
            return True
        rooms = {"people": self.people, "topics": self.topics}
        keys = rooms.get(room)
        return room in rooms and (not name or keys is None or name in keys)
