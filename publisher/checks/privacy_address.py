"""Where a patient lives or was cared for, where that is smaller than a state.

A street, a postcode or a small town narrows a story down to one house; a hospital and a month to
one bed. States and countries pass, and places of offices, events and studies.

Source: 45 CFR 164.514(b)(2)(i)(B), all geographic subdivisions smaller than a state
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: A 72-year-old woman, living at 123 Maple Street, was treated for a stroke.
Flags: A 34-year-old from Marfa with leukemia was seen at Elm Clinic.
Flags: Anna Larsen, 34, of Marfa, had surgery. She lives out past Terlingua, on Route 118.
Flags: My name is Anna Larsen and I was treated for lupus. Thank you!

    — Anna Larsen, Terlingua
Flags (es): Anna Larsen, de 34 años, fue operada. Vive en el 12 de la calle Magnolia.
Passes: Anna Larsen, 34, had surgery; she prays in Greek. See the study in Annals of Medicine.
Passes: A woman in her thirties from Texas was treated for leukemia.
Passes: The clinic at 123 Maple Street opens for patients on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_care import Sort
from publisher.checks._privacy_homes import home, home_below, written_homes
from publisher.checks._privacy_places import places, places_of_a_story, without_names
from publisher.checks._privacy_streets import streets
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a place smaller than a state in somebody's story"
FIX = "name the state or the region, or leave the place out"


def check(document: Document) -> Iterator[Found]:
    """Yield streets, postcodes and places of sentences about one person's care."""
    known = analysis(document)
    names = frozenset(part for mention in known.mentions for part in mention.name.parts)
    homes: dict[int, dict[int, str]] = {}
    for mention in known.mentions:
        homes.setdefault(id(mention.line), {}).update(home(mention))
    for line in known.lines:
        found_here = homes.get(id(line), {}) | dict(_of(line) if line.about else ())
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
    if line.reached:
        yield from places_of_a_story(line)
        yield from written_homes(line)
        yield from home_below(line)
    if line.strong:
        yield from places(line, everywhere=bool(line.sorts & Sort.SHORTHAND))
    yield from streets(line)
