"""What a page is about, decided before any template or search engine sees it.

Every address is relative to the site's root, ends with `/` for a page and is empty for the
home page of the first language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from publisher.content.article import Article
from publisher.content.people import Person
from publisher.content.topics import Topic

Kind = Literal[
    "home",
    "article",
    "topic",
    "topics",
    "person",
    "people",
    "archive",
    "page",
    "feeds",
    "search",
    "unavailable",
    "404",
]


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one width, as WebP: its address, its width in pixels, and what it is made of.

    `source` is a path from the publication's root.
    """

    address: str
    width: int
    source: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is served: address, size in pixels, MIME type, text for who cannot see it.

    `renditions` are the same picture in other widths, the narrowest first. `size` is in bytes, 0
    where nobody counts them. `version` tells apart what is served at one address before and after
    a change. `caption` and `credit` are what its author says of it.
    """

    address: str
    width: int
    height: int
    mime: str
    alt: str
    size: int
    renditions: tuple[Rendition, ...] = ()
    version: str = ""
    caption: str = ""
    credit: str = ""

    def srcset(self, root: str) -> str:
        """Its renditions as HTML's `srcset` lists them; `root` leads to the site's root."""
        return ", ".join(f"{root}{each.address} {each.width}w" for each in self.renditions)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as it is advertised."""

    title: str
    address: str
    mime: str
    language: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the organisation has to say before all else; a banner on every page.

    `address`, relative to the site's root, is where it stands in full.
    """

    text: str
    language: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """What pages show of the world outside the folder of texts.

    `posts` maps an article's id to the posts that went out, as (network's name, address).
    """

    posts: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    statement: Statement | None = None


NOTHING_OUTSIDE = Outside()


@dataclass(frozen=True, slots=True)
class View:
    """One page: what it is called, what it shows, and how it hangs together with others.

    `crumbs` are (name, address) from the home page down to the page itself. `alternates` are
    (language, address) of every page that says the same, itself included, the original first;
    empty where there is one language only. `articles` are those that a listing shows, newest
    first; `entries` are the (name, address, note) that a list of topics, people or years shows.
    `older` and `newer` are the neighbours of a listing that has several pages. `crops` are the
    pictures that search engines show in other shapes than networks do.
    """

    kind: Kind
    address: str
    title: str
    description: str
    language: str
    picture: Picture
    crumbs: tuple[tuple[str, str], ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    article: Article | None = None
    person: tuple[str, Person] | None = None
    topic: tuple[str, Topic] | None = None
    articles: tuple[Article, ...] = ()
    entries: tuple[tuple[str, str, str], ...] = ()
    older: str | None = None
    newer: str | None = None
    indexed: bool = True
    crops: tuple[Picture, ...] = ()
