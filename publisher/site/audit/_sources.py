"""Which file a page was made of, and on which line of it something was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from publisher.content.located import Place
from publisher.content.publication import Publication
from publisher.site.redirects import file_for

_KEYED = re.compile(r"(?:[^/]+/)?(topics|people)/([^/]+)/")
_CONFIGURATION = "mkdocs.yml"
# Whose addresses follow from the number that an article's reference names.
_REGISTERS = frozenset({"doi.org", "pubmed.ncbi.nlm.nih.gov", "clinicaltrials.gov"})


class Sources:
    """The files of one publication."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self._lines: dict[str, list[str]] = {}

    def path(self, address: str) -> str:
        """The file from which the page at `address` follows: its text, or what names it."""
        if text := self._texts.get(address):
            return text
        if keyed := _KEYED.match(address):
            return f"{self.publication.content}/{keyed[1]}.yml"
        return _CONFIGURATION

    def is_text(self, address: str) -> bool:
        """Whether the page at `address` is an article or a standing page."""
        return address in self._texts

    def beginning(self, address: str) -> Place:
        """Where a page begins in its file: at its key, or at the top."""
        keyed = _KEYED.match(address) if address not in self._texts else None
        return (self.place(self.path(address), f"{keyed[2]}:") if keyed else None) or (1, 1)

    def place(self, path: str, words: str) -> Place | None:
        """Line and column, from 1, at which `words` first stand; None where they do not."""
        if path not in self._lines:
            file = self.publication.root / path
            text = file.read_text("utf-8", "replace") if file.is_file() else ""
            self._lines[path] = text.splitlines()
        for number, line in enumerate(self._lines[path] if words else (), 1):
            if (column := line.find(words)) >= 0:
                return number, column + 1
        return None

    def written(self, path: str, url: str) -> str:
        """How an outside URL stands in a file, whole or as a number; empty where it does not."""
        return self.first(path, (url, url.removesuffix("/"), *_names(url)))

    def first(self, path: str, ways: Iterable[str]) -> str:
        """The first of `ways` that stands in a file; empty where none does."""
        return next((way for way in ways if self.place(path, way)), "")

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Address → path, of articles, their former addresses and standing pages."""
        articles, content = self.publication.articles, self.publication.pages
        texts = {
            file_for(alias).removesuffix("index.html"): article.path
            for article in articles
            for alias in article.aliases
        }
        texts |= {f"{page.slug}/": page.path for page in content}
        return texts | {article.address: article.path for article in articles}


def _names(url: str) -> tuple[str, ...]:
    """What stands for a URL where only a part of it is written, the plainest first."""
    parts = urlsplit(url)
    path = PurePosixPath(unquote(parts.path))
    if parts.hostname in _REGISTERS:
        return (unquote(parts.path).strip("/"), path.name)
    return ()


def own_names(url: str, fragment: str) -> tuple[str, ...]:
    """What may stand in a text for an address on our own site, the plainest first."""
    path = PurePosixPath(unquote(urlsplit(url).path))
    heading = f"#{fragment}" if fragment else ""
    return (f"{path.name}.md{heading}", f"{path}/{heading}", str(path), heading, path.name)
