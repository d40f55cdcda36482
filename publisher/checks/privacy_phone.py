"""The telephone or fax number of a patient, or of somebody near to one.

Numbers of offices, help lines and toll-free numbers are there to be known, and pass. In a sentence
about one person's care any number counts, also one that rings nowhere: somebody's true number may
only have been written down wrong.

Source: 45 CFR 164.514(b)(2)(i)(D) and (E), telephone and fax numbers
(https://www.ecfr.gov/current/title-45/section-164.514); toll-free codes: the telephone numbers'
own library (https://github.com/daviddrysdale/python-phonenumbers).

Flags: A 70-year-old woman was admitted with chest pain (phone: 212-555-0143).
Flags: We reached his daughter on her cell, +44 7700 900123, after the operation.
Flags: Anna Larsen, 34, had surgery. If you want to bring her a meal, it is 212-555-0143.
Passes: If you or your patient need help, call 1-800-273-8255 or 988.
Passes: Call our office at 212-555-0143 to make an appointment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_reach import is_somebodys
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a telephone or fax number in somebody's story"
FIX = "leave the number out; give the organisation's own where readers need one"

_NUMBER = re.compile(
    r"(?<![\w/.@#-])(?:\+|00)?\(?\d{1,4}\)?(?:[ .–/-]{0,2}\(?\d{2,5}\)?){1,5}"
    r"(?: ?(?:x|ext\.?) ?\d{1,5})?(?![\w/@-]|[.:]\d)"
)
_OTHER = re.compile(
    r"(?i)(?:\b(?:MRN|SSN|id|no|number|ins|insurance|policy|plan|record|account|acct|serial|code"
    r"|zip"
    r"|DOB|NCT|ISBN|doi|pmid)\b\.?[ :#(]*|[$€£#])$"
)
_CALLED = re.compile(
    r"(?i)\b(?:phone|tel\w*|cell\w*|mobile|fax|call\w*|contact\w*|text\w*|WhatsApp|pager|móvil"
    r"|celular|ring|reach\w*)\b[^\d]{0,40}$"
)
_DATE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d"
    r"|\d{3}[- ]\d\d[- ]\d{4}"
)
# How a number is written where only the story around it shows that it is somebody's.
_WRITTEN = re.compile(r"(?:\d{3}[.-])?\d{3}[.-]\d{4}\D*|[2-9]\d{2}[2-9]\d{6}")
# How many digits a number has, and how many where nothing says that it is one.
_LEAST, _MOST, _SURE = 7, 15, 9

_FREE = (phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.SHARED_COST)


def check(document: Document) -> Iterator[Found]:
    """Yield each number in a sentence about one person's care, and each that is somebody's own."""
    for line in analysis(document).numbered:
        for each in _NUMBER.finditer(line.text):
            if _is_number(line, each) and is_somebodys(line, each.start()):
                yield found(line.passage, line.start + each.start(), MESSAGE, FIX, each[0])


def _is_number(line: Line, number: re.Match[str]) -> bool:
    digits = "".join(sign for sign in number[0] if sign.isdigit())
    before = line.text[max(0, number.start() - 50) : number.start()]
    called = bool(_CALLED.search(before))
    if not _LEAST <= len(digits) <= _MOST or _DATE.fullmatch(number[0].strip()):
        return False
    if not called and _OTHER.search(before):
        return False
    sure = called or (line.reached and bool(_WRITTEN.fullmatch(number[0].strip())))
    if not sure and (digits == number[0] or len(digits) < _SURE):
        return False
    return not _is_public(number[0])


def _is_public(number: str) -> bool:
    """Whether calls to it are free, so that it is no person's own."""
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return False
    kind = phonenumbers.number_type(parsed)
    return kind in {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.SHARED_COST,
    }
