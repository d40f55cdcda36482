"""Sounds and WebM films are published without their tags; what plays stays where it is."""

import struct

import pytest

from publisher.site.cleaning import UnreadableError, cleaned
from tests.site.photographs import TRACE

SECRET = TRACE.encode()
SOUND = b"\xff\xfb\x90\x00" + b"what is heard" * 20


def id3(content: bytes) -> bytes:
    size = len(content)
    return b"ID3\x04\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127])


def test_an_mp3_is_its_sound_alone():
    start = SECRET * 40 + bytes(9)
    ape = b"APETAGEX" + struct.pack("<IIII", 2000, len(SECRET) + 32, 1, 0) + bytes(8)
    end = SECRET + ape + b"TAG" + SECRET.ljust(125)
    assert cleaned(id3(start) + start + bytes(3) + SOUND + end, ".mp3") == SOUND
    with pytest.raises(UnreadableError, match="is not a sound that can be played"):
        cleaned(id3(start) + start, ".mp3")


def lacing(length: int) -> bytes:
    return b"\xff" * (length // 255) + bytes([length % 255])


def page(number: int, segments: bytes, content: bytes) -> bytes:
    head = b"OggS\0\0" + struct.pack("<QIIIB", 0, 7, number, 0, len(segments)) + segments
    return summed(head + content)


def summed(page: bytes) -> bytes:
    """With the checksum of RFC 3533, counted bit by bit."""
    rest = 0
    for byte in page:
        rest ^= byte << 24
        for _ in range(8):
            rest = (rest << 1 ^ 0x04C11DB7 if rest & 0x80000000 else rest << 1) & 0xFFFFFFFF
    return page[:22] + struct.pack("<I", rest) + page[26:]


def vorbis(*comments: bytes) -> bytes:
    told = b"".join(struct.pack("<I", len(one)) + one for one in comments)
    vendor = struct.pack("<I", 4) + b"made"
    return b"\x03vorbis" + vendor + struct.pack("<I", len(comments)) + told + b"\1"


@pytest.mark.parametrize("split", [False, True], ids=["on one page", "over two"])
def test_the_comments_of_an_ogg_are_blank(split: bool):  # noqa: FBT001
    picture = b"COVER=" + SECRET * 80
    long, clear = (
        vorbis(place, cover)
        for place, cover in (
            (b"LOCATION=" + SECRET, picture),
            (b"X=".ljust(9 + len(SECRET)), b"X=".ljust(len(picture))),
        )
    )

    def stream(comments: bytes) -> bytes:
        pages = [page(0, b"\x08", b"\x01vorbis\0")]
        if split:
            pages += [
                page(1, b"\xff\xff", comments[:510]),
                page(2, lacing(len(comments) - 510), comments[510:]),
            ]
        else:
            pages.append(page(1, lacing(len(comments)), comments))
        return b"".join([*pages, page(3, b"\x0d", b"what is heard")])

    assert cleaned(stream(long), ".ogg") == stream(clear)
    for broken in (stream(long)[:-2], b"words", b""):
        with pytest.raises(UnreadableError):
            cleaned(broken, ".ogg")


def element(name: int, content: bytes, *, unknown: bool = False) -> bytes:
    size = b"\xff" if unknown else (1 << 56 | len(content)).to_bytes(8, "big")
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + content


@pytest.mark.parametrize("unknown", [False, True], ids=["of known size", "streamed"])
def test_tags_titles_and_attachments_of_a_webm_are_void(unknown: bool):  # noqa: FBT001
    info = element(
        0x1549A966, element(0x7BA9, SECRET) + element(0x4D80, SECRET) + b"\x2a\xd7\xb1\x81\1"
    )
    tags = element(0x1254C367, SECRET * 30) + element(0x1941A469, SECRET)
    seen = element(0x1F43B675, element(0xE7, b"\0") + b"\xa3\x84seen", unknown=unknown)
    data = element(0x1A45DFA3, b"") + element(0x18538067, info + seen + tags, unknown=unknown)
    made = cleaned(data, ".webm")
    assert SECRET not in made
    assert (len(made), made.index(b"seen")) == (len(data), data.index(b"seen"))
    assert made.count(b"\xec") == 3
    for broken in (data[:-2] if not unknown else data[:40], b"words"):
        with pytest.raises(UnreadableError):
            cleaned(broken, ".webm")
