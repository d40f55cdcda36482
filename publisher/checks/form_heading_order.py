"""Headings that skip a level, say nothing, or are only bold letters.

Who cannot see the page goes from heading to heading as others glance over it. Sections begin with
`##`, for the title is the only `#`; below `##` comes `###`. A line in bold is none to a screen
reader, nor in the list of contents.

Source: WCAG 2.2, 1.3.1 Info and Relationships and 2.4.6 Headings and Labels
(https://www.w3.org/TR/WCAG22/#headings-and-labels); W3C technique G141.

Flags: ## Before the visit

    #### What to bring
Flags: # A second title
Flags: ##
Flags: **What to bring**

    Your card and a list of your medicines.
Passes: ## Before the visit

    ### What to bring

    ## After the visit
Passes: **Call us at once if the wound bleeds.**
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._form_markup import Markup, markup
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_EMPTY = re.compile(r"^ {0,3}#{1,6}[ \t#]*$", re.MULTILINE)
_BOLD = re.compile(
    r"^(?<![^\n]\n)(?:\*\*|__)(?P<words>[^\W\d_][^\n*_]{1,78}[^\s.,:;!?*_…\"”)])(?:\*\*|__)"
    r"[ \t]*\n\n(?=[^\W\d_][^\n]{29})",
    re.MULTILINE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield headings out of order, empty ones, and lines that only look like one."""
    if document.article is None and document.path.endswith((".yml", ".yaml")):
        return
    headings = [each for each in document.of(Kind.HEADING) if each.level]
    if headings and not document.of(Kind.TITLE) and headings[0].level == 1:
        del headings[0]  # a text by itself, which begins with its title
    yield from _levels(headings)
    written = markup(document)
    if "#" in written.text:
        for empty in _EMPTY.finditer(written.text):
            yield written.found(
                empty.start(), "this heading is empty", "write its words, or delete it"
            )
    yield from _posing(written)


def _levels(headings: list[Passage]) -> Iterator[Found]:
    before = 1
    for heading in headings:
        if heading.level == 1:
            message = "the title is the page's only heading of the first level"
            yield found(heading, 0, message, "begin this one with `##`")
        elif heading.level > before + 1:
            above = f"one of level {before}" if before > 1 else "the title"
            message = f"a heading of level {heading.level} follows {above}"
            yield found(heading, 0, message, f"begin it with `{'#' * (before + 1)}`")
        before = max(heading.level, 2)  # a second title counts as what it should be


def _posing(written: Markup) -> Iterator[Found]:
    lines = (
        list(_BOLD.finditer(written.text)) if "**" in written.text or "__" in written.text else []
    )
    if lines:
        more = f" ({len(lines) - 1} more below)" if len(lines) > 1 else ""
        message = f"this line in bold looks like a heading and is none{more}"
        fix = "begin it with `##` or `###` and take the stars away"
        yield written.found(lines[0].start(), message, fix)
