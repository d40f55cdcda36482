"""Lists as Python-Markdown reads them: after a blank line, and indented by four spaces.

Goldmark and kramdown take a list that follows a paragraph at once, and nest it by as much as
the marker is wide (https://spec.commonmark.org/0.31.2/#list-items).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publisher.importing.body import MASK, Body

_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<text>.*)")
_RULE = re.compile(r" *(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_NO_PARAGRAPH = re.compile(r" *(?:#{1,6} |[|<]|$)")
_STEP = 4


def rearranged(body: Body) -> Body:
    """The same text with every list where Python-Markdown finds it."""
    masked, lists = body.masked.split("\n"), _Lists()
    changes, start = [], 0
    for number, line in enumerate(body.text.split("\n")):
        is_code = bool(line.strip()) and not masked[number].replace(MASK, "").strip()
        changes.append((start, start + len(line), lists.line(line, is_code=is_code)))
        start += len(line) + 1
    return body.replace(changes)


@dataclass(frozen=True, slots=True)
class _Level:
    """An open list: the columns in the source at which its marker and its text begin."""

    marker: int
    text: int


@dataclass
class _Lists:
    """The lists that are open, the line before, and by how much the code in one is moved."""

    levels: list[_Level] = field(default_factory=list)
    before: str = ""
    moved: int | None = None

    def line(self, line: str, *, is_code: bool) -> str:
        """One line in its new place."""
        new = self._code(line) if is_code else self._text(line)
        self.before = line
        return new

    def _code(self, line: str) -> str:
        indent = len(line) - len(line.lstrip())
        if indent == 0 and self.moved is None:
            self.levels.clear()
        if not self.levels:
            return line
        if self.moved is None:
            self.moved = _STEP * len(self.levels) - self.levels[-1].text
        return " " * max(indent + self.moved, 0) + line.lstrip()

    def _text(self, line: str) -> str:
        if not line.strip():
            return line
        self.moved = None
        line = line.expandtabs(_STEP)
        indent = len(line) - len(line.lstrip())
        item = None if _RULE.match(line) else _ITEM.match(line)
        if item and self._is_item(item, indent):
            return self._item(item, indent)
        if not self.before.strip():
            while self.levels and indent < self.levels[-1].text:
                self.levels.pop()
        if not self.levels or indent == 0:
            return line
        inner = max(indent - self.levels[-1].text, 0)
        return " " * (_STEP * len(self.levels) + inner) + line.lstrip()

    def _is_item(self, item: re.Match[str], indent: int) -> bool:
        """A marker within a paragraph begins a list only if it cannot be a number in prose."""
        if self.levels:
            return True
        if indent >= _STEP:
            return False
        prose = not _NO_PARAGRAPH.match(self.before)
        return not prose or (bool(item["text"]) and item["marker"] in {"-", "*", "+", "1.", "1)"})

    def _item(self, item: re.Match[str], indent: int) -> str:
        apart = "" if self.levels or _NO_PARAGRAPH.match(self.before) else "\n"
        while self.levels and indent < self.levels[-1].text:
            if indent >= self.levels.pop().marker:
                break
        gap = len(item["gap"]) if 0 < len(item["gap"]) <= _STEP else 1
        self.levels.append(_Level(indent, indent + len(item["marker"]) + gap))
        marker = item["marker"].replace(")", ".")
        depth = _STEP * (len(self.levels) - 1)
        return f"{apart}{' ' * depth}{marker} {item['text'].lstrip()}"
