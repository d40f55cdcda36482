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
    rf"|{_DAY}[ -](?:of |de )?{_MONTH}\b(?:\.(?=,? ?[’'\d]))?"
    rf"(?:(?:,| de| del)?[ -]{_YEAR}|[ -]\d\d\b)?"
    rf"|{_MONTH}\.?,? (?:of |de |del )?{_YEAR}"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])"
    r"|(?<=on )(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?=[\s,.;)?]|$)|(?<=in )(?:0?[1-9]"
    r"|1[0-2])/(?:[12]\d)(?=[\s,.;)?]|$)"
    r"|(?<=last )(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|(?<=last )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)(?![\w/-]|\.\d)"
)


def dates(text: str) -> Iterator[tuple[int, str]]:
    """Yield each date that tells more than a year, and where it stands."""
    for found in _DATE.finditer(text):
        yield found.start(), found[0]
