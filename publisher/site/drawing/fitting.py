"""A text into a box: the largest size at which it fits, in lines of about one length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from publisher.site.drawing.bidi import levels
from publisher.site.drawing.breaking import clusters, pieces
from publisher.site.drawing.shaping import Line, Style, set_line, width

# Ems from one baseline to the next, at least; more where accents or marks stand high or low.
LEADING = 1.16
_APART = 0.08

# How evenly lines are set, in ems.
_EVEN = 0.25
_SOFT_HYPHEN = "\u00ad"
_BLANKS = " \u3000"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit: `size` is an em in pixels, `leading` in ems; `whole` unless it was cut."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    whole: bool = True

    @property
    def height(self) -> float:
        """Pixels from the top of the first line's letters to the bottom of the last one's."""
        first, last = self.lines[0], self.lines[-1]
        return self.size * (first.above + self.leading * (len(self.lines) - 1) + last.below)


def fit(text: str, style: Style, box: tuple[float, float], sizes: Iterable[float]) -> Block | None:
    """The first of `sizes` (descending, in pixels) at which `text` fits into `box`; else None.

    A word longer than a line is broken at the smallest size only.
    """
    parts = _measured(pieces(text, style.language), style)
    longest = max(part.inked for part in parts)
    *larger, smallest = sizes
    for size in larger:
        if longest * size <= box[0] and (block := _block(parts, style, box, size)):
            return block
    return _block(_broken(parts, style, box[0] / smallest), style, box, smallest)


def cut(text: str, style: Style, box: tuple[float, float], size: float) -> Block | None:
    """As many words of `text` as fit at `size`, and an ellipsis; None where not even that fits."""
    parts = _broken(_measured(pieces(text, style.language), style), style, box[0] / size)
    for end in range(len(parts) - 1, -1, -1):
        last = _measured([parts[end].text.rstrip(_LOOSE) + "…"], style)
        kept = [*parts[:end], *_broken(last, style, box[0] / size)]
        if block := _block(kept, style, box, size):
            return replace(block, whole=False)
    return None


# What stands badly before an ellipsis.
_LOOSE = " ,;:.–—-،؛、。，；："


@dataclass(frozen=True, slots=True)
class _Part:
    """A text after which a line may end; how wide it is in ems with and without its last blank."""

    text: str
    full: float
    inked: float


def _measured(texts: Iterable[str], style: Style) -> list[_Part]:
    parts = []
    for text in texts:
        shown = text.rstrip(_BLANKS)
        inked = width(shown, style)
        parts.append(_Part(text, inked + width(text[len(shown) :], style), inked))
    return parts


def _broken(parts: list[_Part], style: Style, limit: float) -> list[_Part]:
    """The parts, those that are wider than `limit` in graphemes."""
    return [
        small
        for part in parts
        for small in ([part] if part.inked <= limit else _measured(clusters(part.text), style))
    ]


def _block(parts: list[_Part], style: Style, box: tuple[float, float], size: float) -> Block | None:
    limit = box[0] / size
    ends = _wrap(parts, limit)
    if (len(ends) - 1) * LEADING * size > box[1]:
        return None
    ends = _wrap(parts, _narrowest(parts, limit, len(ends)))
    lines = tuple(_lines([part.text for part in parts], ends, style))
    highest = max(line.above for line in lines) + max(line.below for line in lines)
    block = Block(lines, size, max(LEADING, highest + _APART))
    return block if block.height <= box[1] else None


def _wrap(parts: list[_Part], limit: float) -> list[int]:
    """After how many parts each line ends that is at most `limit` wide."""
    ends: list[int] = []
    used = 0.0
    for number, part in enumerate(parts):
        if number and used + part.inked > limit:
            ends.append(number)
            used = 0.0
        used += part.full
    return [*ends, len(parts)]


def _narrowest(parts: list[_Part], limit: float, lines: int) -> float:
    """The least width that needs no more lines, so that all are of about one length."""
    least = max(part.inked for part in parts)
    while limit - least > _EVEN:
        middle = (least + limit) / 2
        if len(_wrap(parts, middle)) > lines:
            least = middle
        else:
            limit = middle
    return limit


def _lines(parts: list[str], ends: list[int], style: Style) -> Iterator[Line]:
    run = levels("".join(parts), right_to_left=style.right_to_left)
    at = first = 0
    for end in ends:
        text = "".join(parts[first:end])
        shown = text.rstrip(_BLANKS)
        if shown.endswith(_SOFT_HYPHEN):
            shown = shown[:-1] + "-"
        yield set_line(shown, tuple(run[at : at + len(shown)]), style)
        at, first = at + len(text), end
