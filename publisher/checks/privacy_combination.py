"""Small facts that together lead to one person: age, work, place, a rare illness, initials.

“A 34-year-old teacher from Marfa” is one person to everybody in Marfa, and “my neighbour” is one to
everybody in my street. A rule's list does not end at names: nothing may be left by which whoever
reads it would know somebody.

Source: 45 CFR 164.514(b)(2)(i)(R) and (ii), any other unique characteristic, and no actual
knowledge that what is left could identify somebody
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: A 34-year-old teacher from a village near Marfa came in with chest pain.
Flags: My neighbour was diagnosed with lupus.
Flags: The patient, J.D., had his second stroke.
Flags: The only child in Yellville with cystic fibrosis was treated here.
Flags: The head teacher of Elm Street School was treated for depression.
Flags: The patient in bed 12 on ward 4B, a retired fire chief, died on Sunday.
Passes: A teacher in her thirties came in with chest pain.
Passes: Teachers are vaccinated first.
Passes: The head teacher of Elm Street School opened our exhibition on depression.
Passes: The only hospital in Yellville treats cystic fibrosis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_care import Sort, has_age
from publisher.checks._privacy_places import places
from publisher.checks._privacy_words import alternatives, words
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "these facts together lead to one person"
FIX = "keep one of them, and make it wider: “a teacher in her thirties”, without place and age"

# What is longer is no sentence.
_LONGEST = 4_000
_INITIALS = re.compile(
    r"(?:\b(?i:patient|pt|initials|client|resident|case|paciente|iniciales|called|named|man"
    r"|woman|male|female|boy|girl|child|Mr|Mrs|Ms)\.?[\s,:(–-]{1,3})((?:[A-Z]\.[ ]?){2,3}(?!\w)"
    r"|[A-Z]\.(?=,| (?:was|is|had|has)\b)|(?<=: )[A-Z]{2,3}\b|(?<=initials )[A-Z]{2,3}\b)"
    r"|(?:^|[,(] ?)((?:[A-Z]\. ?){2,3})(?=[,)]? (?:was|is|had|has|came|underwent|presented"
    r"|who)\b)|\b((?:[A-Z]\. ?){2,3}), (?:an? )?\d{1,3}\b"
)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    listed, grammar = words("privacy-places", language), words("privacy-grammar", language)
    mine = "|".join(grammar["mine"])
    jobs = "|".join([*map(re.escape, listed["jobs"][:-1]), listed["jobs"][-1]])
    return (
        re.compile(rf"(?i)\b(?:{jobs})\b"),
        re.compile(
            rf"(?i)\b(?:{mine})\s+(?:[\w-]+\s+){{0,1}}(?:{alternatives(listed['neighbours'])})\b("
            rf"?![’'])"
        ),
        re.compile(rf"(?i)(?<!\w)(?:{alternatives(listed['rare'])})\b"),
    )


@cache
def _singles(language: str) -> tuple[re.Pattern[str], ...]:
    listed = words("privacy-places", language)
    kinds, offices, ill = (alternatives(listed[key]) for key in ("kinds", "heads", "ill"))
    only, beds = alternatives(listed["only"]), alternatives(listed["beds"])
    place = (
        r"(?:in|of|from|at|en|de|del)(?: the| our| la| el)? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
    )
    return (
        re.compile(rf"\b(?i:{only}) (?:\w+ )?(?:{kinds}) {place}"),
        re.compile(rf"\b(?i:the|our|el|la) (?i:{offices}) {place}"),
        re.compile(rf"\b(?i:{beds}) \d{{1,4}}[A-Za-z]?\b"),
        re.compile(rf"(?i)\b(?:{ill})\b"),
    )


def check(document: Document) -> Iterator[Found]:
    """Yield one finding for each sentence whose facts together lead to one person."""
    for line in analysis(document).lines:
        if len(line.text) > _LONGEST:
            continue
        told = next(_told(line), None) if line.about else None
        if told := told or next(_single(line), None):
            at, value = told
            yield found(line.passage, line.start + at, MESSAGE, FIX, value)


def _single(line: Line) -> Iterator[tuple[int, str]]:
    """Yield who is the only one of their kind: by place, by office, by the number of their bed."""
    if not line.health:
        return
    only, office, bed, ill = _singles(line.passage.language.partition("-")[0])
    if ill.search(line.text):
        for each in (*only.finditer(line.text), *office.finditer(line.text)):
            yield each.start(), each[0]
    if line.sorts & Sort.PATIENT and not line.sorts & Sort.MANY:
        yield from ((each.start(), each[0]) for each in bed.finditer(line.text))


def _told(line: Line) -> Iterator[tuple[int, str]]:
    jobs, neighbours, rare = _patterns(line.passage.language.partition("-")[0])
    for initials in _INITIALS.finditer(line.text):
        yield initials.start(), initials[initials.lastindex or 0].strip()
    if line.linked:
        yield from ((each.start(), each[0]) for each in neighbours.finditer(line.text))
    if line.one:
        where = [each for each in places(line, everywhere=True) if not rare.match(each[1])]
        job = jobs.search(line.text) if has_age(line.text) else None
        if where and (job or (line.strong and rare.search(line.text))):
            yield where[0]
        elif job and _SMALL.search(line.text):
            yield job.start(), job[0]


_SMALL = re.compile(
    r"(?i)\b(?:from|in|of|near) (?:a|the|our|this|un|una|el|la) (?:\w+ )?(?:village|town|island"
    r"|farm|hamlet|reservation|parish|county|valley|pueblo|isla|aldea)\b"
)
