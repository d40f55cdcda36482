"""The serial number of a device that a patient wears or carries.

A pacemaker's number leads to the person in whom it beats.

Source: 45 CFR 164.514(b)(2)(i)(M), device identifiers and serial numbers
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: His pacemaker, serial number PJN-402213-S, was replaced in the night.
Passes: Pumps of model 770 were recalled by their maker.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._privacy_numbers import found_labelled
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is the serial number of somebody's device"
FIX = "name the kind of device at most, without its number"


def check(document: Document) -> Iterator[Found]:
    """Yield each number that stands behind such a label."""
    return found_labelled(document, "device", MESSAGE, FIX)
