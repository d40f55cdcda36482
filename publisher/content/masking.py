"""Code and comments in Markdown: where they stand, and the text without them.

They are masked with spaces, never cut out, so that lines and columns stay true. What is code
follows Python-Markdown, which makes the pages: a fence begins at the start of a line and needs
its closing one, a code span ends in its own paragraph. All of it takes time in proportion to
the text, whatever the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
Cut = tuple[int, int, str]

_FENCE = re.compile(
    r"^(`{3,}|~{3,})([ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=[^\n]*)?))$", re.MULTILINE
)
# Where a paragraph, and with it a code span, ends: at an empty line, a heading, a quotation.
_BREAK = re.compile(r"\n(?=[ \t]*\n| {0,3}#)")
_INTO_QUOTATION = re.compile(r"^(?! {0,3}>)[^\n]*(\n)(?= {0,3}>)", re.MULTILINE)
_TICKS = re.compile("`+")
_OPENING = re.compile(r"<!--|`+|\\[\\`]")
_NOT_LINE_END = re.compile(r"[^\n]")
_INDENTED = re.compile(r"^(?: {4}|\t)(?=[ \t]*\S)", re.MULTILINE)
_DEFINITION = re.compile(r" {0,3}\*?\[[^\]\n]*\]:")
_HOLDS_INDENTED = re.compile(r" {0,3}(?:[-*+:][ \t]|[0-9]{1,9}[.)][ \t]|\[\^[^\]\n]*\]:|>)")


def mask(text: str) -> str:
    """`text` with code and comments replaced by spaces; of the same length, lines kept."""
    if not ("`" in text or "~~~" in text or "<!--" in text):
        return text
    text = blank(text, fences(text))
    return blank(text, (span for span, _ in _inner(text)))


def without_comments(text: str) -> str:
    """`text` without its comments, which are for writers and not for readers; no line moves."""
    return cut(text, ((*span, "\n" * text.count("\n", *span)) for span in comments(text)))


def comments(text: str) -> Iterator[Span]:
    """Yield where each comment stands, from its `<!--` to its `-->`."""
    if "<!--" in text:
        yield from (span for span, is_one in _inner(blank(text, fences(text))) if is_one)


def open_comment(text: str, masked: str) -> int | None:
    """The offset of a comment that never ends, in a text whose `mask` is known already."""
    if "<!--" not in masked:
        return None
    start = without_indented_code(text, masked).find("<!--")
    return None if start < 0 else start


def blank(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces in place of `spans`, which come in order."""
    return cut(text, ((*span, _NOT_LINE_END.sub(" ", text[slice(*span)])) for span in spans))


def cut(text: str, cuts: Iterable[Cut]) -> str:
    """`text` with each stretch (from, to) of `cuts`, which come in order, replaced by the third."""
    pieces, done = [], 0
    for start, end, instead in cuts:
        if start >= done:
            pieces += [text[done:start], instead]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def fences(text: str) -> Iterator[Span]:
    """Yield fenced code: from a fence to the next one that is the same and has nothing after it."""
    lines = list(_FENCE.finditer(text))
    closing: dict[str, list[re.Match[str]]] = {}
    for line in lines:
        if not line[2].strip(" "):
            closing.setdefault(line[1], []).append(line)
    done = 0
    for line in lines:
        if line.start() < done:
            continue
        ends = closing.get(line[1], [])
        after = bisect_left(ends, line.end(), key=lambda end: end.start())
        if after < len(ends):
            done = ends[after].end()
            yield line.start(), done


def _inner(text: str) -> Iterator[tuple[Span, bool]]:
    """Comments and code spans, and which of the two each is; the one that opens first wins."""
    text = without_indented_code(text, text)
    ticks: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        ticks.setdefault(len(run[0]), []).append(run.start())
    breaks = [found.start() for found in _BREAK.finditer(text)]
    breaks = sorted([*breaks, *(found.start(1) for found in _INTO_QUOTATION.finditer(text))])
    last_comment = text.rfind("-->")
    place = unseen = 0
    while found := _OPENING.search(text, place):
        start, place = found.span()
        if found[0] == "<!--" and place <= last_comment:
            place = text.index("-->", place) + 3
            yield (start, place), True
        elif found[0][0] == "`" and place > unseen:
            length = place - max(start, unseen)
            end = _closing_ticks(length, place, ticks, breaks)
            unseen = place + length  # so much is not looked at after backticks that open nothing
            if end is not None:
                place = unseen = end
                yield (start, end), False


def _closing_ticks(
    length: int, place: int, ticks: dict[int, list[int]], breaks: list[int]
) -> int | None:
    """Where the code span ends that opens with `length` backticks before `place`.

    It ends with as many as it opens with; if there are none, with the most that there are, if
    these are fewer.
    """
    paragraph = bisect_left(breaks, place)
    last = breaks[paragraph] if paragraph < len(breaks) else float("inf")
    for closing in (length, *sorted(ticks, reverse=True)):
        same = ticks.get(closing, [])
        after = bisect_left(same, place)
        if after < len(same) and same[after] < last:
            return same[after] + closing if closing <= length else None
    return None


def without_indented_code(text: str, masked: str) -> str:
    """The `masked` text with spaces, too, for what is code by its indent, not in lists and notes.

    The indent is that of `text`, for what is masked looks like an indent.
    """
    if not _INDENTED.search(text):
        return masked
    return blank(masked, indented(text))


def indented(text: str) -> Iterator[Span]:
    """Yield each line that is code by its indent, not one in a list or a note."""
    place, after_blank, in_list = 0, True, False
    for line in text.split("\n"):
        start, place = place, place + len(line) + 1
        if not line.strip():
            after_blank = True
        elif not _INDENTED.match(line):
            goes_on = in_list and (not after_blank or bool(_DEFINITION.match(line)))
            in_list = goes_on or bool(_HOLDS_INDENTED.match(line))
            after_blank = False
        elif after_blank and not in_list:  # and so is the next line, if indented as well
            yield start, start + len(line)
