"""The number of a patient's health plan, policy or insurance card.

With it somebody can ask for care in another's name.

Source: 45 CFR 164.514(b)(2)(i)(I), health plan beneficiary numbers
(https://www.ecfr.gov/current/title-45/section-164.514); how a Medicare number is made: Centers for
Medicare & Medicaid Services, Understanding the Medicare Beneficiary Identifier
(https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi.pdf).

Flags: Her insurance ID is CL-987654, and she was admitted last week.
Flags: The card in the picture reads 2QF7-RT4-NK91.
Passes: Ask your insurer for the number of your policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import analysis
from publisher.checks._privacy_numbers import labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a number of somebody's health plan"
FIX = "leave the number out"


# Numbers of Medicare have no letter that can be taken for a digit, so that hardly anything else is
# written like one.
_LETTER, _EITHER = "[AC-HJKMNP-RT-Y]", "[0-9AC-HJKMNP-RT-Y]"
_MEDICARE = re.compile(
    rf"(?<![\w-])[1-9]{_LETTER}{_EITHER}\d(?P<dash>[- ]?){_LETTER}{_EITHER}\d(?P=dash)"
    rf"{_LETTER}{_LETTER}\d\d(?![\w-])"
)


def check(document: Document) -> Iterator[Found]:
    """Yield each number that stands behind such a label, and each that is written as Medicare's."""
    told: set[tuple[int, int]] = set()
    for line, at, value in labelled(document, "plan"):
        told.add((id(line.passage), line.start + at))
        yield found(line.passage, line.start + at, MESSAGE, FIX, value)
    for line in analysis(document).numbered:
        for each in _MEDICARE.finditer(line.text):
            if (id(line.passage), line.start + each.start()) not in told:
                yield found(line.passage, line.start + each.start(), MESSAGE, FIX, each[0])
