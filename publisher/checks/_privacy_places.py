"""Places smaller than a state in one person's story: where they live, work and are cared for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from babel import Locale

from publisher.checks._privacy import Line
from publisher.checks._privacy_words import alternatives, is_everyday, words

# A capital letter, also one with a mark on it.
UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİŁĽŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]"
_PLACE = (
    rf"(?P<place>(?:(?:Mt|St|Ft|Dr)\.? )?{UPPER}[\w’'.&-]*(?:,? (?:and |of |the |de |del |la |du "
    rf"|las |los |& |d[’'])?{UPPER}[\w’'&-]*){{0,5}}"
    r"(?: (?:clinic|hospital|office|facility|branch))?)"
)


# What bears the name of the one who described it.
_ILLNESS = re.compile(
    r"[’']?s? (?:\w+ )?(?:disease|syndrome|disorder|sign|reflex|score|scale|criteria|risk|palsy"
    r"|index|test|ulcer)\b"
)


_TITLED = re.compile(r"(?:Dra?|Mrs?|Ms|Prof)\b\.?(?!.*(?:Office|office|Clinic|clinic))")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    listed = words("privacy-places", language)
    inside = "|".join(words("privacy-grammar", language)["inside"])
    lives, cared, works = (alternatives(listed[key]) for key in ("lives", "cared", "works"))
    return (
        re.compile(rf"(?i:\b(?:{lives})\b)(?:[ ,]+\w+){{0,2}}? (?i:{inside}) (?:the )?{_PLACE}"),
        re.compile(rf"(?i:\b(?:{lives}))(?: (?:the )?)(?!I\b){_PLACE}"),
        re.compile(
            rf"(?i:\b(?:{cared})\b)(?:[ ,]+[^\s,;]+){{0,4}}? (?i:{inside}) (?:the |our "
            rf"|a )?{_PLACE}"
        ),
        re.compile(rf"(?i:\b(?:{cared}))(?: (?:the |our )?)(?!I\b){_PLACE}"),
        re.compile(
            rf"(?i:\b(?:{works})\b)(?:[ ,]+\w+){{0,3}}? (?i:{inside}|for) (?:the )?{_PLACE}"
        ),
        re.compile(rf"(?i:\b(?:{inside})) (?:the |our )?{_PLACE}"),
    )


@cache
def _large(language: str) -> frozenset[str]:
    return frozenset(words("privacy-places", language)["large"])


_HYPHENS = re.compile(r"\w-\w+-\w+-\w")
_LONGEST = 2_000
_NEAR = 40

# What in a story is no place: “in ICU”, “from the Department of Labor”.
ACRONYM = re.compile(r"[A-Z0-9.&-]{1,6}s?")


@cache
def _around(language: str) -> tuple[re.Pattern[str], ...]:
    """Places that only a story makes somebody's: “out past Marfa”."""
    listed = words("privacy-places", language)
    goes, regions = (alternatives(listed[key]) for key in ("goes", "regions"))
    return (
        re.compile(
            rf"\b(?i:{goes})(?: [a-z]+){{0,2}}? (?:past|above|below|across|around|beyond|towards?"
            rf"|over|off|through|by|outside of|pasando|sobre|tras) (?:the )?{_PLACE}"
        ),
        re.compile(rf"\b(?i:{regions}) (?:of|de) (?:the )?{_PLACE}"),
        re.compile(rf"\b(?:downtown|uptown|suburban|rural|metro|greater) {_PLACE}"),
    )


@cache
def _houses(language: str) -> tuple[re.Pattern[str], ...]:
    """What bears a place's name, or an everyday word: “our Marfa office”, “the Main office”."""
    rooms = alternatives(words("privacy-places", language)["rooms"])
    return (
        re.compile(
            rf"\b(?:[Oo]ur|[Tt]he|[Tt]heir|[Aa]t|la|nuestra) (?P<place>{UPPER}[\w’'.-]*"
            rf"(?: {UPPER}[\w’'-]*){{0,2}}) (?:{rooms})\b"
        ),
        re.compile(
            rf"\b(?P<place>(?:{UPPER}[\w’'.-]* ){{1,4}}(?:High School|Middle School"
            r"|Elementary|Preschool|Church|Parish|Farms?|Ranch))\b"
        ),
    )


