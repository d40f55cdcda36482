"""EXIF, which is a small TIFF within a file, and TIFF itself.

Source: CIPA DC-008, "Exchangeable image file format for digital still cameras: Exif Version 3.0",
4.6, and TIFF 6.0, section 2.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from publisher.embedded._trace import Trace
from publisher.embedded._written import decoded

_HEADER = re.compile(rb"II\*\x00|MM\x00\*")
_MOST_ENTRIES = 512
_MOST_DIRECTORIES = 64
_MOST_BLOCKS = 1_000
_ENTRY = 12
# Bytes of one value by its type.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}

_EXIF, _GPS, _INTEROP, _SUB = 0x8769, 0x8825, 0xA005, 0x014A
_POINTERS = frozenset({_EXIF, _GPS, _INTEROP})
ORIENTATION = 0x0112
# Latitude and longitude of the place and of where the picture looks to, and the place's name.
_PLACES = frozenset({2, 4, 20, 22, 28})
_TAGS: Mapping[int, Trace] = {
    0xA430: Trace.OWNER,
    0xFDE8: Trace.OWNER,
    0xA431: Trace.SERIAL,
    0xA435: Trace.SERIAL,
    0xC62F: Trace.SERIAL,
    0xFDE9: Trace.SERIAL,
    0x013B: Trace.AUTHOR,
    0x9C9D: Trace.AUTHOR,
    0xA437: Trace.AUTHOR,
    0x927C: Trace.NOTES,
}
_THUMBNAIL = 0x0201
# What a TIFF is made of: size, colours, strips, tiles, the profile. All else is told beside it.
_STRUCTURE = frozenset(
    {*range(0x00FE, 0x0108), 0x010A, 0x0111, ORIENTATION, *range(0x0115, 0x0120), 0x0122, 0x0123}
    | {0x0124, 0x0125, 0x0128, 0x012D, 0x013D, 0x013E, 0x013F, 0x0140, *range(0x0141, 0x0146), _SUB}
    | {
        *range(0x014C, 0x0151),
        *range(0x0152, 0x0155),
        0x0155,
        0x0156,
        0x015B,
        *range(0x0200, 0x020A),
    }
    | {0x0211, 0x0212, 0x0213, 0x0214, 0x8773}
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One value: its tag, where its 12 bytes stand, and from where to where what it says."""

    tag: int
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Directory:
    """The values of one directory (IFD), which begins at `at`; `under` is the tag that led to it.

    `number` counts the directories in a row: of EXIF the second holds the small copy.
    """

    at: int
    under: int
    number: int
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class _Block:
    """A TIFF that begins at `start` of `data`; broken offsets lead nowhere."""

    data: bytes
    start: int

    @property
    def order(self) -> str:
        """Which end of a number comes first, as `struct` says it."""
        return "<" if self.data[self.start : self.start + 1] == b"I" else ">"

    def number(self, form: str, at: int) -> int:
        """One number; 0 beyond the end."""
        if at + struct.calcsize(form) > len(self.data):
            return 0
        found: int = struct.unpack_from(self.order + form, self.data, at)[0]
        return found

    def directories(self) -> Iterator[_Directory]:
        """Yield each directory once; none where this is no TIFF after all."""
        waiting = [(self.number("I", self.start + 4), 0, 0)]
        seen: set[int] = set()
        while waiting and len(seen) < _MOST_DIRECTORIES:
            offset, under, number = waiting.pop(0)
            at = self.start + offset
            if offset < 8 or at in seen:  # noqa: PLR2004 - the header's length
                continue
            seen.add(at)
            entries = self._entries(at)
            if entries is None:
                continue
            yield _Directory(at, under, number, entries)
            pointers = (entry for entry in entries if entry.tag in _POINTERS)
            waiting += [(self.number("I", each.at + 8), each.tag, 0) for each in pointers]
            if not under:
                after = at + 2 + _ENTRY * len(entries)
                waiting.append((self.number("I", after), 0, number + 1))

    def _entries(self, at: int) -> tuple[_Entry, ...] | None:
        count = self.number("H", at)
        if not 0 < count <= _MOST_ENTRIES or at + 2 + _ENTRY * count > len(self.data):
            return None
        found = [self._entry(at + 2 + _ENTRY * index) for index in range(count)]
        whole = [entry for entry in found if entry is not None]
        return tuple(whole) if len(whole) == count else None

    def _entry(self, at: int) -> _Entry | None:
        tag, kind, count = self.number("H", at), self.number("H", at + 2), self.number("I", at + 4)
        if kind not in _SIZES:
            return None
        size = _SIZES[kind] * count
        start = at + 8 if size <= 4 else self.start + self.number("I", at + 8)  # noqa: PLR2004 - TIFF 6.0: up to four bytes stand in place
        return _Entry(tag, at, start, min(start + size, len(self.data)))


