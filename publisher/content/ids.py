"""Ids that are drawn once and then never change."""

from __future__ import annotations

import hashlib
import secrets

# Without letters and digits that are taken for each other when read aloud.
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 10  # about 49 bits: two articles never draw the same


def new_id() -> str:
    """An id drawn by chance."""
    return _spelled(secrets.randbits(64))


def id_for(path: str, digest: str) -> str:
    """The id to offer an article that has none, by its path and the digest of its source.

    Always the same for the same text, so that whoever edits in a browser can paste what the
    check says, and a second run says no other.
    """
    drawn = hashlib.sha256(f"{path}\0{digest}".encode()).digest()
    return _spelled(int.from_bytes(drawn[:8], "big"))


def _spelled(number: int) -> str:
    letters = ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[digit]
    return f"{letters[:5]}-{letters[5:]}"
