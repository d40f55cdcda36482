"""A table without headers, or with a header that is empty.

A screen reader says the header before each cell: "Dose: 5 mg". Without one, who listens hears
numbers. Only the corner above a column of names may be empty.

Source: WCAG 2.2, 1.3.1 Info and Relationships; W3C technique H51
(https://www.w3.org/WAI/WCAG22/Techniques/html/H51).

Flags: |   |   |
    |---|---|
    | Adults | 5 mg |
Flags: | Age | |
    |---|---|
    | Adults | 5 mg |
Flags: <table><tr><td>Adults</td><td>5 mg</td></tr></table>
Passes: | Age | Dose |
    |---|---|
    | Adults | 5 mg |
Passes: |  | Dose |
    |---|---|
    | Adults | 5 mg |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._form_markup import Markup, markup
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_ROW_OF_SIGNS = frozenset("|:- \t>")
_BAR = re.compile(r"(?<!\\)\|")


def check(document: Document) -> Iterator[Found]:
    """Yield each table whose columns nobody names."""
    written = markup(document)
    if "|" in written.text:
        yield from _of_signs(written)
    if "<table" in written.text.lower():
        yield from _of_elements(written)


def _of_signs(written: Markup) -> Iterator[Found]:
    start, before = 0, ""
    for line in written.text.split("\n"):
        if "-" in line and "|" in line and "|" in before and _ROW_OF_SIGNS.issuperset(line):
            told = _fault(before.strip(" \t>").removeprefix("|").removesuffix("|"))
            yield from (written.found(start - len(before) - 1, *each) for each in told)
        start, before = start + len(line) + 1, line


def _fault(head: str) -> Iterator[tuple[str, str]]:
    cells = [cell.strip() for cell in _BAR.split(head)]
    if not any(cells):
        yield "this table has no headers", "name each column in its first line"
    elif not all(cells[1:]):
        column = cells.index("", 1) + 1
        yield f"column {column} of this table has no header", "name what stands in it"


def _of_elements(written: Markup) -> Iterator[Found]:
    for tag in written.tags:
        if tag.name == "table" and not tag.closes and tag.attributes.get("role") != "presentation":
            end = written.text.lower().find("</table", tag.end)
            inside = written.text[tag.end : end if end >= 0 else None].lower()
            if "<th" not in inside.replace("<thead", ""):
                message = "this table has no headers"
                yield written.found(
                    tag.start, message, 'write its first cells as `<th scope="col">`'
                )
