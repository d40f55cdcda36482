"""JPEG: segments, of which some are the picture and the others tell of it (ITU-T T.81, annex B)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.embedded import _tiff
from publisher.embedded._written import decoded

SIGNATURE = b"\xff\xd8\xff"

_START_OF_SCAN, _END = 0xDA, 0xD9
_APPLICATIONS = range(0xE0, 0xF0)
_COMMENT = 0xFE
# How a segment of an application begins that says how the picture is to be shown.
_KEPT = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")


def stripped(data: bytes) -> bytes:
    """The first picture of the file with its colour profile, turned as it was."""
    turned = _tiff.orientation(data)
    parts = [SIGNATURE[:2]]
    if turned != 1:
        exif = b"Exif\0\0" + _tiff.upright(turned)
        parts.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
    for marker, segment in _segments(data):
        if marker == -1:
            return data  # broken off: it is not ours to mend
        if marker in _APPLICATIONS or marker == _COMMENT:
            if segment[4:].startswith(_KEPT):
                parts.append(segment)
        else:
            parts.append(segment)
    return b"".join(parts)


def words(data: bytes) -> Iterator[str]:
    """Yield each comment."""
    for marker, segment in _segments(data):
        if marker == _COMMENT:
            yield decoded(segment[4:])


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment with its marker, a scan with all its pixels; -1 where it breaks off."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - filling
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):  # noqa: PLR2004 - the length counts itself
            break
        if marker == _START_OF_SCAN:
            end = _after_pixels(data, end)
        yield marker, data[at:end]
        at = end
        if data[at : at + 2] == bytes((0xFF, _END)):
            yield _END, data[at : at + 2]
            return
    yield -1, b""


def _after_pixels(data: bytes, at: int) -> int:
    """Where the next marker stands that is no part of the pixels."""
    while (at := data.find(b"\xff", at)) >= 0:
        following = data[at + 1 : at + 2]
        if following and following[0] not in {0x00, 0xFF, *range(0xD0, 0xD8)}:
            return at
        at += 1 if following == b"\xff" else 2
    return len(data)
