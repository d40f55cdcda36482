"""Findings that a writer has looked at and lets stand, each with a reason beside the text.

In the text `<!-- publisher: ignore[check-id] reason -->`, for the paragraph that it stands in or
before; in front matter and YAML files `# publisher: ignore[check-id] reason`, for the key on its
line, or on a line of its own for the next one. Neither reaches a page or a feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from publisher.content.masking import Span, blank, comments, mask

_IGNORE = re.compile(r"publisher:\s*ignore\b\s*(?:\[(?P<checks>[^\]\n]*)\])?(?P<reason>[^\n]*)")
_IN_YAML = re.compile(r"(?:^|\s)#\s*(?=publisher:\s*ignore)")
_FENCE = re.compile(r"---[ \t]*")
# Where an entry of a list or a row of a table begins; each is a paragraph of its own.
_ENTRY = re.compile(r"[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\|)|[^|]*\|")
# The form for Markdown, which in YAML is part of a value and would be published; nearly right, too.
_IN_VALUE = re.compile(
    r"\s*<!--[ \t]*([Pp][A-Za-z]{5,11})[ \t]*(?::|[^\n]{0,20}\[)[^\n]{0,300}?-->"
)
# What is meant as such a comment but may be misspelt.
_NEARLY = re.compile(
    r"(?P<sign><!--|(?:^|(?<=\s))#)[ \t]*(?P<who>[Pp][A-Za-z]{5,11})[ \t]*(?P<colon>:?)[ \t]*"
    r"(?P<verb>[A-Za-z]{4,9})\b[ \t]*(?:[\[({](?P<checks>[\w, -]*))?",
    re.MULTILINE,
)
_ALIKE = 0.75


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
    body = _body(path, lines)
    yield from _in_yaml(lines, body)
    start = sum(len(line) + 1 for line in lines[:body])
    for begin, end in comments(text[start:]):
        said = text[start + begin + 4 : start + end - 3]
        if found := _IGNORE.search(said):
            line = text.count("\n", 0, start + begin)
            last = text.count("\n", 0, start + end)
            reason = " ".join(said[found.start("reason") :].split())
            yield _made(found, reason, line + 1, *_paragraph(lines, line, last))


def _body(path: str, lines: Sequence[str]) -> int:
    """The number of lines that are YAML."""
    if not path.endswith(".md"):
        return len(lines)
    if not _FENCE.fullmatch(lines[0]):
        return 0
    ends = (at for at, line in enumerate(lines[1:], 2) if _FENCE.fullmatch(line))
    return next(ends, 0)


def without_comments_of_ours(value: str) -> str:
    """A value of front matter without a comment that was meant for us, not for readers."""
    if "<!--" not in value:
        return value
    return _IN_VALUE.sub(lambda found: "" if _is_like(found[1], "publisher") else found[0], value)


def misplaced(path: str, text: str) -> Iterator[int]:
    """Yield each line of front matter with a comment in the form that is Markdown's."""
    if "<!--" in text and path.endswith(".md"):
        lines = text.split("\n")
        for number, line in enumerate(lines[: _body(path, lines)], 1):
            if without_comments_of_ours(line) != line:
                yield number


def misspelt(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with a comment that is nearly right, or a heading for one, and its form."""
    meant = [found for found in _NEARLY.finditer(text) if _is_meant(found)]
    if not meant:
        return
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: _body(path, lines)])
    headings = {start + begin for begin, _ in _headings(text[start:])}
    begun = {start + begin for begin, _ in comments(text[start:])}
    line, before = 1, 0
    for found in meant:
        at = found.start()
        line, before = line + text.count("\n", before, at), at
        is_heading = at in headings
        is_right = not is_heading and _IGNORE.match(text, found.start("who"))
        in_yaml = at < start and found["sign"] == "#"
        if not is_right and (is_heading or in_yaml or at in begun):
            words = f"publisher: ignore[{found['checks'] or 'check-id'}] reason"
            yield line, f"# {words}" if in_yaml else f"<!-- {words} -->"


def without_headings_of_ours(body: str) -> str:
    """A body without headings that were meant as comments to us; no line moves."""
    return blank(body, _headings(body)) if "#" in body else body


def _headings(body: str) -> Iterator[Span]:
    """Yield each line of Markdown with a comment in the form that is YAML's."""
    meant = [each for each in _NEARLY.finditer(body) if each["sign"] == "#" and _is_meant(each)]
    shown = mask(body) if meant else body
    for found in meant:
        start, end = found.start(), body.find("\n", found.end())
        if shown[start] == "#" and _begins_line(body, start):
            yield start, end if end >= 0 else len(body)


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at]  # a heading is indented by three spaces at most
    return not before.rpartition("\n")[2].strip() and ("\n" in before or at < 4)  # noqa: PLR2004


def _is_meant(found: re.Match[str]) -> bool:
    if not (found["colon"] or found["checks"]):
        return False
    return _is_like(found["who"], "publisher") and _is_like(found["verb"], "ignore")


@lru_cache(maxsize=1_000)
def _is_like(written: str, meant: str) -> bool:
    return SequenceMatcher(None, written.lower(), meant).ratio() >= _ALIKE


def _in_yaml(lines: Sequence[str], end: int) -> Iterator[Suppression]:
    for at, line in enumerate(lines[:end]):
        if (sign := _IN_YAML.search(line)) and (found := _IGNORE.search(line, sign.end())):
            alone = not line[: sign.start()].strip()
            first, reason = at + 1 if alone else at, found["reason"].strip()
            # What is said of the first key is said of the file as a whole, too.
            from_line = 0 if first <= 2 else first  # noqa: PLR2004 - `---`, the comment, the key
            if alone and not reason and (reason := _goes_on(lines, first, end)):
                first += 1
            yield _made(found, reason, at + 1, from_line, _last_of_key(lines, first, end))


def _goes_on(lines: Sequence[str], at: int, end: int) -> str:
    """What a comment says on its second line, which has a sign of its own in YAML."""
    line = lines[at].strip() if at < end else ""
    return line.lstrip("# ") if line.startswith("#") and not _IGNORE.search(line) else ""


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


def _made(found: re.Match[str], reason: str, line: int, first: int, last: int) -> Suppression:
    checks = tuple(name.strip() for name in (found["checks"] or "").split(",") if name.strip())
    return Suppression(line, checks, reason, first + 1, last + 1)
