"""GIF: blocks, of which some are the picture and others say something of it (GIF89a, 1990)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.embedded._written import decoded

SIGNATURE = b"GIF8"

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_COMMENT, _PLAIN_TEXT, _APPLICATION = 0xFE, 0x01, 0xFF
# The one thing that an application may say: how often the picture moves.
_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_HEADER, _DESCRIPTOR = 13, 10


def words(data: bytes) -> Iterator[str]:
    """Yield each comment, and each text that was meant to be drawn over the picture."""
    for start, end in _blocks(data):
        if data[start] == _EXTENSION and data[start + 1] in {_COMMENT, _PLAIN_TEXT}:
            yield decoded(b"".join(_parts(data, start + 2, end)))


def stripped(data: bytes) -> bytes:
    """The picture, with all its frames; a broken one as it is."""
    kept = [data[: _after_header(data)]]
    last = -1
    for start, end in _blocks(data):
        last = data[start]
        if not _tells(data[start:end]):
            kept.append(data[start:end])
    return b"".join(kept) if last == _END else data


def _tells(block: bytes) -> bool:
    if block[0] != _EXTENSION:
        return False
    of_application = block[1] == _APPLICATION and not block[3:].startswith(_KEPT)
    return of_application or block[1] == _COMMENT


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield from where to where each block stands, up to the end or where it breaks off."""
    at = _after_header(data)
    while at + 1 < len(data) or data[at : at + 1] == bytes((_END,)):
        kind = data[at]
        if kind == _END:
            yield at, at + 1
            return
        if kind == _EXTENSION:
            inner = at + 2
        elif kind == _IMAGE and at + _DESCRIPTOR < len(data):
            inner = at + _DESCRIPTOR + _colours(data[at + 9]) + 1
        else:
            return
        end = _after_parts(data, inner)
        if end > len(data):
            return
        yield at, end
        at = end


def _after_header(data: bytes) -> int:
    return _HEADER + _colours(data[10]) if len(data) >= _HEADER else len(data)


def _colours(flags: int) -> int:
    """How many bytes a table of colours has."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _parts(data: bytes, at: int, end: int) -> Iterator[bytes]:
    while at < end and data[at]:
        yield data[at + 1 : at + 1 + data[at]]
        at += 1 + data[at]


def _after_parts(data: bytes, at: int) -> int:
    """Where a row of parts ends, each of which says its length; beyond the file if it does not."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1
