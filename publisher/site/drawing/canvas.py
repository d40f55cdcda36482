"""A card's pixels: drawn in one grey, whose steps the palette of a PNG turns into colours.

One grey is fast to draw in and small to keep: 0 is a shade behind the paper, `PAPER` the paper
itself, 255 the ink. A logo and a picture bring colours of their own, after those steps.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import uharfbuzz as hb
from PIL import Image

from publisher.site.colours import Colour, mixed
from publisher.site.drawing.shaping import Line

PAPER, INK = 51, 255

# Sixteen steps from shade to ink are enough for smooth letters, and compress to half of 256.
_STEPS = 16
_STEP = [round(grey * (_STEPS - 1) / 255) for grey in range(256)]
_RLE = 3  # zlib's Z_RLE: as small as its best on flat colours, in a twentieth of the time


@dataclass(frozen=True, slots=True)
class Patch:
    """A picture in few colours, and where its upper left corner stands."""

    indices: Image.Image
    palette: tuple[int, ...]
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Set:
    """A line, where its left end and baseline are, and how many pixels an em is."""

    line: Line
    x: float
    baseline: float
    size: float


def inked(background: Image.Image, texts: Sequence[Set]) -> Image.Image:
    """A copy of `background` (mode L) with `texts` on it."""
    width, height = background.size
    pen = hb.RasterDraw()
    pen.extents = hb.RasterExtents(0, 0, width, height, 0)
    for text in texts:
        for glyph in text.line.glyphs:
            scale = text.size / glyph.face.upem
            x, y = text.x + glyph.x * text.size, height - text.baseline + glyph.y * text.size
            pen.transform = (scale, 0, 0, scale, x, y)
            pen.draw_glyph(glyph.face.font, glyph.number)
    drawn = pen.render()
    letters = Image.frombuffer(
        "L", (width, height), drawn.buffer, "raw", "L", drawn.extents.stride, -1
    )
    card = background.copy()
    card.paste(INK, mask=letters)
    return card


def patch(picture: Image.Image, at: tuple[int, int], colours: int, *, dither: bool) -> Patch:
    """`picture` (RGB) in at most so many colours."""
    few = picture.quantize(colours, Image.Quantize.MEDIANCUT)
    if dither:
        few = picture.quantize(palette=few, dither=Image.Dither.FLOYDSTEINBERG)
    palette = (few.getpalette() or [])[: 3 * colours]
    return Patch(Image.frombytes("L", few.size, few.tobytes()), tuple(palette), at)


def png(card: Image.Image, ramp: Sequence[Colour], patches: Sequence[Patch] = ()) -> bytes:
    """The file: `card` (mode L) in the colours of `ramp`: shade, paper, ink; `patches` on it."""
    indices = card.point(_STEP)
    palette = _palette(ramp)
    for one in patches:
        first = len(palette) // 3
        indices.paste(one.indices.point([min(255, i + first) for i in range(256)]), one.at)
        palette += one.palette
    indices.putpalette(palette)
    file = io.BytesIO()
    if any(len(one.palette) > 3 * _FLAT for one in patches):
        indices.save(file, "PNG", compress_level=6)
    else:
        indices.save(file, "PNG", compress_type=_RLE)
    return file.getvalue()


# More colours than that are a photograph, in which little repeats itself.
_FLAT = 64


def _palette(ramp: Sequence[Colour]) -> list[int]:
    shade, paper, ink = ramp
    steps = [step * 255 / (_STEPS - 1) for step in range(_STEPS)]
    colours = [
        mixed(shade, paper, grey / PAPER)
        if grey < PAPER
        else mixed(paper, ink, (grey - PAPER) / (INK - PAPER))
        for grey in steps
    ]
    return [part for colour in colours for part in colour]
