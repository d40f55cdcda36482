"""The plate or the identification number of somebody's vehicle.

A plate in a story, or on a photograph's caption, leads to its owner. A vehicle identification
number is known by its check digit, wherever it stands.

Source: 45 CFR 164.514(b)(2)(i)(L), vehicle identifiers and serial numbers, including license plate
numbers (https://www.ecfr.gov/current/title-45/section-164.514); check digit: 49 CFR 565.15
(https://www.ecfr.gov/current/title-49/section-565.15).

Flags: The ambulance found her car, license plate 7ABC123, in the ditch.
Flags: The wheelchair van, 1M8GDM9AXKP042788, was his.
Flags: Her plate reads GRAMMY, and the stroke has not stopped her.
Flags: Anna Larsen lost her leg to diabetes. Her car was towed (2BC 914).
Passes: Of 1200 vehicles, 40 were ambulances.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_numbers import labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is the plate or the number of somebody's vehicle"
FIX = "leave it out, and cover it in the picture"

_VIN = re.compile(r"(?<!\w)(?=[A-Z0-9]{8}[0-9X])[A-HJ-NPR-Z0-9]{17}(?!\w)")
# What a plate says need not have a digit.
_READS = re.compile(
    r"\b(?i:plates?) (?:\w+ )?(?i:reads?|says?|said|spells?) [“\"‘]?"
    r"([A-Z0-9][A-Z0-9 -]{1,7}[A-Z0-9])\b"
)
_BEHIND = re.compile(
    r"\b[Pp]lates?[ :,(]{1,2}(?:(?:number|no\.?|is) )?"
    r"(?=[A-Z -]*\d|[A-Z]{6})(?=(?:[ -]?[A-Z0-9]){5})"
    r"([A-Z0-9]{2,8}(?:[ -][A-Z0-9]{2,5}){0,2})\b"
)
_BESIDE = re.compile(
    r"\b(?i:car|truck|pickup|van|minivan|SUV|sedan|wagon|jeep|motorcycle|motorbike|scooter|towed"
    r"|coche|carro|camioneta|furgoneta|moto)\b[^.;(]{0,25}[(,:] ?(?=[A-Z0-9 -]{0,7}\d{2})"
    r"(?=[\d -]{0,4}[A-Z])([A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})\b(?! ?(?:mph|km))"
)
_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", [*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True)
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def check(document: Document) -> Iterator[Found]:
    """Yield each number behind such a label, and each vehicle identification number."""
    told: set[str] = set()
    for line, at, value in (*labelled(document, "vehicle"), *_plates(document)):
        if value not in told:
            told.add(value)
            yield found(line.passage, line.start + at, MESSAGE, FIX, value)
    for line in analysis(document).numbered:
        for each in _VIN.finditer(line.text):
            if each[0] not in told and is_vin(each[0]):
                yield found(line.passage, line.start + each.start(), MESSAGE, FIX, each[0])


def _plates(document: Document) -> Iterator[tuple[Line, int, str]]:
    """Yield what a plate is said to read, and what stands beside a vehicle like a plate."""
    for line in analysis(document).about:
        patterns = [_READS, _BEHIND] + [_BESIDE] * (line.reached and line.digits)
        for pattern in patterns:
            for each in pattern.finditer(line.text):
                yield line, each.start(1), each[1]


def is_vin(number: str) -> bool:
    """Whether its ninth character is the check digit of the others."""
    total = sum(
        weight * (int(sign) if sign.isdigit() else _VALUES[sign])
        for weight, sign in zip(_WEIGHTS, number, strict=True)
    )
    return number[8] == "0123456789X"[total % 11]
