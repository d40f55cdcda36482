"""PNG: chunks, some of them words (https://www.w3.org/TR/png-3/#11Chunks)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress

from publisher.embedded import _tiff, _xmp
from publisher.embedded._trace import Trace
from publisher.embedded._written import decoded

SIGNATURE = b"\x89PNG\r\n\x1a\n"

# What the picture is made of, its colours, and how it moves.
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs sPLT hIST "
    b"acTL fcTL fdAT".split()
)
_LONGEST_TEXT = 8_000_000
# Keys of texts that name somebody.
_AUTHOR = frozenset({b"Author", b"Artist", b"Creator"})

# Keys under which programs note what they did, or when.
_OF_PROGRAMS = frozenset({b"Software", b"Creation Time", b"date:create", b"date:modify"})


def traces(data: bytes) -> set[Trace]:
    """What the texts of its chunks tell: compressed ones, and what is written there in digits."""
    found: set[Trace] = set()
    for key, text in texts(data):
        if key in _AUTHOR and text.strip():
            found.add(Trace.AUTHOR)
        for told in (text, _digits(key, text)):
            found |= _tiff.traces(b"Exif" + told) | _xmp.traces(told)
    return found


def texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each text with its key, unpacked."""
    for kind, content in _chunks(data):
        if kind in {b"tEXt", b"zTXt", b"iTXt"}:
            key, _, rest = content.partition(b"\0")
            yield key, _inflated(kind, rest)


def words(data: bytes) -> Iterator[str]:
    """Yield each text that a person wrote, or a program in digits for other programs."""
    for key, text in texts(data):
        if digits := _digits(key, text):
            yield from (*_tiff.words(b"Exif" + digits), *_xmp.words(digits))
        elif key.startswith(b"XML:"):
            yield from _xmp.words(text)
        elif key not in _OF_PROGRAMS:
            yield decoded(text)


def _digits(key: bytes, text: bytes) -> bytes:
    """What ImageMagick writes in hexadecimal digits after a name and a length."""
    if not key.startswith(b"Raw profile type"):
        return b""
    digits = b"".join(text.split(maxsplit=2)[-1].split())
    with suppress(ValueError):
        return bytes.fromhex(digits.decode("ascii", "replace"))
    return b""


def _inflated(kind: bytes, rest: bytes) -> bytes:
    """A chunk's text, after its key."""
    if kind == b"tEXt":
        return rest
    if kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        if not packed:
            return rest
    else:
        rest = rest[1:]
    with suppress(zlib.error):
        return zlib.decompressobj().decompress(rest, _LONGEST_TEXT)
    return b""


def stripped(data: bytes) -> bytes:
    """The picture with its colours, turned as it was."""
    turned = _tiff.orientation(data)
    parts = [SIGNATURE]
    whole = False
    for kind, content in _chunks(data):
        if kind == b"IDAT" and turned != 1:
            parts.append(_chunk(b"eXIf", _tiff.upright(turned)))
            turned = 1
        if kind in _KEPT:
            parts.append(_chunk(kind, content))
        whole = kind == b"IEND"
    return b"".join(parts) if whole else data


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if len(content) < length:
            return
        yield kind, content
        if kind == b"IEND":
            return
        at += 12 + length
