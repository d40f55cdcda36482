"""What of Markdown Python-Markdown cannot take: nesting and crowding that no article needs.

Python-Markdown calls itself once per level, and looks again at the rest of a paragraph for each
bracket that stays open. The limits are far above any article and far below where a page fails
or takes seconds; they were found by trying (tests/content/test_limits.py tries them anew).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.content.source import position
from publisher.finding import Finding, error

# Lists and quotations in each other. Trouble begins at about 220.
MAX_LEVELS = 20
# Elements of HTML in each other. Trouble begins at about 300.
MAX_ELEMENTS = 100
# Brackets of one kind that stay open in one paragraph. A thousand take a second.
MAX_OPEN = 200
# In one paragraph. Trouble begins at about 450 definitions, 3,500 signs of emphasis.
MAX_DEFINITIONS = 200
MAX_SIGNS = 3000
MAX_LINES = 2000
# In one text, each of which is compared with all others.
MAX_PARTS = 1000

_PREFIX = re.compile(r"^(?:[ \t>*+:-]|[0-9]{1,9}[.)]){20,}", re.MULTILINE)
_MARKER = re.compile(r">|[*+:-](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])")
_ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>", re.IGNORECASE)
# Elements that need no end, or may leave it out.
_ENDLESS = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # noqa: SIM905 - read faster
    "p li dt dd tr td th thead tbody tfoot option colgroup".split()
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_PAIRS = tuple(
    (opening, re.compile(pattern))
    for opening, pattern in (
        ("[", r"(\[)|\]"),
        ("(", r"(\()|\)"),
        ("<", r"(<(?=[a-zA-Z/!?]))|>"),
    )
)
_DEFINITION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)
_PARTS = (
    ("headings", re.compile(r"^ {0,3}#|^(?:=+|-+)[ \t]*$", re.MULTILINE)),
    ("abbreviations", re.compile(r"^ {0,3}\*\[", re.MULTILINE)),
)


def limits(path: str, text: str, masked: str, first_line: int) -> Iterator[Finding]:
    """A finding for each limit that a text goes beyond; `masked` is the text without code."""
    for check, offset, message, fix in _beyond(masked):
        line, column = position(masked[:offset])
        yield error(check, path, (first_line + line - 1, column), message, fix)
    if text.count("`") > MAX_SIGNS:
        message = f"the text has more than {MAX_SIGNS:,} backticks"
        yield error("form-size", path, (first_line, 1), message, "make several articles of it")


def _beyond(text: str) -> Iterator[tuple[str, int, str, str]]:
    yield from _levels(text)
    yield from _elements(text)
    for name, pattern in _PARTS:
        if text.count("\n") > MAX_PARTS and len(pattern.findall(text)) > MAX_PARTS:
            message = f"the text has more than {MAX_PARTS:,} {name}"
            yield "form-size", 0, message, "make several articles of it"
    if _may_be_crowded(text):
        start = 0
        for end in [*(found.start() for found in _BLANK_LINE.finditer(text)), len(text)]:
            paragraph = text[start:end]
            offset = start + len(paragraph) - len(paragraph.lstrip())
            yield from ((check, offset, found, fix) for check, found, fix in _crowd(paragraph))
            start = end


def _levels(text: str) -> Iterator[tuple[str, int, str, str]]:
    for found in _PREFIX.finditer(text):
        prefix = found[0].expandtabs(4)
        levels = len(_MARKER.findall(prefix))
        levels += (len(prefix) - len(prefix.lstrip(" "))) // 4 if levels else 0
        ends = text.find("\n", found.end())
        rest = text[found.end() : ends if ends >= 0 else len(text)]
        if levels > MAX_LEVELS and rest.strip(" \t*_-"):
            message = f"lists or quotations are nested {levels} levels deep here"
            yield "form-nesting", found.start(), message, "begin this line further to the left"
            return


def _elements(text: str) -> Iterator[tuple[str, int, str, str]]:
    depth = 0
    for found in _ELEMENT.finditer(text):
        if found[2].lower() not in _ENDLESS and not found[0].endswith("/>"):
            depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > MAX_ELEMENTS:
            message = f"more than {MAX_ELEMENTS} HTML elements are open in each other here"
            yield "form-nesting", found.start(), message, "close each with its `</…>`"
            return


def _may_be_crowded(text: str) -> bool:
    if max(text.count(sign) for sign in "[(<:") > min(MAX_OPEN, MAX_DEFINITIONS):
        return True
    return text.count("\n") > MAX_LINES or text.count("*") + text.count("_") > MAX_SIGNS


def _crowd(paragraph: str) -> Iterator[tuple[str, str, str]]:
    """What there is too much of in one paragraph: (check, message, fix)."""
    for opening, pattern in _PAIRS:
        if paragraph.count(opening) > MAX_OPEN and _most_open(pattern, paragraph) > MAX_OPEN:
            message = f"more than {MAX_OPEN} `{opening}` are open at once in this paragraph"
            yield "form-nesting", message, f"close each, or write \\{opening} for the sign itself"
    if len(_DEFINITION.findall(paragraph)) > MAX_DEFINITIONS:
        message = f"more than {MAX_DEFINITIONS} definitions stand here without an empty line"
        yield "form-nesting", message, "write an empty line before each word that is defined"
    if paragraph.count("*") + paragraph.count("_") > MAX_SIGNS:
        message = f"more than {MAX_SIGNS:,} signs of emphasis stand in this paragraph"
        yield "form-nesting", message, "break it into paragraphs, with an empty line between"
    if paragraph.count("\n") > MAX_LINES:
        message = f"more than {MAX_LINES:,} lines stand here without an empty one"
        yield "form-size", message, "break them into paragraphs, with an empty line between"


def _most_open(pattern: re.Pattern[str], paragraph: str) -> int:
    depth = most = 0
    for found in pattern.finditer(paragraph):
        depth = depth + 1 if found[1] else max(0, depth - 1)
        most = max(most, depth)
    return most
