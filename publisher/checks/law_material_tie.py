"""A tie to a maker or sponsor that the text does not tell where it speaks of them.

Money, gifts, shares or a commission change how readers weigh what is said, so they are told beside
the claim, in the text and in the post, not only at the foot of the page.

Source: 16 CFR 255.5 and 255.0(f), "clear and conspicuous"
(https://www.ecfr.gov/current/title-16/part-255).

Flags: Order the meter with our affiliate link.
Flags: ---
    title: A meter for the purse
    authors: [editorial-team]
    disclosures: {editorial-team: Paid for talks by Examplon Devices}
    ---

    The meter of Examplon Devices fits in a purse.
Passes: Order the meter with our affiliate link: we earn a commission on each.
Passes: ---
    title: A meter for the purse
    authors: [editorial-team]
    disclosures: {editorial-team: Paid for talks by Examplon Devices}
    ---

    The meter of Examplon Devices, by which the author was paid for talks, fits in a purse.
Passes: The photographs are from the archive of the ward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._law_words import passages_with, phrases
from publisher.content.passages import PROSE, Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_SIGNS = (
    "affiliate", "complimentary", "coupon", "discount", "free of charge by", "free prod",
    "free sam", "gifted", "sent us", "sent me", "gave us", "gave me",
    "promo", "referral link", "code",
)  # fmt: skip
_FIX = "say the tie in the same paragraph, as “the author was paid by them for talks”"
# A name in a disclosure: capitals in a row, not the word that begins the sentence.
_NAMES = re.compile(r"(?<=[a-z,;:(] )[A-Z][\w’&-]+(?:\s+(?:&\s+)?[A-Z][\w’&-]+){0,4}")
_SPOKEN = frozenset({*PROSE, Kind.POST})


def check(document: Document) -> Iterator[Found]:
    """Yield each gift or commission without a label, and each maker an author has a tie to."""
    for passage in passages_with(document, _SIGNS):
        tie = phrases("law-ties").first_in(passage.text)
        if tie and not phrases("law-tie-labels").first_in(passage.text):
            message = f"“{tie[0]}” speaks of a tie that no label tells"
            yield found(passage, tie.start(), message, _FIX)
    for name in sorted(_makers(document)):
        yield from _untold(document, name)


def _makers(document: Document) -> set[str]:
    """Who, by the disclosures, has given an author something."""
    said = document.article.disclosures if document.article else None
    texts = said.values() if isinstance(said, dict) else ()
    return {name for text in texts if text.lower() != "none" for name in _NAMES.findall(text)}


def _untold(document: Document, name: str) -> Iterator[Found]:
    """The first mention of a maker in the text, if no sentence with its name tells the tie."""
    spoken = [each for each in document.passages if each.kind in _SPOKEN and name in each.text]
    if spoken and not any(phrases("law-tie-labels").first_in(each.text) for each in spoken):
        message = f"an author has a tie to {name}, which is told in `disclosures:` only"
        yield found(spoken[0], spoken[0].text.index(name), message, _FIX)
