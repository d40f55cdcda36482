"""Findings that a writer has looked at and lets stand, each with a reason beside the text.

In the text `<!-- publisher: ignore[check-id] reason -->`, for the paragraph that it stands in or
before; in front matter and YAML files `# publisher: ignore[check-id] reason`, for the key on its
line, or on a line of its own for the next one. Neither reaches a page or a feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.content.masking import comments

_IGNORE = re.compile(r"publisher:\s*ignore\b\s*(?:\[(?P<checks>[^\]\n]*)\])?(?P<reason>[^\n]*)")
_IN_YAML = re.compile(r"(?:^|\s)#\s*(?=publisher:\s*ignore)")
_FENCE = re.compile(r"---[ \t]*")
# Where an entry of a list or a row of a table begins; each is a paragraph of its own.
_ENTRY = re.compile(r"[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\|)|[^|]*\|")
# The form for Markdown, which in YAML is part of a value and would be published.
_IN_VALUE = re.compile(r"\s*<!--\s*publisher:[^\n]*?-->")


@dataclass(frozen=True, slots=True)
class Suppression:
    """What the comment on `line` lets stand from line `first` to line `last` of its file."""

    line: int
    checks: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, check: str, line: int) -> bool:
        """Whether it speaks of a finding of `check` on `line`."""
        return check in self.checks and self.first <= line <= self.last


def suppressions(path: str, text: str) -> Iterator[Suppression]:
    """Yield every suppression in the text of a file, which is Markdown or YAML by its name."""
    if "publisher:" not in text:
        return
    lines = text.split("\n")
    body = 0 if path.endswith(".md") else len(lines)
    if not body and _FENCE.fullmatch(lines[0]):
        ends = (at for at, line in enumerate(lines[1:], 2) if _FENCE.fullmatch(line))
        body = next(ends, 0)
    yield from _in_yaml(lines, body)
    start = sum(len(line) + 1 for line in lines[:body])
    for begin, end in comments(text[start:]):
        if found := _IGNORE.search(text[start + begin + 4 : start + end - 3]):
            line = text.count("\n", 0, start + begin)
            last = text.count("\n", 0, start + end)
            yield _made(found, line + 1, *_paragraph(lines, line, last))


def without_comments_of_ours(value: str) -> str:
    """A value of front matter without a comment that was meant for us, not for readers."""
    return _IN_VALUE.sub("", value) if "publisher:" in value else value


def misplaced(path: str, text: str) -> Iterator[int]:
    """Yield each line of front matter with a comment in the form that is Markdown's."""
    if "publisher:" in text and path.endswith(".md") and _FENCE.fullmatch(text.partition("\n")[0]):
        for number, line in enumerate(text.split("\n")[1:], 2):
            if _FENCE.fullmatch(line):
                return
            if _IN_VALUE.search(line):
                yield number


def _in_yaml(lines: Sequence[str], end: int) -> Iterator[Suppression]:
    for at, line in enumerate(lines[:end]):
        if (sign := _IN_YAML.search(line)) and (found := _IGNORE.search(line, sign.end())):
            alone = not line[: sign.start()].strip()
            first = at + 1 if alone else at
            # What is said of the first key is said of the file as a whole, too.
            from_line = 0 if first <= 2 else first  # noqa: PLR2004 - `---`, the comment, the key
            yield _made(found, at + 1, from_line, _last_of_key(lines, first, end))


def _last_of_key(lines: Sequence[str], first: int, end: int) -> int:
    """The last line of the key that begins on line `first`: all that is indented below it."""
    indent = len(lines[first]) - len(lines[first].lstrip()) if first < end else 0
    last = first
    while last + 1 < end and (rest := lines[last + 1]):
        same = len(rest) - len(rest.lstrip()) <= indent
        if same and (not rest.lstrip().startswith("- ") or lines[first].lstrip().startswith("- ")):
            break
        last += 1
    return last


def _paragraph(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The lines around a comment up to the next empty ones; of a lone comment, the next block."""
    while first > 0 and lines[first - 1].strip() and not _ENTRY.match(lines[first]):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip() and not _ENTRY.match(lines[last + 1]):
        last += 1
    block = "\n".join(lines[first : last + 1])
    if block.strip().startswith("<!--") and block.strip().endswith("-->"):
        return first, _next_block(lines, last + 1)
    return first, last


def _next_block(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    while at + 1 < len(lines) and lines[at + 1].strip():
        at += 1
    return min(at, len(lines) - 1)


def _made(found: re.Match[str], line: int, first: int, last: int) -> Suppression:
    checks = tuple(name.strip() for name in (found["checks"] or "").split(",") if name.strip())
    return Suppression(line, checks, found["reason"].strip(), first + 1, last + 1)
