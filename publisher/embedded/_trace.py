"""The kinds of things that a picture's file may tell."""

from __future__ import annotations

from enum import StrEnum


class Trace(StrEnum):
    """One of them, in words that go on after "tells"."""

    PLACE = "where it was taken"
    OWNER = "whose camera it was taken with"
    SERIAL = "the serial number of the camera or lens"
    AUTHOR = "who took or made it"
    NOTES = "what the camera noted for itself"
    THUMBNAIL = "in a small copy what it was before it was cut"
