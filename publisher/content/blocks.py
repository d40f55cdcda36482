"""A Markdown body as passages: paragraphs, headings, entries of lists, cells, notes, code.

Block by block as Python-Markdown with our extensions reads it, but forgiving: where the two could
differ, text counts as prose, for what is published must be read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise

from publisher.content.inline import Inline, inline
from publisher.content.masking import Span, blank, comments, fences, indented
from publisher.content.passages import Kind, Mapped, Passage
from publisher.content.tables import Cell, cells

_PREFIX = re.compile(
    r"""(?P<quote>[ \t]*(?:>[ \t]?)+)?
    [ \t]*
    (?:(?P<hashes>\#{1,6})[ \t]*(?=[^\s\#])
    |(?P<entry>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)
    |(?P<note>\[\^[^\]\s]{1,100}+\]:[ \t]*)
    |(?P<abbreviation>\*\[[^\]\n]{1,200}+\]:[ \t]*)
    |(?P<address>\[[^\]\n]{1,500}+\]:[ \t]*)
    |(?P<definition>:[ \t]+)
    |(?P<admonition>(?:!!!|\?\?\?\+?)[ \t]+[\w -]+)
    )?""",
    re.VERBOSE,
)
_KINDS = {
    "hashes": Kind.HEADING,
    "entry": Kind.LIST_ENTRY,
    "note": Kind.NOTE,
    "abbreviation": Kind.VALUE,
    "address": Kind.ADDRESS,
    "definition": Kind.LIST_ENTRY,
    "admonition": Kind.HEADING,
}
_ONE_LINE = frozenset({"hashes", "abbreviation", "address", "admonition"})
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_DELIMITER = re.compile(r"[ \t>]*+\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*+\|?[ \t]*+")
_CELL = re.compile(r"(?:[^|\\`]|\\.|`[^`]*+`|[\\`])++")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")


@dataclass(slots=True)
class _Block:
    """Lines that belong together; `spans` are the parts of them that are no prefix."""

    kind: Kind
    level: int = 0
    spans: list[Span] = field(default_factory=list)


def body_passages(path: str, body: str, first_line: int, language: str) -> Iterator[Passage]:
    """Yield each passage of a body whose first line is `first_line` of the file at `path`."""
    text = blank(body, comments(body))
    line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    code = sorted([*fences(body), *indented(blank(body, fences(body)))])
    table = cells(body)
    for block in (part for whole in _Reader(text, code).blocks() for part in _parts(whole, table)):
        read = _read(text, block)
        if read.words.text.strip():
            yield Passage(
                path=path,
                kind=block.kind,
                text=read.words.text,
                language=language,
                level=block.level,
                links=tuple(read.links),
                notes=tuple(read.notes),
                starts=tuple(read.words.starts),
                places=read.words.places(line_starts, first_line),
            )
        for kind, words, offset in read.beside:
            beside = _by_lines(words, offset)
            yield Passage(
                path=path,
                kind=kind,
                text=words.replace("\n", " "),
                language=language,
                starts=tuple(beside.starts),
                places=beside.places(line_starts, first_line),
            )


def _parts(block: _Block, table: Sequence[Cell]) -> Iterator[_Block]:
    """Yield a block in parts, where cells of a table in HTML stand in it."""
    at, last = block.spans[0][0], block.spans[-1][1]
    first = bisect_right(table, at, key=lambda cell: cell.end)
    for cell in islice(table, first, bisect_left(table, last, key=lambda cell: cell.start)):
        if block.kind is Kind.CODE:
            block.kind = Kind.PARAGRAPH  # what is indented within a table is no code
        yield from _part(block, block.kind, at, cell.start)
        yield from _part(block, cell.kind, max(at, cell.start), cell.end)
        at = cell.end
    yield from _part(block, block.kind, at, last)


def _part(block: _Block, kind: Kind, start: int, end: int) -> Iterator[_Block]:
    if start <= block.spans[0][0] and end >= block.spans[-1][1] and kind is block.kind:
        yield block
        return
    spans = [(max(start, first), min(end, last)) for first, last in block.spans]
    spans = [(first, last) for first, last in spans if first < last]
    if spans:
        yield _Block(kind, block.level if kind is block.kind else 0, spans)


def _by_lines(words: str, offset: int) -> Mapped:
    """`words`, which stand at `offset` as they are, each line of them where it stands."""
    mapped = Mapped(starts=[0], offsets=[offset])
    line = words.find("\n") + 1
    while line:
        mapped.starts.append(line)
        mapped.offsets.append(offset + line)
        line = words.find("\n", line) + 1
    return mapped


def _read(text: str, block: _Block) -> Inline:
    """The words of a block, for which its prefixes are spaces."""
    start, end = block.spans[0][0], block.spans[-1][1]
    gaps = ((left[1] - start, right[0] - start) for left, right in pairwise(block.spans))
    if block.kind is Kind.CODE:
        code = Inline()
        for line in block.spans:
            code.words.add(f"{text[slice(*line)]} ", line[0])
        return code
    region = blank(text[start:end], gaps)
    return inline(region, start)


class _Reader:
    """Goes through a text line by line and gathers the lines of each block."""

    def __init__(self, text: str, code: list[Span]) -> None:
        self.text = text
        self.code = code
        self.open: _Block | None = None
        self.in_table = False

    def blocks(self) -> Iterator[_Block]:
        """Yield each block in order."""
        lines = self.text.split("\n")
        start = code = 0
        for number, line in enumerate(lines):
            end = start + len(line)
            while code < len(self.code) and self.code[code][1] <= start:
                code += 1
            in_code = code < len(self.code) and self.code[code][0] <= start
            following = lines[number + 1] if number + 1 < len(lines) else ""
            yield from self._code(start, end) if in_code else self._line(line, start, following)
            start = end + 1
        yield from self._flushed()

    def _flushed(self) -> Iterator[_Block]:
        if self.open is not None:
            yield self.open
        self.open, self.in_table = None, False

    def _code(self, start: int, end: int) -> Iterator[_Block]:
        if self.open is None or self.open.kind is not Kind.CODE:
            yield from self._flushed()
            self.open = _Block(Kind.CODE)
        self.open.spans.append((start, end))

    def _line(self, line: str, start: int, following: str) -> Iterator[_Block]:
        if not line.strip(" \t>"):
            yield from self._flushed()
        elif self.in_table or (
            "|" in line and "-" in following and _DELIMITER.fullmatch(following)
        ):
            yield from self._row(line, start)
        elif _UNDERLINE.fullmatch(line) and self.open and self.open.kind is Kind.PARAGRAPH:
            self.open.kind, self.open.level = Kind.HEADING, 1 if "=" in line else 2
            yield from self._flushed()
        elif _RULE.fullmatch(line):
            yield from self._flushed()
        else:
            yield from self._prose(line, start)

    def _row(self, line: str, start: int) -> Iterator[_Block]:
        """Yield the cells of a table's line; the line below its head has none."""
        kind = Kind.CELL if self.in_table else Kind.HEADER_CELL
        if not self.in_table:
            yield from self._flushed()
            self.in_table = True
        if not _DELIMITER.fullmatch(line):
            for cell in _CELL.finditer(line):
                yield _Block(kind, 0, [(start + cell.start(), start + cell.end())])

    def _prose(self, line: str, start: int) -> Iterator[_Block]:
        prefix = _PREFIX.match(line)
        begun = prefix.lastgroup if prefix else None
        after = start + (prefix.end() if prefix else 0)
        closing = _CLOSING.search(line) if begun == "hashes" else None
        span = (after, start + (closing.start() if closing else len(line)))
        quoted = bool(prefix and prefix["quote"])
        kind = Kind.QUOTATION if quoted else Kind.PARAGRAPH
        if begun in _KINDS:
            yield from self._flushed()
            kind = _KINDS[begun] if begun in _ONE_LINE or not quoted else kind
            self.open = _Block(kind, len(prefix["hashes"] or "") if prefix else 0)
        elif self.open is None or (quoted and self.open.kind is not kind):
            yield from self._flushed()
            self.open = _Block(kind)
        self.open.spans.append(span)
        if begun in _ONE_LINE:
            yield from self._flushed()
