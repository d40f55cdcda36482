"""A story of somebody in a substance-use programme, without that programme's own consent.

What such a programme knows of a patient, and that somebody is one at all, is guarded by a law of
its own. The usual authorization is not enough: the consent names the programme, and says to whom.

Source: 42 CFR 2.31 and 2.33
(https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2), as amended by 89 FR 12472;
compliance was due on 16 February 2026.

Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
        expires: 2028-03-14}]
    ---

    One of our patients came to the methadone clinic every day for a year.
Flags: A woman came to our methadone clinic for opioid use disorder and was treated for a year.
Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
        expires: 2028-03-14}]
    ---

    A man in our methadone programme told us his story. He had used heroin for ten years.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the clinic, to: the public, purpose: to thank,
        expires: 2028-03-14, programme: substance-use}]
    ---

    One of our patients came to the methadone clinic every day for a year.
Passes: Our methadone clinic is open every day.
Passes: She came to our methadone clinic as a nurse in 2010.
Passes: One of our patients told us that the letter had frightened her.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._consents import of_patients
from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._phrases import phrases
from publisher.checks._stories import stories
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_MESSAGE = "this tells of one patient of a substance-use programme, without that consent"
_FIX = (
    "get the consent that 42 CFR Part 2 asks for and add `programme: substance-use` to its line; "
    "or leave out the programme"
)


def check(document: Document) -> Iterator[Found]:
    """Yield the first place of a story in a text that names such a programme."""
    if any(each.programme for each in of_patients(document)):
        return
    if not any(next(phrases(each, "consent-programme"), None) for each in document.words):
        return
    told = (found(passage, offset, _MESSAGE, _FIX) for passage, offset in stories(document))
    yield from in_turn(told, room=1)
