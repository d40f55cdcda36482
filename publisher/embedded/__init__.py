"""What a picture's file tells beside what is seen: where, when, with whose camera.

It is looked for wherever it stands, whatever the file is called: every block of EXIF (which is a
small TIFF), every packet of XMP and IPTC, and what PNG has compressed. Taken out, the pixels stay
as they are, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from publisher.embedded import _jpeg, _png, _tiff, _webp, _xmp
from publisher.embedded._trace import Trace

__all__ = ["PICTURES", "Trace", "stripped", "traces", "without_traces"]

# The names of files that are looked into.
PICTURES = frozenset(
    {".avif", ".gif", ".heic", ".heif", ".jpe", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}
)


_KINDS: Mapping[bytes, Callable[[bytes], bytes]] = {
    kind.SIGNATURE: kind.stripped for kind in (_jpeg, _png, _webp)
}


def traces(data: bytes) -> frozenset[Trace]:
    """What the file of a picture tells; nothing of what is no picture."""
    found = _tiff.traces(data) | _xmp.traces(data)
    if data.startswith(_png.SIGNATURE):
        found |= _png.traces(data)
    return frozenset(found)


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
