"""Where everything on a card stands, how large it is, and what gives way when there is no room.

A network shows a card about 300 pixels wide, a quarter of its size: no title is smaller than
`SMALLEST`, whose capitals are then 12 pixels high. What gives way to a long title, in this
order: the picture, the byline, the pillar, the title's last words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from publisher.site.drawing.breaking import clusters
from publisher.site.drawing.canvas import Set
from publisher.site.drawing.fitting import Block, cut, fit
from publisher.site.drawing.shaping import Line, Style, set_text

Size = tuple[int, int]

# Pixels of an em. Capitals of Noto Sans are 0.714 of it high.
SMALLEST = 68
_LARGEST, _LARGEST_BESIDE, _LARGEST_SHARE = 160, 84, 0.184  # the last of the card's height
_STEP = 8
_EYEBROW, _NAME, _BYLINE = 38, 40, 38
_SHRUNK = (1.0, 0.9, 0.8)  # of these three, for words that are a little too long
_CAPITALS = 0.714

# Pixels. Nothing is written within the margin, so that a network that crops a little cuts no
# letter. The picture's width times a card's height are fewer bytes than a card may have.
_MARGIN, _GAP = 64, 44
_PICTURE = 420
_SMALL_LOGO, _LOGO = 64, 92


@dataclass(frozen=True, slots=True)
class Wording:
    """What a card says, in one language (BCP 47); `bylines` from the longest to the shortest."""

    title: str
    language: str
    name: str
    eyebrow: str = ""
    bylines: tuple[str, ...] = ()
    right_to_left: bool = False
    fonts: Path | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """Everything that may be written."""
        return " ".join((self.title, self.name, self.eyebrow, *self.bylines))

    def style(self, weight: int) -> Style:
        """How its words are set, at a weight."""
        return Style(self.language, weight, self.right_to_left, self.fonts)


class Box(NamedTuple):
    """A rectangle in pixels from the upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A card as it will be drawn; `whole` unless words of its title were left out."""

    texts: tuple[Set, ...]
    logo: Box | None
    picture: Box | None
    whole: bool


class _Plan(NamedTuple):
    """What has a place on a card."""

    picture: bool
    byline: bool
    eyebrow: bool


_PLANS = (
    _Plan(picture=True, byline=True, eyebrow=True),
    _Plan(picture=True, byline=False, eyebrow=True),
    _Plan(picture=False, byline=True, eyebrow=True),
    _Plan(picture=False, byline=False, eyebrow=True),
    _Plan(picture=False, byline=False, eyebrow=False),
)


def lay_out(wording: Wording, size: Size, *, logo: bool, picture: bool) -> Layout:
    """The first plan in which the whole title fits, else as much of it as the last has room for."""
    plans = [plan for plan in _PLANS if picture or not plan.picture]
    grounds = [_Ground(wording, size, plan, logo) for plan in plans]
    for ground in grounds:
        if block := ground.title():
            return ground.layout(block)
    return grounds[-1].layout(grounds[-1].cut_title())


@dataclass(frozen=True, slots=True)
class _Ground:
    """One plan on a card of one size."""

    wording: Wording
    size: Size
    plan: _Plan
    has_logo: bool

    def title(self) -> Block | None:
        """The title, where there is room for all of it."""
        largest = min(_LARGEST, round(self.size[1] * _LARGEST_SHARE))
        largest = _LARGEST_BESIDE if self.plan.picture else largest
        sizes = range(largest, SMALLEST - 1, -_STEP)
        return fit(self.wording.title, self.wording.style(700), self._room, sizes)

    def cut_title(self) -> Block:
        """As much of the title as there is room for."""
        block = cut(self.wording.title, self.wording.style(700), self._room, SMALLEST)
        return block or Block((), SMALLEST, 1.0, whole=False)

    def layout(self, title: Block) -> Layout:
        """Everything in its place."""
        texts = tuple(self._texts(title))
        logo = Box(self._start(0, self._footer), self._footer_top, self._footer, self._footer)
        left = 0 if self.wording.right_to_left else self.size[0] - _PICTURE
        picture = Box(left, 0, _PICTURE, self.size[1])
        return Layout(
            texts,
            logo if self.has_logo else None,
            picture if self.plan.picture else None,
            title.whole,
        )

    def _texts(self, title: Block) -> Iterator[Set]:
        wording = self.wording
        if wording.eyebrow and self.plan.eyebrow:
            line, size = _fitting([wording.eyebrow], wording.style(600), _EYEBROW, self._column)
            yield self._set(line, 0, _MARGIN + _EYEBROW * _CAPITALS, size)
        for number, line in enumerate(title.lines):
            below_top = title.lines[0].above + number * title.leading
            yield self._set(line, 0, self._title_top + below_top * title.size, title.size)
        yield from self._signed()

    def _signed(self) -> Iterator[Set]:
        """The publication's name, and the byline below it, beside the logo."""
        wording = self.wording
        start = self._footer + 24 if self.has_logo else 0
        room = self._column - start
        name, size = _fitting([wording.name], wording.style(700), _NAME, room)
        if not self._has_byline:
            middle = self._footer_top + (self._footer + size * _CAPITALS) / 2
            yield self._set(name, start, middle, size)
            return
        yield self._set(name, start, self._footer_top + 36, size)
        byline, size = _fitting(wording.bylines, wording.style(400), _BYLINE, room)
        yield self._set(byline, start, self._footer_top + 84, size)

    @property
    def _has_byline(self) -> bool:
        return self.plan.byline and bool(self.wording.bylines)

    @property
    def _footer(self) -> int:
        return _LOGO if self._has_byline else _SMALL_LOGO

    @property
    def _footer_top(self) -> int:
        return self.size[1] - _MARGIN - self._footer

    @property
    def _title_top(self) -> int:
        eyebrow = self.plan.eyebrow and self.wording.eyebrow
        return _MARGIN + (round(_EYEBROW * _CAPITALS) + _GAP if eyebrow else 0)

    @property
    def _room(self) -> tuple[float, float]:
        return self._column, self._footer_top - _GAP - self._title_top

    @property
    def _column(self) -> int:
        return self.size[0] - 2 * _MARGIN - (_PICTURE - _MARGIN + _GAP if self.plan.picture else 0)

    def _set(self, line: Line, start: float, baseline: float, size: float) -> Set:
        return Set(line, self._start(start, line.width * size), baseline, size)

    def _start(self, start: float, width: float) -> int:
        """The left end of what begins `start` pixels after the margin, as the language runs."""
        if self.wording.right_to_left:
            return round(self.size[0] - _MARGIN - start - width)
        return round(_MARGIN + start)


def _fitting(texts: Sequence[str], style: Style, size: float, room: float) -> tuple[Line, float]:
    """The first of `texts` that fits into `room` pixels and the pixels of its em.

    At `size`, else a little smaller; else as much as fits of the last.
    """
    lines = [set_text(text, style) for text in texts]
    for smaller in (size * share for share in _SHRUNK):
        for line in lines:
            if line.width * smaller <= room:
                return line, smaller
    shown = clusters(texts[-1])
    while shown.pop() and shown:
        line = set_text("".join(shown).rstrip() + "…", style)
        if line.width * smaller <= room:
            return line, smaller
    return set_text("…", style), smaller
