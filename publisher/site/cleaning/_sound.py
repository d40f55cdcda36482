"""MP3 without its tags: ID3v2 before the sound, ID3v1 and APEv2 after it.

https://id3.org/id3v2.4.0-structure
"""

from __future__ import annotations

from publisher.site.cleaning._fault import UnreadableError

_HEADER = 10
_OLD_TAG = 128
_FOOTER = 32


def cleaned(data: bytes) -> bytes:
    """Raises UnreadableError when no sound is left."""
    sound = _without_end(_without_start(data))
    # A frame begins with eleven bits that are set.
    if len(sound) < 4 or sound[0] != 0xFF or sound[1] & 0xE0 != 0xE0:  # noqa: PLR2004
        message = "is not a sound that can be played"
        raise UnreadableError(message)
    return sound


def _without_start(data: bytes) -> bytes:
    while data[:3] == b"ID3" and len(data) >= _HEADER:
        size = sum(
            (byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
        )
        footer = _HEADER if data[5] & 0x10 else 0
        data = data[_HEADER + size + footer :]
        data = data.lstrip(b"\0")  # padding
    return data


def _without_end(data: bytes) -> bytes:
    if data[-_OLD_TAG:][:3] == b"TAG":
        data = data[:-_OLD_TAG]
    footer = data[-_FOOTER:]
    if footer[:8] == b"APETAGEX":
        size = int.from_bytes(footer[12:16], "little")
        header = _FOOTER if footer[23] & 0x80 else 0
        data = data[: max(0, len(data) - size - header)]
    return data
