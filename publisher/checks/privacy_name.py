"""The name of a patient, or of somebody near to one.

A first name is enough for a neighbour to know who is meant. Names are judged by whose they are:
clinicians, authors, cited researchers and officials pass, and so do people in whose sentences there
is no word of care. Somebody who is once told of as a patient stays one through the text.

Source: 45 CFR 164.514(b)(2)(i)(A), names of the individual or of relatives, employers or household
members (https://www.ecfr.gov/current/title-45/section-164.514).

Flags: Maria Lopez, 34, was diagnosed with lupus after her second child.
Flags: We thank the family of our patient Oluwaseun Adebayo, who was admitted in the night.
Flags: My husband Obinna and I heard it together: lymphoma. I had six rounds of chemo.
Flags: You had a stroke, Mr. Okafor. You woke up on the fourth day and asked for coffee.
Flags: Our patient შორენა კირვალიძე was diagnosed with lupus last year.
Flags: I met Roosevelt Tatum on the cardiac floor. He was waiting for a valve.
Flags: Patient spotlight: Wei-Lin Tsao, who swims again.
Flags: ![A healed leg](mrn-445512-jane-doe.jpg)
Passes: I had a stroke last year. To my father, I’m the eldest of five.
Passes: Dr. Maria Lopez, an oncologist, sees women who were diagnosed last year.
Passes: A woman in her thirties was diagnosed with Crohn’s disease and went to St. Mary’s Hospital.
Passes: Carol was hired in 1998, trained most of our nurses and retires from the ward in June.
Passes: Smith et al. (2021) followed 200 patients after a stroke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._privacy import Mention, analysis
from publisher.checks._privacy_care import Sort, sort_of
from publisher.checks._privacy_words import given_names, is_everyday, is_frequent, surnames
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

# Beside these a name in a file's name is that of a patient.
_OF_CARE = frozenset(
    {"mrn", "patient", "dob", "ssn", "scan", "xray", "mri", "ct", "surgery", "wound"}
)

_ILL = Sort.EVENT | Sort.STATE

MESSAGE = "this names somebody whose care is told of"
FIX = "leave the name out and say as little as the story needs: “a woman in her thirties”"


_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")


def check(document: Document) -> Iterator[Found]:
    """Yield each name of somebody whose care is told of, once for each way it is written."""
    known = analysis(document)
    written: dict[str, list[Mention]] = {}
    for mention in known.mentions:
        written.setdefault(mention.name.text, []).append(mention)
    for number, mentions in enumerate(written.values()):
        yield from in_turn(map(_told, mentions), room=1, queue=str(number))
    parts = {part for mention in known.mentions for part in mention.name.parts}
    for passage in document.of(Kind.NAME, Kind.ADDRESS):
        yield from _in_slug(passage, parts)


def _is_name(given: str, surname: str) -> bool:
    """Whether two words in small letters are somebody's name, and nothing else."""
    if given not in given_names() or surname not in surnames():
        return False
    return not any(is_everyday(w) or is_frequent(w) or sort_of(w, "en") for w in (given, surname))


def _told(mention: Mention) -> Found:
    name, line = mention.name, mention.line
    return found(line.passage, line.start + name.start, MESSAGE, FIX, name.text)


def _in_slug(passage: Passage, parts: set[str]) -> Iterator[Found]:
    """Yield a name in the name of a file or in an address: one told of, or one beside its care."""
    slug = unquote(passage.text)
    words = list(_SLUG_WORD.finditer(slug))
    of_care = any(each[0].lower() in _OF_CARE or sort_of(each[0], "en") & _ILL for each in words)
    for first, second in pairwise(words):
        pair = (first[0].lower(), second[0].lower())
        if (of_care and _is_name(*pair)) or parts.issuperset(pair):
            yield found(passage, first.start(), MESSAGE, FIX, slug[first.start() : second.end()])
