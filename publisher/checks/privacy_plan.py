"""The number of a patient's health plan, policy or insurance card.

With it somebody can ask for care in another's name.

Source: 45 CFR 164.514(b)(2)(i)(I), health plan beneficiary numbers
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: Her insurance ID is CL-987654, and she was admitted last week.
Passes: Ask your insurer for the number of your policy.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._privacy_numbers import found_labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a number of somebody's health plan"
FIX = "leave the number out"


def check(document: Document) -> Iterator[Found]:
    """Yield each number that stands behind such a label."""
    return found_labelled(document, "plan", MESSAGE, FIX)
