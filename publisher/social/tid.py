"""A record key that is the same in every run.

Source: https://atproto.com/specs/tid. 64 bits, of which the first is 0, then 53 bits of
microseconds since 1970 and 10 bits that tell clocks apart, as 13 letters which sort as the number.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_MICROSECONDS = 1_000_000
_CLOCK_BITS = 10
_LENGTH = 13


def tid(created: datetime, key: str) -> str:
    """Return the record key of a post: of the second it was made in, and its ledger's key.

    What is finer than a second comes from the key, so that no two posts of a second are one.
    """
    drawn = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    micros = int(created.timestamp()) * _MICROSECONDS + (drawn >> _CLOCK_BITS) % _MICROSECONDS
    number = micros << _CLOCK_BITS | drawn % (1 << _CLOCK_BITS)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
