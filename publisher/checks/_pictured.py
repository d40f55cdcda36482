"""Who is to be seen in the pictures of a text, as their alt texts and captions say."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document
from publisher.checks._phrases import phrases
from publisher.content.passages import Kind, Passage


def patients(document: Document) -> Iterator[tuple[Passage, int]]:
    """Yield where the words of a picture say that it shows a patient."""
    return _shown(document, "patient")


def staff(document: Document) -> Iterator[tuple[Passage, int]]:
    """Yield where the words of a picture say that it shows somebody who works here."""
    return _shown(document, "staff")


def pictures(document: Document) -> Iterator[Passage]:
    """Yield the words of each picture that is no drawing and shows nobody who is paid to be."""
    for passage in document.of(Kind.ALT, Kind.CAPTION):
        if all(each.said != "drawn" for each in phrases(passage, "consent-picture")):
            yield passage


def _shown(document: Document, who: str) -> Iterator[tuple[Passage, int]]:
    for passage in pictures(document):
        for each in phrases(passage, "consent-picture"):
            if each.said == who:
                yield passage, each.start
                break
