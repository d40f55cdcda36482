"""Length as JavaScript and Java count it, and with them most networks' own editors."""

from __future__ import annotations


def units(text: str) -> int:
    """Return the number of UTF-16 code units: 1 for most characters, 2 for an emoji's parts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
