"""What each address of the built site holds, in digests: two lists compared say what changed.

The list stands at the site's root as `digests.json`, so that the site that is about to go out can
be held against the one that readers see:

    {"site": "9f86…", "pages": {"": "60303a…", "about/": "fd61a0…"}, "feeds": {"feed.xml": "a4e6…"}}

`site` is of every file but the list. `pages` are those that search engines may list; each digest
is of what a reader sees: title, description, and in `<main>` words, links and pictures. A new menu,
another template or other metadata changes none. A feed's digest is that of its bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from html import unescape
from pathlib import Path

from publisher.site.cache import digest

FILE = "digests.json"

# Our own templates write these, each in one way.
_NOINDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')
_HEAD = re.compile(r'<title>(.*?)</title>|<meta name="description" content="([^"]*)"', re.DOTALL)
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_SHOWN = re.compile(r'\s(?:alt|href|src)="([^"]*)"')


@dataclass(frozen=True)
class Digests:
    """The list; pages and feeds by their addresses relative to the site's root."""

    site: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    feeds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """The addresses of pages that are new, changed or gone, and of feeds that are new or changed.

    A feed that is gone has nothing to fetch, so nobody is told of it.
    """

    pages: tuple[str, ...]
    feeds: tuple[str, ...]


def changes(before: Digests, now: Digests) -> Changes:
    """What became of `before`, in the order of addresses."""
    gone = before.pages.keys() - now.pages.keys()
    pages = gone | set(_changed(before.pages, now.pages))
    return Changes(tuple(sorted(pages)), tuple(sorted(_changed(before.feeds, now.feeds))))


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    return (address for address, found in now.items() if before.get(address) != found)


def write(site: Path, feeds: Iterable[str]) -> None:
    """Write the list of the site in a folder, when all else is written; `feeds` are addresses."""
    text = json.dumps(asdict(of_site(site, frozenset(feeds))), ensure_ascii=False, indent=0)
    (site / FILE).write_text(f"{text}\n", encoding="utf-8")


def of_site(site: Path, feeds: frozenset[str]) -> Digests:
    """The list of the site in a folder."""
    files = {
        path: file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file() and (path := file.relative_to(site).as_posix()) != FILE
    }
    return Digests(
        digest(*(part for path, content in files.items() for part in (path, content))),
        dict(_pages(files)),
        {path: digest(content) for path, content in files.items() if path in feeds},
    )


def _pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path, content in files.items():
        if path == "index.html" or path.endswith("/index.html"):
            html = content.decode()
            if not _NOINDEX.search(html):
                yield path.removesuffix("index.html"), digest(*seen(html))


def seen(html: str) -> Iterator[str]:
    """What a reader sees of a page, piece by piece."""
    for title, description in _HEAD.findall(html):
        yield title or description
    main = "".join(_MAIN.findall(html))
    yield " ".join(unescape(_TAG.sub(" ", main)).split())
    yield from _SHOWN.findall(main)


def read(text: str) -> Digests:
    """The list as it stands in a file.

    Raises ValueError for what is no such list, as when a server answered with a page.
    """
    try:
        found = json.loads(text)
        parts = {key: dict(found.get(key, {})) for key in ("pages", "feeds")}
    except (ValueError, TypeError, AttributeError, RecursionError) as problem:
        message = "this is no list of digests, as `publisher build` writes it"
        raise ValueError(message) from problem
    return Digests(str(found.get("site", "")), **parts)
