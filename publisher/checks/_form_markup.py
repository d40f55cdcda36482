"""The Markdown of a document as it is written: its elements, addresses and lines.

Passages tell what a reader reads; what checks of form look at is the markup that they leave out.
Code and comments are spaces here, so that every offset is that of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from publisher.checks._document import Document, Found
from publisher.content.masking import without_indented_code
from publisher.content.prose import Target, mask, targets_in

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?=[\s/>])"
    r"(?P<inside>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])(?P<name>[A-Za-z_:@][\w:.-]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'=<>`]++)))?"
)


class Tag(NamedTuple):
    """An element's tag: its name in small letters, and its attributes with what they are."""

    name: str
    closes: bool
    attributes: Mapping[str, str]
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Markup:
    """The body of a document; `text` is it without code and comments, letter for letter."""

    document: Document
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag of raw HTML in order."""
        return tuple(self._tags()) if "<" in self.text else ()

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every link, picture and definition, kind by kind."""
        return tuple(targets_in(self.document.body, self.text))

    def words_within(self, tag: Tag) -> str:
        """The text from a tag to the one that closes it, at most 2,000 letters on."""
        closing = re.compile(rf"</{tag.name}\s*+>", re.IGNORECASE)
        end = closing.search(self.text, tag.end, tag.end + 2000)
        return self.text[tag.end : end.start() if end else tag.end + 2000]

    def found(self, offset: int, message: str, fix: str, secret: str = "") -> Found:
        """What was found at the letter `offset` of the body."""
        start = self._line_starts[bisect_right(self._line_starts, offset) - 1]
        place = (self.line(offset), offset - start + 1)
        return self.document.found(place, message, fix, secret)

    def line(self, offset: int) -> int:
        """The file's line on which the letter `offset` of the body stands."""
        return self.document.body_line + bisect_right(self._line_starts, offset) - 1

    def _tags(self) -> Iterator[Tag]:
        for tag in _TAG.finditer(self.text):
            yield Tag(
                tag["name"].lower(),
                bool(tag["close"]),
                dict(self._attributes(*tag.span("inside"))),
                *tag.span(),
            )

    def _attributes(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        for found in _ATTRIBUTE.finditer(self.text, start, end):
            value = found["double"] or found["single"] or found["bare"] or ""
            yield found["name"].lower(), unescape(value)


@lru_cache(maxsize=2)  # a document is looked at by all checks before the next comes
def markup(document: Document) -> Markup:
    """The markup of a document's body."""
    body = document.body
    return Markup(document, without_indented_code(body, mask(body)))
