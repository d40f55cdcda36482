"""WebM (RFC 8794, RFC 9559): tags, attachments and titles become `Void` elements where they are."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.site.cleaning._fault import UnreadableError, told_as

_EBML, _SEGMENT, _INFO, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1F43B675
_TAGS, _ATTACHMENTS = 0x1254C367, 0x1941A469
# Title, date, file name, and the programs that made it.
_TELLING = {_TAGS, _ATTACHMENTS, 0x7BA9, 0x4461, 0x7384, 0x4D80, 0x5741}
_VOID = 0xEC
_REQUIRED = {0x4D80, 0x5741}  # names of programs must be there, and may be empty of meaning


def cleaned(data: bytes) -> bytes:
    """Raises UnreadableError for what is no WebM, or broken off."""
    with told_as("is not a film that can be played, or is broken off"):
        if int.from_bytes(data[:4], "big") != _EBML:
            message = "is not a film that can be played"
            raise UnreadableError(message)
        film = bytearray(data)
        for name, start, content, end in _elements(film, 0, len(film)):
            if name in _REQUIRED:
                film[content:end] = b"-" * (end - content)
            elif name in _TELLING:
                _void(film, start, end)
        return bytes(film)


def _elements(film: bytearray, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """(Name, start, start of the content, end) of each element down to what tells."""
    while start < end:
        name, at = _number(film, start, marked=True)
        size, content = _number(film, at, marked=False)
        unknown = size == (1 << 7 * (content - at)) - 1
        until = end if unknown else content + size
        if until > end:
            message = "is broken off"
            raise UnreadableError(message)
        yield name, start, content, until
        # What streams does not know how long it is: its children follow as if they were its peers.
        inside = name in (_SEGMENT, _INFO) or (unknown and name == _CLUSTER)
        start = content if inside else until


def _number(film: bytearray, at: int, *, marked: bool) -> tuple[int, int]:
    """A number of 1 to 8 bytes, whose leading zeros say how many, and where it ends."""
    length = 9 - film[at].bit_length()
    whole = int.from_bytes(film[at : at + length], "big")
    return (whole if marked else whole & ((1 << 7 * length) - 1)), at + length


def _void(film: bytearray, start: int, end: int) -> None:
    """Lay a Void over an element: one byte for the name, the shortest size that leaves no gap."""
    total = end - start
    length = 1 if total - 2 < (1 << 7) - 1 else 8
    size = total - 1 - length
    head = bytes([_VOID]) + ((1 << 7 * length) | size).to_bytes(length, "big")
    film[start:end] = head + bytes(size)
