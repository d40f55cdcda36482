"""An article's text while it is rewritten: every line remembers the line that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

# Stands for every character of code and comments, and for no character of a text.
MASK = "\0"

_FENCE = re.compile(
    r"^(?P<indent>[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*"
    r"(?:\n(?:.*?^[ \t>]*(?P=fence)[`~]*[ \t]*$|.*\Z)|\Z)",
    re.MULTILINE | re.DOTALL,
)
_PREFORMATTED = re.compile(r"(?is)<pre\b[^<>]*>(?:(?!<pre\b).){0,50000}?</pre>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r"(?:^[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_TICKS = re.compile(r"(?<![`\\])`+")
_CODE_TAG = re.compile(r"(?i)<code\b[^<>]*>(?:(?!\n[ \t]*\n)[^<]|<(?!/?code)){0,5000}</code>")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(r"(?: {4}|\t)[ \t]*\S")


@dataclass(frozen=True, slots=True)
class Found:
    """A match in the text; its groups are read from the text itself, code and all."""

    body: Body
    match: re.Match[str]

    def __getitem__(self, group: int | str) -> str:
        """The text of a group, empty where it did not take part."""
        start, end = self.match.span(group)
        return self.body.text[start:end] if start >= 0 else ""

    @property
    def line(self) -> int:
        """The line in the foreign file on which this stands."""
        return self.body.line(self.match.start())

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        start = self.match.start()
        return self.body.text[self.body.text.rfind("\n", 0, start) + 1 : start]

    @property
    def after(self) -> str:
        """What stands after it on its line."""
        end = self.body.text.find("\n", self.match.end())
        return self.body.text[self.match.end() : end if end >= 0 else len(self.body.text)]


@dataclass(frozen=True)
class Body:
    """A text and, for each of its lines, the line of the foreign file it came from."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str, first_line: int) -> Body:
        """A text whose first line is `first_line` of its file."""
        return cls(text, tuple(range(first_line, first_line + text.count("\n") + 1)))

    @cached_property
    def masked(self) -> str:
        """The text with code and comments blotted out; of the same length, lines kept."""
        return mask(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, offset: int) -> int:
        """The line of the foreign file from which the character at `offset` came."""
        return self._origins(offset, offset)[0]

    def sub(
        self, pattern: re.Pattern[str], write: Callable[[Found], str | None], *, code: bool = False
    ) -> Body:
        """Replace each match outside code by what `write` says; None leaves it as it is.

        With `code` matches in code and comments count too.
        """
        found = (
            Found(self, match) for match in pattern.finditer(self.text if code else self.masked)
        )
        changes = [(*one.match.span(), new) for one in found if (new := write(one)) is not None]
        return self.replace(changes)

    def replace(self, changes: Iterable[tuple[int, int, str]]) -> Body:
        """Put each text in place of the characters from start to end; in order, not overlapping."""
        pieces, origins, done = [], [self.origins[0]], 0
        for start, end, new in changes:
            if new == self.text[start:end]:
                continue
            pieces += [self.text[done:start], new]
            origins += self._origins(done, start)[1:]
            old = self._origins(start, end)
            origins += [old[min(i + 1, len(old) - 1)] for i in range(new.count("\n"))]
            if "\n" in new or start == done:
                origins[-1] = old[-1]  # what follows stands on the last line of what was there
            done = end
        if not pieces:
            return self
        origins += self._origins(done, len(self.text))[1:]
        return Body("".join([*pieces, self.text[done:]]), tuple(origins))

    def _origins(self, start: int, end: int) -> tuple[int, ...]:
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end) - 1
        return self.origins[first : last + 1]


def mask(text: str) -> str:
    """`text` with code and comments blotted out by MASK; of the same length, lines kept."""
    for pattern in (_FENCE, _COMMENT, _PREFORMATTED, _CODE_TAG):
        text = pattern.sub(lambda found: _blot(found[0]), text)
    return _without_indented_code(_PARAGRAPH.sub(_without_spans, text))


def _blot(text: str) -> str:
    return re.sub(r"[^\n]", MASK, text)


def _without_spans(paragraph: re.Match[str]) -> str:
    """Blot out code spans: from a run of backticks to the next run of the same length."""
    text = paragraph[0]
    runs = list(_TICKS.finditer(text))
    later: dict[int, list[int]] = {}
    for index, run in reversed(list(enumerate(runs))):
        later.setdefault(len(run[0]), []).append(index)
    pieces, end = [], 0
    for index, run in enumerate(runs):
        same = later[len(run[0])]
        while same and same[-1] <= index:
            same.pop()
        if run.start() >= end and same:
            close = runs[same[-1]].end()
            pieces += [text[end : run.start()], _blot(text[run.start() : close])]
            end = close
    return "".join(pieces) + text[end:]


def _without_indented_code(text: str) -> str:
    """Blot out lines indented by four spaces or a tab, where no list is open."""
    lines, in_list, after_blank = text.split("\n"), False, True
    for number, line in enumerate(lines):
        if not line.strip():
            after_blank = True
            continue
        if _INDENTED.match(line) and not in_list and after_blank:
            lines[number] = MASK * len(line)  # and the next line of the block is code as well
            continue
        in_list = bool(_ITEM.match(line)) or (in_list and (line[0] in " \t" or not after_blank))
        after_blank = False
    return "\n".join(lines)
