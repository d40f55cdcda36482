"""What a reader reads of a file, passage by passage, and where in the file each word stands.

A passage is one run of prose as it appears: a paragraph, a heading, a cell of a table, an alt
text, a value of front matter. Markup is gone from its text and entities are characters, but each
character knows its place, so that a finding points at the word it means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from publisher.content.located import Place
from publisher.content.sentences import sentences_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Quotation marks in pairs; an apostrophe within a word opens nothing.
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|(?<!\w)[‘'][^‘’']*[’'](?!\w)")


class Kind(StrEnum):
    """What a passage is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ENTRY = "list entry"
    QUOTATION = "quotation"
    HEADER_CELL = "header cell"
    CELL = "cell"
    NOTE = "footnote"
    CODE = "code"
    ALT = "alt text"
    ADDRESS = "address"
    TITLE = "title"
    DESCRIPTION = "description"
    CAPTION = "caption"
    VALUE = "value"
    DATA = "data"
    NAME = "file name"
    POST = "post"
    IN_PICTURE = "words in a picture's file"


# What is read as sentences of the article itself.
PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ENTRY, Kind.QUOTATION, Kind.NOTE})
# All that is written in words, wherever a reader meets it.
WORDS = frozenset({*Kind} - {Kind.CODE, Kind.ADDRESS, Kind.DATA, Kind.NAME, Kind.IN_PICTURE})


@dataclass(frozen=True, slots=True)
class Link:
    """Where the words from `start` to `end` of a passage lead."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, and where in the passage it begins."""

    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Its words and numbers, as written."""
        return _WORD.findall(self.text)


class Word(NamedTuple):
    """One word or number of a passage in small letters, and where it stands there."""

    text: str
    start: int
    end: int


# What no reader sees, and what divides a word: soft hyphens, spaces of no width.
HIDDEN = "\u00ad\u200b\u2060\ufeff"
_word = tuple.__new__  # of a named tuple, in a third of the time


@dataclass(frozen=True)
class Passage:
    """One run of prose: its `text` stands on one line, whatever the file's lines are.

    `path` is the file, relative to the publication; `name` says what it is where `kind` does not:
    the key of a value (`social.hook`), the network of a post, a picture. `level` is that of a
    heading. `language` is BCP 47. `notes` are the footnotes that are named here.
    """

    path: str
    kind: Kind
    text: str
    language: str = "en"
    name: str = ""
    level: int = 0
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    starts: tuple[int, ...] = field(default=(0,), repr=False)
    places: tuple[Place, ...] = field(default=((1, 1),), repr=False)

    def place(self, offset: int = 0) -> Place:
        """Line and column, from 1, of the character at `offset` of the text."""
        if self.kind in {Kind.POST, Kind.IN_PICTURE}:
            return self.places[0]  # its words stand elsewhere, or in several places
        at = max(0, bisect_right(self.starts, offset) - 1)
        line, column = self.places[at]
        return line, column + max(0, offset - self.starts[at])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; a heading or a label is one."""
        return tuple(Sentence(text, start) for text, start in sentences_of(self.text))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and numbers in order."""
        spans = (each.span() for each in _WORD.finditer(self.text.replace("’", "'")))
        both = zip(self.tokens, spans, strict=True)
        return tuple(_word(Word, (text, *span)) for text, span in both)

    @cached_property
    def tokens(self) -> Sequence[str]:
        """The same in small letters without their places, which take longer to find."""
        text = self.text.replace("’", "'")
        small = text.lower()
        if len(small) != len(text):  # some capitals are two letters when they are small
            return [each.lower() for each in _WORD.findall(text)]
        return _WORD.findall(small)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its words, and the first three letters of each with `*`."""
        return frozenset(self.tokens) | {f"{text[:3]}*" for text in self.tokens}

    def places_of(self, stem: str) -> Sequence[int]:
        """Where a word, or what begins with three letters and `*`, stands in `words`."""
        if stem not in self._places_of:
            self._places_of[stem] = tuple(_places_of(self.tokens, stem))
        return self._places_of[stem]

    @cached_property
    def _places_of(self) -> dict[str, Sequence[int]]:
        return {}

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """From where to where somebody else's words stand in it, quotation marks and all."""
        if self.kind is Kind.QUOTATION:
            return ((0, len(self.text)),)
        return tuple(found.span() for found in _QUOTED.finditer(self.text))

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at `offset` is among somebody else's words."""
        before = bisect_right(self.quoted, (offset, len(self.text))) - 1
        return before >= 0 and offset < self.quoted[before][1]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which the character at `offset` stands."""
        before = bisect_right(self.sentences, offset, key=lambda each: each.start) - 1
        return self.sentences[before] if before >= 0 else Sentence(self.text, 0)


def _places_of(tokens: Sequence[str], stem: str) -> Iterator[int]:
    if stem.endswith("*"):
        start = stem.removesuffix("*")
        yield from (at for at, text in enumerate(tokens) if text[:3] == start)
        return
    at = -1
    for _ in range(tokens.count(stem)):
        at = tokens.index(stem, at + 1)
        yield at


@dataclass
class Mapped:
    """A text that grows piece by piece, each with the offset in the source that it came from."""

    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, offset: int) -> None:
        """Append `text`, whose first character stands at `offset` of the source."""
        if text:
            self.starts.append(self.length)
            self.offsets.append(offset)
            self.pieces.append(text)
            self.length += len(text)

    @property
    def text(self) -> str:
        """All of it, on one line."""
        return "".join(self.pieces)

    def places(self, line_starts: Sequence[int], first_line: int) -> tuple[Place, ...]:
        """Line and column of each piece in a source whose lines begin at `line_starts`."""
        return tuple(_places(self.offsets, line_starts, first_line))


def _places(offsets: Sequence[int], line_starts: Sequence[int], first_line: int) -> Iterator[Place]:
    for offset in offsets:
        line = bisect_right(line_starts, offset) - 1
        yield first_line + line, offset - line_starts[line] + 1
