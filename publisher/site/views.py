"""What a page is about, decided before any template or search engine sees it.

Every address is relative to the site's root, ends with `/` for a page and is empty for the
home page of the first language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publisher.content.article import Article
from publisher.content.people import Person
from publisher.content.topics import Topic

Kind = Literal[
    "home", "article", "topic", "topics", "person", "people", "archive", "page", "feeds", "404"
]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is served: address, size in pixels, MIME type, text for who cannot see it.

    `size` is in bytes, 0 where nobody counts them. `version` tells apart what is served at one
    address before and after a change. `caption` and `credit` are what its author says of it.
    """

    address: str
    width: int
    height: int
    mime: str
    alt: str
    size: int
    version: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as it is advertised."""

    title: str
    address: str
    mime: str
    language: str


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