# What somebody wrote of the picture: document, description, comment, and what Windows notes.
_WIDE = frozenset({0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F})
_COMMENT = 0x9286
_WORDS = frozenset({0x010D, 0x010E, _COMMENT, *_WIDE})
# A comment begins with the name of its characters, in eight bytes (Exif 3.0, 4.6.6).
_UNICODE, _NAMED = b"UNICODE", 8


def traces(data: bytes) -> set[Trace]:
    """What all TIFFs in `data` tell."""
    found: set[Trace] = set()
    for block in _blocks(data):
        for directory in block.directories():
            found.update(_told(data, directory, inner=block.start > 0))
    return found


def words(data: bytes) -> Iterator[str]:
    """Yield what somebody wrote into the TIFFs in `data`."""
    for block in _blocks(data):
        for directory in block.directories():
            for entry in directory.entries:
                if entry.tag in _WORDS and directory.under != _GPS:
                    yield _written(entry.tag, data[entry.start : entry.end], block.order)


def _written(tag: int, raw: bytes, order: str) -> str:
    if tag in _WIDE:
        return raw.decode("utf-16-le", "replace").strip("\0")
    if tag == _COMMENT and raw.startswith(_UNICODE):
        return _wide(raw[_NAMED:], order)
    return decoded(raw[_NAMED:] if tag == _COMMENT else raw)


def _wide(raw: bytes, order: str) -> str:
    """UTF-16 in the order of bytes of its first Latin letter, for many mix up theirs."""
    if 0 in raw[:2]:
        order = ">" if raw[0] == 0 else "<"
    return raw.decode("utf-16-le" if order == "<" else "utf-16-be", "replace").strip("\0")


def _blocks(data: bytes) -> Iterator[_Block]:
    """Yield what may be a TIFF, each by where it begins; of very many the first."""
    for header in islice(_HEADER.finditer(data), _MOST_BLOCKS):
        yield _Block(data, header.start())


def _told(data: bytes, directory: _Directory, *, inner: bool) -> Iterator[Trace]:
    for entry in directory.entries:
        if not data[entry.start : entry.end].strip(b"\0 "):
            continue
        if directory.under == _GPS:
            if entry.tag in _PLACES:
                yield Trace.PLACE
        elif entry.tag in _TAGS:
            yield _TAGS[entry.tag]
        elif entry.tag == _THUMBNAIL and directory.number == 1 and inner:
            yield Trace.THUMBNAIL


def orientation(data: bytes) -> int:
    """How the picture is to be turned, as EXIF counts it; 1 where it says nothing."""
    for block in _blocks(data):
        for directory in block.directories():
            for entry in directory.entries:
                if entry.tag == ORIENTATION and not directory.number:
                    turned = block.number("H", entry.at + 8)
                    return turned if turned in range(1, 9) else 1
    return 1


def upright(turned: int) -> bytes:
    """An EXIF that says nothing but how the picture is to be turned."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)


def blanked(data: bytes) -> bytes:
    """`data` of the same length in which TIFFs say nothing but what a picture is made of.

    The file itself may be one; in others (HEIC, AVIF) an inner one keeps the orientation alone.
    """
    changed = bytearray(data)
    for block in _blocks(data):
        whole = block.start == 0
        for directory in block.directories():
            kept = _STRUCTURE if whole and not directory.under else frozenset({ORIENTATION})
            _blank(changed, block, directory, kept, goes_on=whole and not directory.under)
    return bytes(changed)


def _blank(
    changed: bytearray,
    block: _Block,
    directory: _Directory,
    kept: frozenset[int],
    *,
    goes_on: bool,
) -> None:
    """Write a directory anew with those of its values that are `kept`, and zeros for the others."""
    entries, first = directory.entries, directory.at + 2
    end = first + _ENTRY * len(entries)
    after = block.data[end : end + 4] if goes_on else bytes(4)
    for entry in entries:
        if entry.tag not in kept:
            changed[entry.start : entry.end] = bytes(max(0, entry.end - entry.start))
    left = b"".join(block.data[e.at : e.at + _ENTRY] for e in entries if e.tag in kept)
    count = struct.pack(f"{block.order}H", len(left) // _ENTRY)
    whole = count + left + after
    last = min(end + 4, len(changed))
    changed[directory.at : last] = whole.ljust(last - directory.at, b"\0")[: last - directory.at]
