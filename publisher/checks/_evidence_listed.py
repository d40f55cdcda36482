"""The works that an article lists or links to, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publisher.checks._document import Document
from publisher.content.located import Place
from publisher.content.passages import Kind
from publisher.content.references import Reference


class Listed(NamedTuple):
    """A work of the list: which one, what it says, and where it stands."""

    work: Reference
    place: Place


def listed(document: Document) -> Iterator[Listed]:
    """Yield each work of `references`."""
    for at, work in enumerate(document.article.references if document.article else ()):
        yield Listed(work, document.place("references", at))


def linked(document: Document) -> Iterator[tuple[str, Place]]:
    """Yield each address that the text leads to."""
    for passage in document.of(Kind.ADDRESS):
        if passage.text.startswith("http") and passage.places[0][0] >= document.body_line:
            yield passage.text, passage.place()


def noticed(document: Document, title: re.Pattern[str], *words: str) -> list[Listed]:
    """The works whose title is that of a notice, where the text has none of `words` about it."""
    works = [each for each in listed(document) if title.match(each.work.title or "")]
    return [] if works and says(document, *words) else works


def says(document: Document, *words: str) -> bool:
    """Whether the text of the article has one of `words`."""
    texts = [each.text.casefold() for each in document.prose]
    return any(word in text for text in texts for word in words)
