"""What the checks of suicide share: where it is spoken of, and which numbers help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import yaml

from publisher.checks._document import Document
from publisher.checks._phrases import Phrase
from publisher.checks._words import is_in_name, listed_in
from publisher.content.passages import Kind, Passage

_LINES = Path(__file__).parent / "phrases" / "crisis-lines.yml"
# Addresses that lead to a person, or to the line of one's own country.
_ADDRESSES = re.compile(
    r"988lifeline\.org|suicidepreventionlifeline\.org|crisistextline\.org|samaritans\.org"
    r"|findahelpline\.com|befrienders\.org|giveusashout\.org|veteranscrisisline\.net|988\.ca"
    r"|thetrevorproject\.org|lifeline\.org\.au|pieta\.ie|telefonodelaesperanza\.org"
    r"|opencounseling\.com/suicide-hotlines|iasp\.info"
)
# A number is a line's where the words around it speak of calling one.
_CALLED = re.compile(
    r"\b(?:call\w*|chat|crisis|dial\w*|free|help\w*|hotline|lifeline|lines?|número\w*|numbers?|opci[oó]n|"
    r"option|phone|press|ring|samarit\w+|sms|tel|text\w*|llam\w+|línea\w*|marc\w+|teléfono\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def mentions(document: Document) -> tuple[tuple[Passage, Phrase], ...]:
    """Where a text speaks of suicide or self-harm itself: not in a name, nor of a suicide gene."""
    return tuple(_mentions(document))


def _mentions(document: Document) -> Iterator[tuple[Passage, Phrase]]:
    for passage, phrase in listed_in(document, "words-suicide"):
        if phrase.said == "subject" and not is_in_name(passage, phrase):
            yield passage, phrase


def has_crisis_line(document: Document) -> bool:
    """Whether a reader of a document finds a number or an address of a crisis line in it."""
    return any(_leads_to_one(each.text) for each in document.of(Kind.ADDRESS)) or any(
        _CALLED.search(each.text) and _lines().search(each.text)
        for each in document.words
        if each.kind is not Kind.POST
    )


def _leads_to_one(address: str) -> bool:
    is_number = address.startswith(("tel:", "sms:"))
    return bool(_lines().search(address) if is_number else _ADDRESSES.search(address))


@cache
def _lines() -> re.Pattern[str]:
    """Every crisis line that we know, however its digits are set apart."""
    by_country = yaml.load(_LINES.read_text("utf-8"), Loader=yaml.CSafeLoader)
    numbers = {
        re.sub(r"[^\dA-Z*]", "", each) for numbers in by_country.values() for each in numbers
    }
    told = "|".join(r"[ ().–-]{0,3}".join(map(re.escape, number)) for number in sorted(numbers))
    return re.compile(rf"(?<![\d.,])(?:{told})(?!\d|[.,]\d|%)")
