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
Passes: H.R. 1234 is before the House. We explain what stands in it.
Passes: To find out how to contact your senator, go to the Senate's page.
Passes: We support safe staffing. Tell Congress what you think of it.
Passes: The Affordable Care Act was passed in 2010. Call your representative about your claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._law_words import passages_with, phrases
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "ask who approves lobbying, and write it under `lobbying:`; or take the call to act out"
_NUMBER = re.compile(
    r"(?<![\w.])(?:H\.\s?R\.\s?|H\.?R\.?\s(?=\d{2})|HR(?=\d{3})|S\.\s?(?=\d{2,4}\b)|"
    r"[HSA]\.?B\.?[\s-]?|[HS]\.\s?(?:J\.\s?)?Res\.\s?|"
    r"(?:House|Senate|Assembly)\s(?:Bill|File|Resolution)\s|LD\s|L\.D\.\s)(?:No\.\s?)?\d{1,5}\b"
)
# "The Safe Staffing Act", unless its year says that it has long been law.
_NAMED = re.compile(
    r"\b(?:(?:\(?[A-Z][\w’'&-]{1,30}\)?|of|for|and|the|in|to|from|on|with),?\s+){1,9}"
    r"(?:Act|Bill)\b(?!\s+of\s+(?:1|20[01]))"
)
# A bill without a name; beside it something must say that it is none from a hospital.
_SOME_BILL = re.compile(
    r"\b(?:this|the|these|that|a|pending|proposed)\s+(?:\w+\s+){0,2}(?:bill|bills|legislation)\b"
)
_LEGISLATIVE = re.compile(
    r"\b(?:congress|senat|legislat|lawmaker|parliament|capitol)|\bMPs?\b", re.IGNORECASE
)
_MEASURE = re.compile(
    r"\b(?:Proposition|Prop\.?|(?:Ballot\s)?Measure|Issue|Question|Amendment|Initiative|Referendum)\s"
    r"(?:No\.\s?)?(?:\d{1,4}|[A-Z])\b"
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|ing)\s+[“\"‘']?(?:yes|no|for|against|in favou?r)|say\s+(?:yes|no)\s+to|support|"
    r"oppose|pass|reject|defeat)\b",
    re.IGNORECASE,
)
_BALLOT = re.compile(r"\bvot|ballot|election", re.IGNORECASE)
# Laws that are in force: to speak of them is to speak of no bill.
_IN_FORCE = re.compile(
    r"\b(?:Affordable\sCare|Americans\swith\sDisabilities|Social\sSecurity|Civil\sRights|Clean\sAir|"
    r"Rehabilitation|Medicare\sModernization|Public\sHealth\sService|Cures|CARES|Family\sand\sMedical\s"
    r"Leave|Health\sInsurance\sPortability\sand\sAccountability|Mental\sHealth|Equality|Ryan\sWhite\s"
    r"CARE|Older\sAmericans|No\sSurprises|Emergency\sMedical\sTreatment\sand\sLabor|Inflation\s"
    r"Reduction|American\sRescue\sPlan|Freedom\sof\sInformation|Paperwork\sReduction)\s+Act\b"
)


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
    measures = list(filter(_is_on_measure, passages_with(document, _MEASURES)))
    for passage in measures[:1]:
        said = _MEASURE.search(passage.text)
        message = "this takes a side on a ballot measure, without a record of lobbying"
        yield found(passage, said.start() if said else 0, message, _FIX)
    if not measures and (call := _call(document)) and _names_a_bill(document):
        passage, offset = call
        message = "a bill, a view of it and this call to act are lobbying, and have no record"
        yield found(passage, offset, message, _FIX)


def _is_on_measure(passage: Passage) -> bool:
    for measure in _MEASURE.finditer(passage.text):
        sentence = passage.sentence_at(measure.start()).text
        if _VOTE.search(sentence) and re.search(
            r"\bvot|ballot|election", passage.text, re.IGNORECASE
        ):
            return True
    return False


def _call(document: Document) -> tuple[Passage, int] | None:
    """The first call to act on who makes laws."""
    for passage in passages_with(document, _MAKERS):
        if call := phrases("law-calls").first_in(passage.text):
            return passage, call.start()
    return None


def _names_a_bill(document: Document) -> bool:
    """Whether a bill is named, and a view stands in its paragraph or in one with a call."""
    calls = list(passages_with(document, _MAKERS))
    of_laws = any(_LEGISLATIVE.search(each.text) for each in calls)
    mentions = passages_with(document, _BILLS)
    named = [each for each in mentions if _bill(each.text, of_laws=of_laws)]
    return bool(named) and any(
        phrases("law-views").first_in(each.text) for each in (*named, *calls)
    )


def _bill(text: str, *, of_laws: bool) -> bool:
    bare = _IN_FORCE.sub(" ", text) if "Act" in text else text
    if _NUMBER.search(bare) or (("Act" in bare or "Bill" in bare) and _NAMED.search(bare)):
        return True
    return of_laws and bool(_SOME_BILL.search(bare))
