"""Colours that can be read, whatever brand they come from (WCAG 2.2, 1.4.3 Contrast)."""

from __future__ import annotations

Rgb = tuple[int, int, int]

# The contrast that text of any size needs, and a little more.
LEAST = 4.6

_STEPS = 50


def rgb(colour: str) -> Rgb:
    """`#0b5f62` as (11, 95, 98)."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def hexadecimal(colour: Rgb) -> str:
    """(11, 95, 98) as `#0b5f62`."""
    return f"#{bytes(colour).hex()}"


def luminance(colour: Rgb) -> float:
    """Relative luminance from 0 to 1, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in (channel / 255 for channel in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((luminance(rgb(one)), luminance(rgb(other))))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a `share`, from 0 to 1, of `other` in it."""
    pairs = zip(rgb(colour), rgb(other), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return hexadecimal((red, green, blue))


def legible(colour: str, *grounds: str, least: float = LEAST) -> str:
    """`colour`, darker or lighter by as little as lets it be read on every one of `grounds`.

    `least` is the contrast that it must reach.
    """
    lightest = max(grounds, key=lambda ground: luminance(rgb(ground)))
    end = "#000000" if luminance(rgb(lightest)) > 0.4 else "#ffffff"  # noqa: PLR2004 - a light ground
    for step in range(_STEPS + 1):
        found = mixed(colour, end, step / _STEPS)
        if min(contrast(found, ground) for ground in grounds) >= least:
            return found
    return end


def on(colour: str) -> str:
    """Black or white, whichever is better read on `colour`."""
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, colour))
