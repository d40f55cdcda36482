"""Text into glyphs and where each stands: HarfBuzz, run by run of one font and one direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex
import uharfbuzz as hb

from publisher.site.drawing.bidi import levels, visual
from publisher.site.drawing.fonts import Typeface, has_emoji, typeface_of, typefaces


@dataclass(frozen=True)
class Style:
    """How a text is set: its language (BCP 47), weight (400 to 700), and fonts brought along."""

    language: str
    weight: int
    right_to_left: bool = False
    fonts: Path | None = None

    @property
    def faces(self) -> tuple[Typeface, ...]:
        """The faces it is set in."""
        return typefaces(self.language, self.weight, self.fonts)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape: the font's own number for it, and its origin in ems from the line's left end."""

    face: Typeface
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of glyphs from left to right; widths and heights in ems, `below` the baseline."""

    glyphs: tuple[Glyph, ...]
    width: float
    above: float
    below: float


@lru_cache(maxsize=4096)
def width(text: str, style: Style) -> float:
    """How wide `text` is when it is set alone, in ems."""
    return set_text(text, style).width


def set_text(text: str, style: Style) -> Line:
    """All of `text` in one line."""
    return set_line(text, tuple(levels(text, right_to_left=style.right_to_left)), style)


def set_line(text: str, run: tuple[int, ...], style: Style) -> Line:
    """The glyphs of one line, whose letters run as their levels in `run` say."""
    glyphs: list[Glyph] = []
    x = above = below = 0.0
    faces = {(start, end): face for start, end, face in _runs(text, run, style)}
    for start, end, level in visual([(*place, run[place[0]]) for place in faces]):
        face = faces[start, end]
        buffer = _shaped(text[start:end], level, face, style)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            at = x + position.x_offset / face.upem, position.y_offset / face.upem
            glyphs.append(Glyph(face, info.codepoint, *at))
            if box := face.font.get_glyph_extents(info.codepoint):
                top = at[1] + box.y_bearing / face.upem
                above, below = max(above, top), max(below, -top - box.height / face.upem)
            x += position.x_advance / face.upem
    return Line(tuple(glyphs), x, above, below)


def _runs(text: str, run: tuple[int, ...], style: Style) -> Iterator[tuple[int, int, Typeface]]:
    """(Start, end, face) of what one font sets in one direction, in the order of the text."""
    faces = style.faces
    if text and len(set(run)) == 1 and faces[0].has(text) and not has_emoji(text):
        yield 0, len(text), faces[0]
        return
    start, last = 0, faces[0]
    for found in regex.finditer(r"\X", text):
        face = typeface_of(found[0], faces, last) or last
        at = found.start()
        if at > start and (face is not last or run[at] != run[at - 1]):
            yield start, at, last
            start = at
        last = face
    if text:
        yield start, len(text), last


def _shaped(text: str, level: int, face: Typeface, style: Style) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = style.language
    hb.shape(face.font, buffer)
    return buffer
