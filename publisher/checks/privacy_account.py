"""The number of a patient's account or bill.

An account leads to the person whose bill it is.

Source: 45 CFR 164.514(b)(2)(i)(J), account numbers
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: The bill for his surgery, account number 7788-2210, came in May.
Passes: The trial has 300 patients on account of two sites.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._privacy_numbers import found_labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is the number of somebody's account"
FIX = "leave the number out"


def check(document: Document) -> Iterator[Found]:
    """Yield each number that stands behind such a label."""
    return found_labelled(document, "account", MESSAGE, FIX)
