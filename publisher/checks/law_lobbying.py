"""A named bill, a view of it, and a call to act, without a record of who approved it.

The three together are grass-roots lobbying: a charity may do it, within limits, if somebody who
knows them approved it and the cost is booked. Each alone is none: to explain a bill, to hold a
view, or to tell people how to reach their senator. Nonpartisan analysis is none either. Before a
ballot the voters are the legislators: there a measure with a view is enough.

Source: 26 CFR 56.4911-2(b) and (c)
(https://www.ecfr.gov/current/title-26/section-56.4911-2).

Flags: The Safe Staffing Act would help our nurses. Call your senator and ask for a yes.
Flags: We support H.R. 1234. Tell Congress to pass it.
Flags: Vote yes on Measure 12 for our clinics.
Passes: ---
    title: Tell Congress to pass H.R. 1234
    authors: [editorial-team]
    lobbying: {approved_by: Legal office, date: 2026-03-14, record: L-7}
    ---

    We support it.
Passes: H.R. 1234 is before the House. We explain what stands in it.
Passes: To find out how to contact your senator, go to the Senate's page.
Passes: We support safe staffing. Tell Congress what you think of it.
Passes: The Affordable Care Act was passed in 2010. Call your representative about your claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._law_bills import is_of_laws, names_a_bill
from publisher.checks._law_words import passages_with, phrases
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "ask who approves lobbying, and write it under `lobbying:`; or take the call to act out"
_MEASURE = re.compile(
    r"\b(?:Proposition|Prop\.?|(?:Ballot\s)?Measure|Issue|Question|Amendment|Initiative|Referendum)\s"
    r"(?:No\.\s?)?(?:\d{1,4}|[A-Z])\b"
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|ing)\s+[“\"‘']?(?:yes|no|for|against|in favou?r)|say\s+(?:yes|no)\s+to|support|"
    r"oppose|pass|reject|defeat)\b",
    re.IGNORECASE,
)
_BALLOT = re.compile(r"\b(?:vot(?:e|ers?|ing)|ballots?|elections?)\b", re.IGNORECASE)
# What a passage has that may call to act, and one that may take a side on a measure.
_MAKERS = (
    "senat", "representative", "legislat", "lawmaker", "elected official", "congress", " mp",
    "capitol", "governor", "petition", "parliament", "assembly", "council", "your name to",
)  # fmt: skip
_MEASURES = ("prop", "measure", "issue", "question", "amendment", "initiative", "referendum")
_BILLS = (
    "act", "bill", "legislation", "h.r", "hr", "hb", "sb", "ab", "h.b", "s.b", "a.b", "s. ", "ld",
    "l.d", "res.", "s.j", "h.j", "house file", "resolution",
)  # fmt: skip


def check(document: Document) -> Iterator[Found]:
    """Yield the call to act of an article that names a bill and says what to think of it."""
    if document.article and document.article.lobbying:
        return
    measures = [(p, at) for p in passages_with(document, _MEASURES) if (at := _side(p)) is not None]
    side = "this takes a side on a ballot measure, without a record of lobbying"
    yield from in_turn((found(*measure, side, _FIX) for measure in measures), room=1)
    if not measures and (call := _call(document)) and _holds_a_view(document):
        passage, offset = call
        message = "a bill, a view of it and this call to act are lobbying, and have no record"
        yield found(passage, offset, message, _FIX)


def _side(passage: Passage) -> int | None:
    """Where a passage names a ballot measure in a sentence that takes a side on it."""
    for measure in _MEASURE.finditer(passage.text) if _BALLOT.search(passage.text) else ():
        if _VOTE.search(passage.sentence_at(measure.start()).text):
            return measure.start()
    return None


def _call(document: Document) -> tuple[Passage, int] | None:
    """The first call to act on who makes laws."""
    for passage in passages_with(document, _MAKERS):
        if call := phrases("law-calls").first_in(passage.text):
            return passage, call.start()
    return None


def _holds_a_view(document: Document) -> bool:
    """Whether a bill is named, and a view stands in its paragraph or in one with a call."""
    calls = list(passages_with(document, _MAKERS))
    of_laws = any(is_of_laws(each.text) for each in calls)
    mentions = passages_with(document, _BILLS)
    named = [each for each in mentions if names_a_bill(each.text, of_laws=of_laws)]
    views = phrases("law-views")
    return bool(named) and any(views.first_in(each.text) for each in (*named, *calls))
