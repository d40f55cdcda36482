"""Praise of your own house in the words of a patient or of somebody who works there.

Readers take it for what they may expect. Say who speaks and what ties them to you ("works for
us", "was not paid"), and what is usual: a best case told alone misleads. Words of staff who do
not say that they are staff are forbidden.

Source: 16 CFR 255.1, 255.2 and 255.5 (https://www.ecfr.gov/current/title-16/part-255); 16 CFR
465.5 (https://www.ecfr.gov/current/title-16/part-465).

Flags: “You saved my life, and I would recommend this clinic to anyone,” a patient wrote to us.
Flags: I love working here: it is the best hospital in the country.
Passes: “You saved my life,” a patient wrote to us. She was not paid, and yours may be another way.
Passes: “I love working here,” says our nurse on ward 3, who has worked with us for ten years.
Passes: The vaccine saved my life, and an amazing number of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._law_words import passages_with, phrases
from publisher.content.passages import PROSE, Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_SIGNS = (
    "amazing", "best", "thank", "changed my", "happier", "exceptional", "excellent", "fantastic",
    "five stars", "grateful", "life back", "recommend", "incredible", "life-changing", "miracle",
    "outstanding", "my life", "saved", "top-notch", "wonderful", "world-class", "anywhere else",
    "working here", "work here", "working at", "working for", "worked",
)  # fmt: skip
# Whom the praise is of: the house and those who work in it.
_HOUSE = re.compile(
    r"\b(?:here|you|your|this|these|they|them|the|our)\s+(?:\w+\s+)?(?:hospital|clinic|team|staff|"
    r"nurses?|doctors?|surgeons?|ward|center|centre|practice|place|care|people)\b|\bhere\b|"
    r"\byou\b(?! can| may| will| should| have to| need)",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"\b(?:patients?|mother|father|parents?|famil(?:y|ies)|daughter|son|husband|wife|relatives?|visitor|"
    r"survivor|review(?:er|s)?|wrote to us|told us|testimonials?)\b",
    re.IGNORECASE,
)
_WORKS_HERE = re.compile(
    r"\b(?:love working|work(?:ed|ing)? (?:here|at|for)|"
    r"as an? (?:\w+ )?(?:doctor|employee|midwife|nurse|surgeon|therapist) (?:at|here|of))\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:I|me|my|we|our|us)\b")
_MOSTLY = 0.8
_SPOKEN = frozenset({*PROSE, Kind.VALUE, Kind.POST})
_FIX = "say who speaks, what ties them to you, and what others may expect; or leave it out"


def check(document: Document) -> Iterator[Found]:
    """Yield each unlabelled praise of the house in the first person, one for each paragraph."""
    name = document.publication.name
    for passage in passages_with(document, _SIGNS):
        praise = _praise(passage, name) if passage.kind in _SPOKEN else None
        if praise and not phrases("law-labels").first_in(passage.text):
            message = f"“{praise[0]}” praises your own house, and nothing says who speaks"
            yield found(passage, praise.start(), message, _FIX)


def _praise(passage: Passage, name: str) -> re.Match[str] | None:
    for praise in phrases("law-praise").all_in(passage.text):
        words = _spoken(passage, praise.start())
        if name in words or _HOUSE.search(words):
            return praise
    return None


def _spoken(passage: Passage, offset: int) -> str:
    """The words of a patient's quotation, or of a member of staff, that hold the praise; or none.

    A quotation of somebody who is named with their office is labelled by that.
    """
    for start, end in passage.quoted:
        if start <= offset < end:
            alone = end - start > _MOSTLY * len(passage.text)
            by_patient = alone or _PATIENT.search(passage.text)
            return passage.text[start:end] if by_patient else ""
    sentence = passage.sentence_at(offset).text
    return sentence if _WORKS_HERE.search(sentence) and _SELF.search(sentence) else ""
