"""Colours that can be read: contrast as WCAG 2.2 measures it."""

from __future__ import annotations

from PIL import ImageColor

# https://www.w3.org/TR/WCAG22/#contrast-minimum
READABLE = 4.5

Colour = tuple[int, int, int]

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_NEARLY_BLACK = (16, 24, 32)
_LINEAR = 0.04045


def colour(written: str) -> Colour:
    """Red, green and blue of `#rrggbb`."""
    return ImageColor.getrgb(written)[:3]


def ink_on(paper: Colour) -> Colour:
    """What to write with; on any colour at all either white or black can be read."""
    inks = (WHITE, _NEARLY_BLACK, BLACK)
    return next(ink for ink in inks if contrast(ink, paper) >= READABLE)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with so much (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(of: Colour) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (part / 255 for part in of)
    linear = [p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
