"""WebP: chunks of a RIFF file (https://www.rfc-editor.org/rfc/rfc9649)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.embedded import _tiff

SIGNATURE = b"RIFF"

_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
# In the extended header: that there is EXIF, and that there is XMP.
_EXIF, _XMP = 0x08, 0x04


def stripped(data: bytes) -> bytes:
    """The picture with its colour profile, turned as it was."""
    if data[8:12] != b"WEBP":
        return data
    turned = _tiff.orientation(data)
    parts = []
    for kind, content in _chunks(data):
        if kind == b"VP8X" and content:
            flags = content[0] & ~(_EXIF | _XMP) | (_EXIF if turned != 1 else 0)
            content = bytes([flags]) + content[1:]  # noqa: PLW2901 - the same header, said anew
        if kind in _KEPT:
            parts.append(_chunk(kind, content))
    if turned != 1 and parts:
        parts.append(_chunk(b"EXIF", _tiff.upright(turned)))
    body = b"WEBP" + b"".join(parts)
    return SIGNATURE + len(body).to_bytes(4, "little") + body if parts else data


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
