"""Ogg (RFC 3533): the words in the comment header of each stream are overwritten with spaces.

Lengths stay as they are, so no page moves; only the checksums are counted anew.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from publisher.site.cleaning._fault import UnreadableError, told_as

# How the comment headers of Vorbis, Opus and Theora begin (RFC 7845, https://xiph.org/vorbis).
_COMMENTS = (b"\x03vorbis", b"OpusTags", b"\x81theora")
_FIXED = 27  # bytes of a page's header before its table of segments
_CONTINUED = 255  # a segment of this length is not a packet's last


def cleaned(data: bytes) -> bytes:
    """Raises UnreadableError for what is no Ogg, or broken off."""
    with told_as("is not a sound that can be played, or is broken off"):
        sound = bytearray(data)
        pages = list(_pages(sound))
        packets = list(_packets(sound, pages))
        for packet in packets:
            _overwrite(sound, packet)
        for start, content, end in pages:
            if not any(packet[0] < end and content <= packet[-1] for packet in packets):
                continue
            sound[start + 22 : start + 26] = bytes(4)
            struct.pack_into("<I", sound, start + 22, _checksum(sound[start:end]))
        return bytes(sound)


def _pages(sound: bytearray) -> Iterator[tuple[int, int, int]]:
    """(Start, start of the content, end) of each page."""
    start = 0
    while start < len(sound) or not start:
        if sound[start : start + 4] != b"OggS":
            message = "is not a sound that can be played, or is broken off"
            raise UnreadableError(message)
        content = start + _FIXED + sound[start + 26]
        end = content + sum(sound[start + _FIXED : content])
        if end > len(sound):
            message = "is broken off"
            raise UnreadableError(message)
        yield start, content, end
        start = end


def _packets(sound: bytearray, pages: list[tuple[int, int, int]]) -> Iterator[list[int]]:
    """Where each byte of each comment header lies."""
    open_packets: dict[int, list[int]] = {}
    for start, content, _ in pages:
        (stream,) = struct.unpack_from("<I", sound, start + 14)
        offset = content
        for length in sound[start + _FIXED : content]:
            places = open_packets.setdefault(stream, [])
            begins = bytes(sound[at] for at in places[:8]) if places else sound[offset : offset + 8]
            if begins.startswith(_COMMENTS):
                places.extend(range(offset, offset + length))
            offset += length
            if length < _CONTINUED:
                if places:
                    yield places
                open_packets.pop(stream)


def _overwrite(sound: bytearray, places: list[int]) -> None:
    """Each comment is a length and `NAME=words`: vendor first, then a count, then the others."""
    packet = bytes(sound[at] for at in places)
    at = next(len(begin) for begin in _COMMENTS if packet.startswith(begin))
    (vendor,) = struct.unpack_from("<I", packet, at)
    at += 4 + vendor
    (count,) = struct.unpack_from("<I", packet, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<I", packet, at)
        words = b"X=".ljust(length)[:length]
        for place, byte in zip(places[at + 4 :], words, strict=False):
            sound[place] = byte
        at += 4 + length


def _table() -> Iterator[int]:
    for number in range(256):
        rest = number << 24
        for _ in range(8):
            rest = (rest << 1) ^ (0x04C11DB7 if rest & 0x80000000 else 0)
        yield rest & 0xFFFFFFFF


_TABLE = tuple(_table())


def _checksum(page: bytes | bytearray) -> int:
    rest = 0
    for byte in page:
        rest = (rest << 8) & 0xFFFFFFFF ^ _TABLE[(rest >> 24) ^ byte]
    return rest
