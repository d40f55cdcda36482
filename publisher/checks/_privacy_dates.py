"""Dates with a day or a month as people write them, in English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
    r"|[Ee]nero|[Ff]ebrero|[Mm]arzo|[Aa]bril|[Mm]ayo|[Jj]unio|[Jj]ulio|[Aa]gosto|[Ss]eptiembre"
    r"|[Ss]etiembre|[Oo]ctubre|[Nn]oviembre|[Dd]iciembre)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|[’']\d\d)"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{_MONTH}\.?[ -]{_DAY}\b(?:,? ?{_YEAR})?"
    rf"|{_DAY}[ -](?:of |de )?{_MONTH}\b\.?(?:(?:,| de| del)?[ -]{_YEAR}|[ -]\d\d\b)?"
    rf"|{_MONTH}\.?,? (?:of |de |del )?{_YEAR}"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])"
    r"|(?<=on )(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?=[\s,.;)?]|$)|(?<=in )(?:0?[1-9]"
    r"|1[0-2])/(?:[12]\d)(?=[\s,.;)?]|$)"
    r"|(?<=last )(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|(?<=last )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)(?![\w/-]|\.\d)"
)

_MONTH_ALONE = re.compile(
    r"\b(?:(?i:in|since|last|this|by|until|late|early|during|of|that) "
    r"(?:late |early |mid-?)?(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)"
    r"|(?:en|desde|hasta|de) (?P<mes>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre))\b(?![’' ]s?\d)"
)
_FEAST = re.compile(
    r"\b(?:on|after|before|until|by|since|at|over) (?:the (?:day|night|morning) (?:after|before) )?"
    r"(?P<feast>Christmas(?: Eve| Day)?|New Year[’']s(?: Eve| Day)?|Thanksgiving|Easter(?: Sunday"
    r"| Monday)?|Halloween|Valentine[’']s Day|Mother[’']s Day|Father[’']s Day|Labor Day"
    r"|Groundhog Day|Memorial Day|Boxing Day|Good Friday|the Fourth of July|Diwali|Eid)\b"
    r"|(?<=last )(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?<=on )the (?P<nth>\d{1,2}(?:st|nd|rd|th)(?: of [A-Z][a-z]+)?)\b"
)


def days_of_a_story(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is a day or a month in somebody's story only: “in October”, “on Christmas Eve”."""
    for pattern in (_MONTH_ALONE, _FEAST):
        for found in pattern.finditer(text):
            kind = found.lastgroup or 0
            yield found.start(kind), found[kind]


def dates(text: str) -> Iterator[tuple[int, str]]:
    """Yield each date that tells more than a year, and where it stands."""
    for found in _DATE.finditer(text):
        yield found.start(), found[0]
