"""MP4 and M4A: every box that tells of the film rather than being it is emptied where it stands.

The boxes are those of ISO/IEC 14496-12. A box becomes a `free` one of the same size, filled with
zeros, so that nothing moves and every offset stays true.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.site.cleaning._fault import UnreadableError, told_as

# `udta` holds places and titles (©xyz, loci, ilst with a cover), `meta` and `uuid` XMP and more;
# `free` and `skip` may hold what an editor only crossed out.
_TELLING = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"pnot"})
_HOLDING = frozenset({b"moov", b"trak", b"mdia", b"edts", b"minf", b"dinf", b"moof", b"traf"})
# When it was made and changed: two times after version and flags, of 4 bytes or, in version 1, 8.
_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Box:
    """A box's name, and where it, its content and its end are."""

    name: bytes
    start: int
    content: int
    end: int


def cleaned(data: bytes) -> bytes:
    """Raises UnreadableError for what is no such file, broken off, or measures along the way."""
    with told_as("is not a film or sound that can be played, or is broken off"):
        film = bytearray(data)
        names = {box.name for box in _walk(film, 0, len(film))}
        if not {b"ftyp", b"moov"} <= names:
            message = "is not a film or sound that can be played"
            raise UnreadableError(message)
        return bytes(film)


def _walk(film: bytearray, start: int, end: int, depth: int = 0) -> Iterator[_Box]:
    """Empty what tells between two offsets; yields each box, once it is clean."""
    for box in _boxes(film, start, end):
        if box.name in _TELLING:
            film[box.start + 4 : box.start + 8] = b"free"
            film[box.content : box.end] = bytes(box.end - box.content)
        elif box.name in _TIMED:
            size = 16 if film[box.content] == 1 else 8
            film[box.content + 4 : box.content + 4 + size] = bytes(size)
        elif box.name == b"hdlr":
            _name_nobody(film, box)
        elif box.name in _HOLDING and depth < _DEEPEST:
            yield from _walk(film, box.content, box.end, depth + 1)
        yield box


def _name_nobody(film: bytearray, handler: _Box) -> None:
    """Empty a track's name; a track that measures is refused.

    Cameras write the place second by second into tracks of the handler `meta` (GoPro, telephones):
    these lie among the pictures, where no box can be emptied.
    """
    if film[handler.content + 8 : handler.content + 12] == b"meta":
        message = "holds a track of measurements, which may tell places; export it as a plain film"
        raise UnreadableError(message)
    film[handler.content + 24 : handler.end] = bytes(max(0, handler.end - handler.content - 24))


def _boxes(film: bytearray, start: int, end: int) -> Iterator[_Box]:
    while start < end:
        size, name = struct.unpack_from(">I4s", film, start)
        content = start + 8
        if size == 1:  # too large for 32 bits: 64 follow
            (size,) = struct.unpack_from(">Q", film, content)
            content += 8
        until = start + size if size else end  # 0: to the end
        if not content <= until <= end:
            message = "is broken off"
            raise UnreadableError(message)
        yield _Box(name, start, content, until)
        start = until
