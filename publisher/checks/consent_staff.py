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
Flags: ---
    title: Example
    authors: [editorial-team]
    pillar: people
    ---

    Ann Other has been a porter here for thirty years.
Flags: ---
    title: Example
    authors: [editorial-team]
    pillar: community
    ---

    Nurse Ann Other is the kindest nurse on our ward.
Passes: ---
    title: Example
    authors: [editorial-team]
    pillar: community
    ---

    Nurse Ann Other opens the door at nine, and our tea is ready.
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
Passes: ---
    title: Example
    authors: [editorial-team]
    pillar: people
    ---

    Mr. Ben Other, our head porter, had a stroke last year and was treated on our ward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publisher.checks._consents import of_staff
from publisher.checks._document import Document, Found, found
from publisher.checks._pictured import pictures, staff
from publisher.checks._stories import stories
from publisher.content.article import Pillar
from publisher.content.passages import Passage, Sentence
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_PRAISING = frozenset({Pillar.PEOPLE, Pillar.RECOGNITION})
# Where a name is praise only beside words that praise.
_TELLING = frozenset({Pillar.COMMUNITY, Pillar.BEHIND_THE_SCENES})
_PRAISED = "this praises a member of staff by name"
_FIX = (
    "ask for a release and name its number, as `consent: [{record: R-7, about: staff, …}]`; "
    "or say who posed for it, if nobody of the staff did"
)
_CAPITAL = r"[^\W\d_a-z][\w’'-]{1,30}"
_NAMED = re.compile(
    rf"\b(?:Nurse|Sister|Doctor|Dra?\.?|Prof(?:essor)?\.?|Enfermer[oa]|Doctora) {_CAPITAL}"
    rf"|\b{_CAPITAL} {_CAPITAL}, (?:R\.?N|M\.?D|D\.?O|N\.?P|P\.?A|Ph\.?D|M\.?P\.?H|B\.?S\.?N"
    r"|M\.?S\.?N|D\.?N\.?P|L\.?P\.?N|Pharm\.?D|FRCP)\b"
)
_JOB = (
    r"(?:[\w-]{1,20} ){0,2}(?:nurse|midwife|matron|doctor|physician|surgeon|p(?:a)?ediatrician"
    r"|pharmacist|dieti[ct]ian|paramedic|radiographer|technician|(?:physio)?therapist|carer|aide"
    r"|assistant|porter|cleaner|housekeeper|cook|chef|gardener|driver|receptionist|secretary|clerk"
    r"|chaplain|volunteer|social worker|enfermer[oa]|matrona|médic[oa]|cirujan[oa]|farmacéutic[oa]"
    r"|fisioterapeuta|auxiliar|celadora?|limpiadora?|cociner[oa]|recepcionista|voluntari[oa])"
)
_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}"
_AT_WORK = re.compile(
    rf"\b{_NAME}(?:,| is| was| has been| es| era| ha sido) "
    rf"(?:our|an?|the|one of our|nuestr[oa]|una?|el|la) {_JOB}\b"
    rf"|\b(?:[Oo]ur|[Nn]uestr[oa]) {_JOB}(?: of the (?:year|month|week)| del (?:año|mes))?,?"
    rf"(?: is| was| es)? {_NAME}"
)
_PRAISE = re.compile(
    r"\b(?:thank|admir|kindest|best|proud|wonderful|hero|congratulat|award|honou?r|tireless|love"
    r"|of the (?:year|month)|gracias|agradec|felicit|orgullos|admira|mejor)",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us|here|nuestr[oa]s?|aquí)\b", re.IGNORECASE)


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
        if passage.places not in told and (at := _named(passage.text, people)) is not None:
            yield found(passage, at, "this picture shows a member of staff", _FIX)
    if document.article and document.article.pillar in _PRAISING:
        yield from _praised(document, people)
    elif document.article and document.article.pillar in _TELLING:
        yield from _in_passing(document, people)


def _names(document: Document) -> Mapping[str, str]:
    """Key of people.yml → the name, of everybody but the authors of a text without pictures."""
    people = document.publication.people
    return {key: person.name.in_language(document.language) for key, person in people.items()}


def _named(text: str, people: Mapping[str, str]) -> int | None:
    """Where the first name of `people` stands in a text."""
    found = (text.find(name) for name in people.values())
    return min((at for at in found if at >= 0), default=None)


def _praised(document: Document, people: Mapping[str, str]) -> Iterator[Found]:
    authors = document.article.authors if document.article else ()
    reviewer = document.article.reviewer if document.article else None
    others = {k: name for k, name in people.items() if k not in authors and k != reviewer}
    own = _own(document, people)
    for passage, sentence in _sentences(document):
        at = _named(sentence.text, others)
        if at is None:
            at = _at_work(sentence.text, own)
        if at is not None:
            yield found(passage, sentence.start + at, _PRAISED, _FIX)
            return


def _in_passing(document: Document, people: Mapping[str, str]) -> Iterator[Found]:
    """Yield the first sentence that praises somebody of ours, in an article about other things."""
    own = _own(document, people)
    for passage, sentence in _sentences(document):
        praise = _PRAISE.search(sentence.text) and _OURS.search(sentence.text)
        if praise and (at := _at_work(sentence.text, own)) is not None:
            yield found(passage, sentence.start + at, _PRAISED, _FIX)
            return


def _sentences(document: Document) -> Iterator[tuple[Passage, Sentence]]:
    """Yield each sentence but those that tell of somebody's care, which ask for more than this."""
    told = {(id(passage), passage.sentence_at(at).start) for passage, at in stories(document)}
    for passage in document.prose:
        for sentence in passage.sentences:
            if (id(passage), sentence.start) not in told:
                yield passage, sentence


def _own(document: Document, people: Mapping[str, str]) -> list[str]:
    """The names of who wrote it."""
    authors = document.article.authors if document.article else ()
    return [people[key] for key in authors if key in people]


def _at_work(text: str, own: list[str]) -> int | None:
    """Where somebody is named with their work, who is none of its authors."""
    named = (each for pattern in (_NAMED, _AT_WORK) for each in pattern.finditer(text))
    return next((each.start() for each in named if not _is_one_of(each[0], own)), None)


def _is_one_of(written: str, names: list[str]) -> bool:
    return any(name in written or written.rsplit(maxsplit=1)[-1] in name for name in names)
