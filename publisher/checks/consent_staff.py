"""A member of staff in a picture, or praised by name, without a release.

Colleagues have faces and reasons of their own: somebody hides from a former partner, somebody
leaves next month. Ask, and name the number of the release. Who wrote the article has agreed by
writing it; actors and stock photographs, where alt text, caption or credit says so, have agreed
elsewhere.

Source: 16 CFR 255.5 and 465 for praise of a house by its own
(https://www.ecfr.gov/current/title-16/chapter-I/subchapter-B/part-255); whose picture it is, is a
matter of state law (right of publicity), so the rule is our own.

Flags: ![A nurse washes her hands](hands.jpg)
Flags: ![Editorial team at the table](team.jpg)
Flags: ---
    title: Example
    authors: [editorial-team]
    pillar: recognition
    ---

    This prize belongs to Nurse Ann Other, who rewrote every letter.
Passes: ![Drawing of a nurse who washes her hands](hands.png)
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: R-7, about: staff, scope: picture, to: the public, expires: 2028-03-14}]
    ---

    ![A nurse washes her hands](hands.jpg)
Passes: ---
    title: Example
    authors: [editorial-team]
    pillar: education
    ---

    Ask a nurse. Nurse Ann Other wrote this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publisher.checks._consents import of_staff
from publisher.checks._document import Document, Found, found
from publisher.checks._pictured import pictures, staff
from publisher.content.article import Pillar
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_PRAISING = frozenset({Pillar.PEOPLE, Pillar.RECOGNITION})
_FIX = (
    "ask for a release and name its number, as `consent: [{record: R-7, about: staff, …}]`; "
    "or say who posed for it, if nobody of the staff did"
)
_CAPITAL = r"[^\W\d_a-z][\w’'-]{1,30}"
_NAMED = re.compile(
    rf"\b(?:Nurse|Sister|Doctor|Dra?\.?|Prof(?:essor)?\.?|Enfermer[oa]|Doctora) {_CAPITAL}"
    rf"|\b{_CAPITAL} {_CAPITAL}, (?:RN|MD|DO|NP|PA|PhD|MPH|BSN|MSN|DNP|LPN|PharmD|FRCP)\b"
)


def check(document: Document) -> Iterator[Found]:
    """Yield each picture of a member of staff, and the first place that praises each by name."""
    if of_staff(document):
        return
    people = _names(document)
    told = set()
    for passage, offset in staff(document):
        told.add(passage.places)
        yield found(passage, offset, "this picture shows somebody who works here", _FIX)
    for passage in pictures(document):
        if passage.places not in told and (at := _named(passage, people)) is not None:
            yield found(passage, at, "this picture shows a member of staff", _FIX)
    if document.article and document.article.pillar in _PRAISING:
        yield from _praised(document, people)


def _names(document: Document) -> Mapping[str, str]:
    """Key of people.yml → the name, of everybody but the authors of a text without pictures."""
    people = document.publication.people
    return {key: person.name.in_language(document.language) for key, person in people.items()}


def _named(passage: Passage, people: Mapping[str, str]) -> int | None:
    """Where the first name of `people` stands in a passage."""
    found = (passage.text.find(name) for name in people.values())
    return min((at for at in found if at >= 0), default=None)


def _praised(document: Document, people: Mapping[str, str]) -> Iterator[Found]:
    authors = document.article.authors if document.article else ()
    reviewer = document.article.reviewer if document.article else None
    others = {k: name for k, name in people.items() if k not in authors and k != reviewer}
    own = [people[key] for key in authors if key in people]
    for passage in document.prose:
        at = _named(passage, others)
        named = next((m for m in _NAMED.finditer(passage.text) if not _is_one_of(m[0], own)), None)
        if at is None and named:
            at = named.start()
        if at is not None:
            yield found(passage, at, "this praises a member of staff by name", _FIX)
            return


def _is_one_of(written: str, names: list[str]) -> bool:
    return any(name in written or written.rsplit(maxsplit=1)[-1] in name for name in names)
