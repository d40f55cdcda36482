"""A medicine by its brand, or a use it is not approved for, with its benefit and no risk.

Whoever reads only what a medicine does for people asks for it, and learns of its risks later. One
sentence in the same article is enough: what can go wrong, and for whom it is not.

Source: US Food and Drug Administration, draft guidance on presenting risk and benefit where space
is short, 2014 (https://www.fda.gov/regulatory-information/search-fda-guidance-documents); it binds
makers of medicines, and is good practice for everybody else.

Flags: Ozempic helps people to lose weight.
Flags: Used off-label, the tablet improves sleep.
Passes: Ozempic helps people to lose weight. Its side effects are worst in the first weeks.
Passes: Ask your pharmacist where Ozempic is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._evidence import CLAIMS, MOST, around, has
from publisher.checks._phrases import phrases
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield the first benefit of a medicine in an article that names no risk at all."""
    benefits = list(_benefits(document))
    if benefits and not any(_risks(document)):
        yield from in_turn(benefits, room=1)


def _benefits(document: Document) -> Iterator[Found]:
    for passage in document.of(*CLAIMS):
        for phrase in islice(phrases(passage, "evidence-medicines"), MOST):
            sentence = around(passage, phrase.start)
            quoted = passage.is_quoted(phrase.start)
            if has(passage, sentence, "evidence-benefits") and not quoted:
                message = f"“{phrase.text}” is told with its benefit, and no risk is named"
                yield found(passage, phrase.start, message, phrase.said)


def _risks(document: Document) -> Iterator[bool]:
    return (True for each in document.words for _ in phrases(each, "evidence-harms"))
