"""Tables in which each row is a patient, and tables that are one patient's record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from publisher.checks._privacy_care import AGED, Line, Sort
from publisher.checks._privacy_words import alternatives, words
from publisher.content.passages import Kind

_OF_CARE = Sort.EVENT | Sort.STATE | Sort.BODY
# The heading of a column in which each row is somebody.
_ROW = re.compile(r"(?i)(?:patient|name|initials|client|resident|paciente|nombre|iniciales)")
_CELLS = frozenset({Kind.CELL, Kind.HEADER_CELL})
# How many of its rows are those of a record, where a table is one.
_ENOUGH = 2

Row = Sequence[Line]


def mark_tables(read: Sequence[Line], language: str) -> None:
    """Mark the cells of tables that tell of patients, so that each is about one person's care."""
    _mark_columns(read)
    for table in _tables(read):
        pairs = [row for row in table if len(row) == 2]  # noqa: PLR2004 - label and value
        labels = sum(bool(_label(language).match(row[0].text)) for row in pairs)
        for label, value in pairs if labels >= _ENOUGH else ():
            for line in (label, value):
                line.sorts, line.one, line.near = line.sorts | Sort.PAPER, AGED, True


def _mark_columns(read: Sequence[Line]) -> None:
    """Mark tables with a column for record numbers or birthdays, or for names and diagnoses."""
    named = told = of_patients = False
    for line in read:
        if line.passage.kind is Kind.HEADER_CELL:
            named = named or bool(_ROW.fullmatch(line.text))
            told = told or bool(line.sorts & _OF_CARE and not _ROW.fullmatch(line.text))
            of_patients = of_patients or bool(line.sorts & Sort.PAPER)
        elif line.passage.kind is not Kind.CELL:
            named = told = of_patients = False
        elif of_patients or (named and told):
            line.sorts, line.one = line.sorts | Sort.PAPER, AGED


def entries(read: Sequence[Line]) -> Iterator[Line]:
    """Yield each row with a label and a value as if it were written “label: value”.

    Such a sentence begins so far before the value's cell that its offsets are those of the cell.
    """
    for table in _tables(read):
        for row in table:
            if len(row) == 2 and row[1].digits:  # noqa: PLR2004 - label and value
                label = row[0].text.strip(" :*") + ": "
                yield replace(row[1], text=label + row[1].text, start=row[1].start - len(label))


def _tables(read: Sequence[Line]) -> Iterator[list[Row]]:
    """Yield each table as rows of its cells' first sentences."""
    for is_table, lines in groupby(read, lambda line: line.passage.kind in _CELLS):
        if is_table:
            cells = [line for line in lines if not line.passage.text[: line.start].strip()]
            yield [list(row) for _, row in groupby(cells, lambda line: line.passage.place()[0])]


@cache
def _label(language: str) -> re.Pattern[str]:
    listed = words("privacy-labels", language)["entries"]
    return re.compile(rf"(?i)\W*(?:{alternatives(listed)})\W*(?:\(.*)?$")
