"""Where a patient lives or was cared for, where that is smaller than a state.

A street, a postcode or a small town narrows a story down to one house; a hospital and a month to
one bed. States and countries pass, and places of offices, events and studies.

Source: 45 CFR 164.514(b)(2)(i)(B), all geographic subdivisions smaller than a state
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: A 72-year-old woman, living at 123 Maple Street, was treated for a stroke.
Flags: A 34-year-old from Marfa with leukemia was seen at Elm Clinic.
Passes: A woman in her thirties from Texas was treated for leukemia.
Passes: The clinic at 123 Maple Street opens for patients on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_care import Sort
from publisher.checks._privacy_homes import home, written_homes
from publisher.checks._privacy_places import places, places_of_a_story, without_names
from publisher.checks._privacy_words import alternatives, words
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a place smaller than a state in somebody's story"
FIX = "name the state or the region, or leave the place out"

_ZIP = re.compile(
    r"(?i:\b(?:zip(?: ?code)?|postcode|postal code|código postal|C\.?P\.?)\W{0,3}(?:is |was "
    r"|of )?)(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})|(?:\b[A-Z]{2}\.? "
    r"|, )(\d{5}(?:-\d{4})?)\b|\bin (\d{5})\b(?! [a-z]+s\b)"
)


@cache
def _street(language: str) -> re.Pattern[str]:
    streets = alternatives(words("privacy-places", language)["streets"])
    return re.compile(
        rf"\b\d{{1,6}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z0-9][\w’'.-]* ){{1,4}}(?:{streets})\b\.?"
        r"(?:,? (?:Apt|Unit|Suite|#)\.? ?\w+)?(?:, [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
        r"|\b\d{2,5}½? (?:North|South|East|West|[NSEW]\.?) [A-Z]\w+(?: [A-Z]\w+)?"
        r"|\b[NSEW]?\d{2,5} (?:County|State) (?:Road|Highway|Route) \w+"
        r"|\b(?:P\.?O\.? Box|Apartado) \d+"
        r"|(?<=address is )\d{1,5} [A-Z][^,.;]{3,40}|(?<=lives at )\d{1,5} [A-Z][^,.;]{3,40}"
        r"|\b(?i:calle|avenida|avda\.?|plaza|carrera|paseo) (?:\w+ ){1,4}?(?:n\.?º ?|número "
        r"|#)?\d{1,5}\b"
    )


@cache
def _named_street(language: str) -> re.Pattern[str]:
    streets = alternatives(words("privacy-places", language)["streets"])
    return re.compile(
        rf"(?<=\b[oi]n )(?:the )?(?:[A-Z][\w’'.-]* ){{1,3}}(?:{streets})\b"
        r"|(?<=\ben )la (?:calle|plaza|avenida) (?:[\w’'.-]+ ?){1,3}"
        r"|^[A-Z]{4,15}(?: [A-Z]{4,15})?(?:, [A-Z][\w.]+)?(?= ?[—–-] )"  # where news is from
    )


def check(document: Document) -> Iterator[Found]:
    """Yield streets, postcodes and places of sentences about one person's care."""
    known = analysis(document)
    names = frozenset(part for mention in known.mentions for part in mention.name.parts)
    homes: dict[int, dict[int, str]] = {}
    for mention in known.mentions:
        homes.setdefault(id(mention.line), {}).update(home(mention))
    for line in known.about:
        found_here = dict(_of(line)) | homes.get(id(line), {})
        for at, place in _apart(found_here):
            bare = without_names(place, names)
            if bare:
                yield found(line.passage, line.start + at, MESSAGE, FIX, bare)


def _apart(told: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield each place that is not within another."""
    end = 0
    for at, place in sorted(told.items()):
        if at >= end:
            yield at, place
            end = at + len(place)


def _of(line: Line) -> Iterator[tuple[int, str]]:
    language = line.passage.language.partition("-")[0]
    streets = list(_street(language).finditer(line.text)) if line.digits else []
    if line.reached:
        streets += _named_street(language).finditer(line.text)
        yield from places_of_a_story(line)
        yield from written_homes(line)
    if line.strong:
        yield from places(line, everywhere=bool(line.sorts & Sort.SHORTHAND))
    for street in streets if line.one or line.reached else ():
        yield street.start(), street[0]
    for code in _ZIP.finditer(line.text) if line.digits and (line.one or line.reached) else ():
        yield code.start(code.lastindex or 0), code[code.lastindex or 0]
