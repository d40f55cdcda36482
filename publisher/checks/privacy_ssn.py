"""A social security number.

Nothing that is published needs one. Numbers that were never given out pass, unless they stand in a
sentence about one person's care or behind the words “social security”.

Source: 45 CFR 164.514(b)(2)(i)(G), social security numbers
(https://www.ecfr.gov/current/title-45/section-164.514); which numbers there are: Social Security
Administration, randomization of numbers (https://www.ssa.gov/employer/randomization.html).

Flags: His card with the number 219-09-9999 was in the bag.
Flags: She gave her SSN, 219099999, at the desk.
Passes: Numbers that begin with 000, such as 000-12-3456, do not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_numbers import labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a social security number"
FIX = "leave the number out"

_NUMBER = re.compile(r"(?<![\w-])\d{3}([- –])\d{2}\1\d{4}(?![\w-])")
_RECORD = re.compile(
    r"(?i)\b(?:MRN|id|record|policy|insurance|account|number|no)\b[^\w]*(?:\w+\W+)?$"
)


def check(document: Document) -> Iterator[Found]:
    """Yield each number that is written like one, and each that is called one."""
    for line in analysis(document).numbered:
        for each in _NUMBER.finditer(line.text):
            if _counts(line, each):
                yield found(line.passage, line.start + each.start(), MESSAGE, FIX, each[0])
    for line, at, value in labelled(document, "ssn"):
        if not _NUMBER.match(value):
            yield found(line.passage, line.start + at, MESSAGE, FIX, value)


def _counts(line: Line, number: re.Match[str]) -> bool:
    """Whether it can be one, or stands where it is meant as one, and is not called another."""
    before = line.text[max(0, number.start() - 25) : number.start()]
    if "MRN" in before:
        return False
    area, group, serial = (number[0][:3], number[0][4:6], number[0][7:])
    valid = area not in {"000", "666"} and area < "900" and group != "00" and serial != "0000"
    return valid or line.about or "social" in line.text.lower() or "SSN" in before