def places_of_a_story(line: Line) -> Iterator[tuple[int, str]]:
    """Yield any place smaller than a state in a sentence of somebody's story."""
    language = line.passage.language.partition("-")[0]
    inside = words("privacy-grammar", language)["around"]
    for at, place in places(line, everywhere=True):
        before = line.text[:at].removesuffix("the ").rstrip().rpartition(" ")[2].lower()
        if before in inside and not _is_elsewhere(line, at, place, language):
            yield at, place
    for pattern in (*_around(language), *_houses(language)):
        for found in pattern.finditer(line.text[:_LONGEST]):
            at, place = found.start("place"), found["place"].rstrip(".,")
            none = is_large(place, language) or _is_elsewhere(line, at, place, language)
            said = pattern in _houses(language) and _is_everyday(place)
            if not (none or said or _TITLED.match(place)):
                yield at, place


def _is_elsewhere(line: Line, at: int, place: str, language: str) -> bool:
    """Whether it is a word in capitals, a language, a journal, or where something was found out."""
    named = re.split(r",? and |, | y ", place.removeprefix("the "))
    if all(ACRONYM.fullmatch(part) for part in place.split()) or _HYPHENS.search(place):
        return True
    if all(part.lower() in _tongues(language) for part in named):
        return True
    organisations, researching = _others(language)
    before = line.text[max(0, at - _NEAR) : at]
    return bool(organisations.search(place) or researching.search(before))


@cache
def _tongues(language: str) -> frozenset[str]:
    """What languages are called in a language."""
    return frozenset(name.lower() for name in Locale(language).languages.values())


@cache
def _others(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = words("privacy-places", language)
    return (
        re.compile(rf"\b(?:{alternatives(listed['organisations'])})\b"),
        re.compile(rf"(?i)\b(?:{alternatives(listed['researching'])})\b"),
    )


def _is_everyday(place: str) -> bool:
    """Whether it is made of everyday words only."""
    return all(is_everyday(word.lower()) for word in place.split() if word[:1].isupper())


def places(line: Line, *, everywhere: bool) -> Iterator[tuple[int, str]]:
    """Yield each place that is tied to the person of a sentence; any place if `everywhere`."""
    language = line.passage.language.partition("-")[0]
    told: set[int] = set()
    patterns = _patterns(language)
    for pattern in patterns if everywhere else patterns[:-1]:
        for found in pattern.finditer(line.text):
            at, place = found.start("place"), found["place"].rstrip(".,")
            if at in told or _TITLED.match(place) or _ILLNESS.match(line.text, found.end("place")):
                continue
            if not is_large(place, language):
                told.add(at)
                yield at, place


def is_large(place: str, language: str) -> bool:
    """Whether a place is a state or larger, or no place at all."""
    large = _large(language)
    bare = place.removesuffix("’s").removesuffix("'s")
    state, _, rest = bare.partition(", the ")
    return (
        bare in large
        or (state in large and bool(rest))
        or all(
            part.strip(" .").removeprefix("the ") in large
            for part in re.split(r",|,? and |,? y ", place)
        )
    )


def without_names(place: str, names: Collection[str]) -> str:
    """A place without the people who are named after a comma: “Kenosha, Jo Marsh”; or nothing."""
    kept: list[str] = []
    for part in place.split(", "):
        words = [
            word.strip(".,’'").removesuffix("’s").removesuffix("'s").lower()
            for word in part.split()
        ]
        if all(word in names for word in words):
            break
        kept.append(part)
    return ", ".join(kept)
