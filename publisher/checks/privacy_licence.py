"""The number of somebody's licence, certificate or passport.

What an office gives out once belongs to one person.

Source: 45 CFR 164.514(b)(2)(i)(K), certificate/license numbers
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: She was brought in with her driver's license D1234-5678 in her hand.
Passes: Content is under a licence: CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._privacy_numbers import found_labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is the number of somebody's licence or certificate"
FIX = "leave the number out"


def check(document: Document) -> Iterator[Found]:
    """Yield each number that stands behind such a label."""
    return found_labelled(document, "licence", MESSAGE, FIX)
