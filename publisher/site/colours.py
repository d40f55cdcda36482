"""Colours that can be read, whatever brand they come from: contrast as WCAG 2.2 measures it."""

from __future__ import annotations

Colour = tuple[int, int, int]

# https://www.w3.org/TR/WCAG22/#contrast-minimum, for text of any size, and a little more.
READABLE = 4.5
LEAST = 4.6

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_NEARLY_BLACK = (16, 24, 32)

_LINEAR = 0.04045
_STEPS = 50


def colour(written: str) -> Colour:
    """`#0b5f62` as (11, 95, 98)."""
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return red, green, blue


def hexadecimal(of: Colour) -> str:
    """(11, 95, 98) as `#0b5f62`."""
    return f"#{bytes(of).hex()}"


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with so much (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def ink_on(paper: Colour) -> Colour:
    """What to write with; on any colour at all either white or black can be read."""
    inks = (WHITE, _NEARLY_BLACK, BLACK)
    return next(ink for ink in inks if contrast(ink, paper) >= READABLE)


def legible(wanted: Colour, *grounds: Colour, least: float = LEAST) -> Colour:
    """`wanted`, darker or lighter by as little as lets it be read on every one of `grounds`.

    `least` is the contrast that it must reach.
    """
    end = max((BLACK, WHITE), key=lambda ink: min(contrast(ink, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        found = mixed(wanted, end, step / _STEPS)
        if min(contrast(found, ground) for ground in grounds) >= least:
            return found
    return end


def _luminance(of: Colour) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (part / 255 for part in of)
    linear = [p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
