"""Streets, houses and postcodes as people write them, in English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._privacy_care import Line
from publisher.checks._privacy_words import alternatives, words

# The town behind a street.
_TOWN = r"(?:, [A-ZÁÉÍÓÚÑ][\w’-]+(?: (?:(?:de|del|la|du|of) ){0,2}[A-ZÁÉÍÓÚÑ][\w’-]+){0,2})?"


@cache
def _zip(language: str) -> re.Pattern[str]:
    states = alternatives(words("privacy-places", language)["states"])
    return re.compile(
        r"(?i:\b(?:zip(?: ?code)?|postcode|postal code|código postal|C\.?P\.?)\W{0,3}(?:is |was "
        r"|of )?)(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
        rf"|(?:\b[A-Z]{{2}}\.? |, |\b(?:{states}),? )(\d{{5}}(?:-\d{{4}})?)\b"
        r"|\bin (\d{5})\b(?! [a-z]+s\b)"
    )


@cache
def _house(language: str) -> re.Pattern[str]:
    streets = alternatives(words("privacy-places", language)["streets"])
    return re.compile(
        rf"\b\d{{1,6}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z0-9][\w’'.-]* ){{1,4}}(?:{streets})\b\.?"
        rf"(?:,? (?:Apt|Unit|Suite|#)\.? ?\w+)?{_TOWN}"
        r"|\b\d{2,5}½? (?:North|South|East|West|[NSEW]\.?) [A-Z]\w+(?: [A-Z]\w+)?"
        r"|\b\d{1,5}½ [A-Z]\w+"
        rf"|\b[NSEW]?\d{{2,5}} (?:County|State) (?:Road|Highway|Route) \w+{_TOWN}"
        r"|\b(?:P\.?O\.? Box|Apartado(?: postal)?) \d+"
        r"|(?<=address is )\d{1,5} [A-Z][^,.;]{3,40}|(?<=lives at )\d{1,5} [A-Z][^,.;]{3,40}"
        r"|\b(?i:calle|avenida|avda\.?|plaza|carrera|paseo) (?:\w+ ){1,4}?(?:n\.?º ?|número "
        rf"|#)?\d{{1,5}}\b{_TOWN}"
        r"|\b\d{1,5} (?:de )?(?:la |el )?(?i:calle|avenida|avda\.?|plaza|paseo) [A-Z0-9]\w+"
        rf"{_TOWN}|\b(?i:route|rte\.?|highway|hwy\.?|interstate|county road|state road|carretera)"
        r" \d{1,4}[A-Z]?\b"
        r"(?: (?:near|outside|in|by|past|toward|north of|south of|east of|west of) [A-Z]\w+)?"
    )


@cache
def _street(language: str) -> re.Pattern[str]:
    streets = alternatives(words("privacy-places", language)["streets"])
    return re.compile(
        rf"(?<=\b[oi]n )(?:the )?(?:[A-Z][\w’'.-]* ){{1,3}}(?:{streets})\b"
        r"|(?<=\bon )(?:North|South|East|West|[NSEW]\.) [A-Z]\w+(?: [A-Z]\w+)?"
        r"|(?<=\bcorner of )[A-Z0-9]\w+(?: [A-Z]\w+)? and [A-Z0-9]\w+(?: [A-Z]\w+)?"
        r"|(?<=\ben )la (?:calle|plaza|avenida) (?:[\w’'.-]+ ?){1,3}"
        r"|^[A-Z]{4,15}(?: [A-Z]{4,15})?(?:, [A-Z][\w.]+)?(?= ?[—–-] )"  # where news is from
    )


def streets(line: Line) -> Iterator[tuple[int, str]]:
    """Yield each house with its street, each postcode, and in a story each street."""
    language = line.passage.language.partition("-")[0]
    if line.reached:
        yield from ((each.start(), each[0]) for each in _street(language).finditer(line.text))
    if line.digits and (line.one or line.reached):
        for house in _house(language).finditer(line.text):
            yield house.start(), house[0].rstrip(".")
        for code in _zip(language).finditer(line.text):
            yield code.start(code.lastindex or 0), code[code.lastindex or 0]
