"""What a picture's file tells beside what is seen: where, when, with whose camera.

It is looked for wherever it stands, whatever the file is called: every block of EXIF (which is a
small TIFF), every packet of XMP and IPTC, and what PNG has compressed. Taken out, the pixels stay
as they are, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path

from publisher.embedded import _gif, _jpeg, _png, _tiff, _webp, _xmp
from publisher.embedded._dicom import is_dicom
from publisher.embedded._trace import Trace
from publisher.embedded._written import in_xml

__all__ = ["PICTURES", "Trace", "is_dicom", "stripped", "traces", "without_traces", "words"]

# The names of files that are looked into.
PICTURES = frozenset(
    {".avif", ".gif", ".heic", ".heif", ".jpe", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}
)


_KINDS: Mapping[bytes, Callable[[bytes], bytes]] = {
    kind.SIGNATURE: kind.stripped for kind in (_gif, _jpeg, _png, _webp)
}

# How a drawing begins, somewhere below what its editor says of itself.
_DRAWING = re.compile(rb"<(?:\w{1,20}:)?svg[\s>]")
_HEAD = 10_000


def traces(data: bytes) -> frozenset[Trace]:
    """What the file of a picture tells; nothing of what is no picture."""
    found = _tiff.traces(data) | _xmp.traces(data)
    if data.startswith(_png.SIGNATURE):
        found |= _png.traces(data)
    return frozenset(found)


def words(data: bytes) -> tuple[str, ...]:
    """What is written in the file of a picture, each text once; all words of a drawing (SVG)."""
    if _DRAWING.search(data[:_HEAD].replace(b"\0", b"")):  # in UTF-16 every other byte is nothing
        said = in_xml(data)
    else:
        own = (kind.words(data) for kind in (_gif, _jpeg, _png) if data.startswith(kind.SIGNATURE))
        said = chain(_tiff.words(data), _xmp.words(data), *own)
    return tuple(dict.fromkeys(one for each in said if (one := " ".join(each.split()))))


def stripped(path: Path) -> bytes:
    """The picture at `path` without all that; its orientation and colour profile stay.

    What is none of the kinds of pictures that we know, or is broken off, is given back as it is.
    Raises OSError where there is no file.
    """
    return without_traces(path.read_bytes())


def without_traces(data: bytes) -> bytes:
    """The file of a picture, as `stripped` gives it back."""
    for signature, strip in _KINDS.items():
        if data.startswith(signature):
            return strip(data)
    return _xmp.blanked(_tiff.blanked(data))
