"""Tables in raw HTML: which stretches of a text are their cells, as those of Markdown's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from publisher.content.masking import Span, mask, without_indented_code
from publisher.content.passages import Kind

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>table|tr|td|th)(?=[\s>/])[^<>]*>", re.IGNORECASE)


class Cell(NamedTuple):
    """From where to where the words of a cell stand."""

    kind: Kind
    start: int
    end: int


@dataclass(slots=True)
class _Table:
    """The cells of a table, row by row; one that is still open has begun at `open`."""

    rows: list[list[Span]] = field(default_factory=list)
    open: int | None = None
    has_headers: bool = False

    def take(self, tag: re.Match[str]) -> None:
        """Go on with a tag within the table; a cell ends where the next thing begins."""
        name = tag["name"].lower()
        self.end(tag.start())
        if tag["closes"]:
            return
        if name == "tr" or not self.rows:
            self.rows.append([])
        if name != "tr":
            self.open = tag.end()
            self.has_headers |= name == "th"

    def end(self, at: int) -> None:
        """End the cell that is open."""
        if self.open is not None:
            self.rows[-1].append((self.open, at))
        self.open = None

    def cells(self) -> Iterator[Cell]:
        """Yield each cell; without headers a row is one, so that what belongs together stays so."""
        rows = [row for row in self.rows if row]
        for number, row in enumerate(rows):
            kind = Kind.CELL if number else Kind.HEADER_CELL
            spans = row if self.has_headers or not number else [(row[0][0], row[-1][1])]
            yield from (Cell(kind, *span) for span in spans)


def cells(body: str) -> list[Cell]:
    """Each cell of the tables in a Markdown body, in order; what is code is no table."""
    if "<t" not in body and "<T" not in body:
        return []
    text = mask(body)
    begins = without_indented_code(body, text)
    tables: list[_Table] = []
    table = None
    for tag in _TAG.finditer(text):
        if tag["name"].lower() != "table":
            if table:
                table.take(tag)
            continue
        if table:
            table.end(tag.start())
        table = None if tag["closes"] or begins[tag.start()] != "<" else _Table()
        tables += [table] if table else []
    if table:
        table.end(len(text))
    return [cell for each in tables for cell in each.cells()]
