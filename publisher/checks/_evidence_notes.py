"""The footnotes of a document: where each is named, and where it is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from publisher.checks._document import Document
from publisher.content.located import Place
from publisher.content.prose import mask

# As Python-Markdown's extension reads them: a definition begins a line.
_NAMED = re.compile(r"\[\^(?P<name>[^\]\s]{1,100}+)\]")
_DEFINED = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,100}+)\]:", re.MULTILINE)


def named(document: Document) -> Mapping[str, Place]:
    """The first place of each footnote that the text names."""
    text = _masked(document)
    defined_at = {match.start("name") for match in _DEFINED.finditer(text)}
    found = (note for note in _NAMED.finditer(text) if note.start("name") not in defined_at)
    return _first(document, text, found)


def defined(document: Document) -> Mapping[str, Place]:
    """The first place of each footnote that is written."""
    text = _masked(document)
    return _first(document, text, _DEFINED.finditer(text))


@lru_cache(maxsize=2)
def _masked(document: Document) -> str:
    """The body without code and comments; nothing where it has no footnotes."""
    return mask(document.body) if "[^" in document.body else ""


def _first(document: Document, text: str, notes: Iterator[re.Match[str]]) -> Mapping[str, Place]:
    line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    places: dict[str, Place] = {}
    for note in notes:
        if note["name"] not in places:
            start = note.start("name") - 2
            line = bisect_right(line_starts, start) - 1
            places[note["name"]] = (document.body_line + line, start - line_starts[line] + 1)
    return places
