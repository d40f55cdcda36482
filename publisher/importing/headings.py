"""Headings that begin below the article's title, as the page's only `h1` is that title."""

from __future__ import annotations

import re

from publisher.importing.body import Body, Found
from publisher.importing.values import plain

_ATX = re.compile(
    r"^(?P<indent> {0,3})(?P<marks>#{1,6})(?P<gap>[ \t]+)(?P<text>\S[^\n]*)$", re.MULTILINE
)
_EMPTY = re.compile(r"^ {0,3}#{1,6}[ \t]*$", re.MULTILINE)
_TIGHT = re.compile(r"^(?P<indent> {0,3})(?P<marks>#{1,6})(?=[^\s#])", re.MULTILINE)
_SETEXT = re.compile(
    r"^(?P<text>(?![ \t]*[-+*>#|]|[ \t]*\d+\.)[^\n]*\S)[ \t]*\n(?P<rule>=+|-+)[ \t]*$", re.MULTILINE
)
_DEEPEST = 6


def below_the_title(body: Body, title: str, *, tight: bool) -> Body:
    """Headings from `##` on; a first heading that repeats the title is left out.

    With `tight` a `#` counts without a space behind it, as in Python-Markdown; else it is
    text, as in "#1 of our worries", and is made to stay so.
    """
    space = " " if tight else ""
    body = body.sub(_EMPTY, lambda _: "")
    body = body.sub(_TIGHT, lambda f: f"{f['indent']}{'' if tight else chr(92)}{f['marks']}{space}")
    body = body.sub(_SETEXT, _atx)
    repeated = _repeated_title(body, title)
    if repeated:
        body = body.replace([(*repeated, "")])
    levels = [len(found["marks"]) for found in _ATX.finditer(body.masked)]
    shift = 2 - min(levels) if levels else 0
    return body.sub(_ATX, lambda found: _shifted(found, shift)) if shift else body


def first_heading(text: str) -> str:
    """The text of the first heading of the first level, empty where there is none."""
    found = re.search(r"^(?:#[ \t]+(.+?)[ \t#]*|(\S.*)\n=+[ \t]*)$", text, re.MULTILINE)
    return plain(_without_id(found[1] or found[2])) if found else ""


def _atx(found: Found) -> str | None:
    end = found.match.start() - 1
    if end > 0 and found.body.text[found.body.text.rfind("\n", 0, end) + 1 : end].strip():
        return None  # the last line of a paragraph: not what anybody meant as a heading
    return f"{'#' if found['rule'][0] == '=' else '##'} {found['text'].strip()}"


def _repeated_title(body: Body, title: str) -> tuple[int, int] | None:
    found = _ATX.search(body.masked)
    if found is None or len(found["marks"]) != 1:
        return None
    text = body.text[found.start("text") : found.end("text")]
    same = plain(_without_id(text.rstrip("# "))).casefold() == title.casefold()
    return found.span() if same else None


def _without_id(text: str) -> str:
    return re.sub(r"[ \t]*\{[^{}]*\}[ \t]*$", "", text)


def _shifted(found: Found, shift: int) -> str:
    level = min(len(found["marks"]) + shift, _DEEPEST)
    return f"{'#' * level} {found['text']}"
