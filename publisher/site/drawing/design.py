"""The share card as a file: the brand's colour, its shapes and logo, the words, a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from publisher.site.colours import BLACK, WHITE, Colour, colour, ink_on, mixed
from publisher.site.drawing.canvas import PAPER, Patch, inked, patch, png
from publisher.site.drawing.layout import Layout, Size, Wording, lay_out
from publisher.site.drawing.photograph import cropped, opened

CARD: Size = (1200, 630)
LARGEST_FILE = 300_000

# How a photograph is kept within that: first as fine as it can be.
_FINENESS = ((200, True), (200, False), (64, False), (16, False))


@dataclass(frozen=True, slots=True)
class Look:
    """A publication's brand: colour (`#rrggbb`) and logo (a picture file)."""

    colour: str = "#0b5f62"
    logo: Path | None = None

    @property
    def ramp(self) -> tuple[Colour, Colour, Colour]:
        """Shade, paper and ink; on the shade the ink is read as well or better."""
        paper = colour(self.colour)
        ink = ink_on(paper)
        return mixed(paper, BLACK if ink == WHITE else WHITE, 0.2), paper, ink


def draw(
    wording: Wording, look: Look, size: Size = CARD, picture: Image.Image | None = None
) -> bytes:
    """A PNG of `size` in pixels, at most `LARGEST_FILE` bytes; `picture` where there is room."""
    layout = lay_out(wording, size, logo=look.logo is not None, picture=picture is not None)
    card = inked(_background(size, wording.right_to_left), layout.texts)
    patches = list(_logo(layout, look))
    if layout.picture is None or picture is None:
        return png(card, look.ramp, patches)
    left, top, width, height = layout.picture
    beside = cropped(picture, (width, height))
    for colours, dither in _FINENESS:
        fine = patch(beside, (left, top), colours, dither=dither)
        file = png(card, look.ramp, [*patches, fine])
        if len(file) <= LARGEST_FILE:
            break
    return file


@cache
def _background(size: Size, right_to_left: bool) -> Image.Image:  # noqa: FBT001 - a key of the cache
    """Paper, with two large circles of its shade where a card's words end."""
    width, height = (2 * side for side in size)
    drawn = Image.new("L", (width, height), PAPER)
    pen = ImageDraw.Draw(drawn)
    for x, y, radius, grey in ((0.80, 1.22, 0.62, 28), (1.02, 0.98, 0.50, 0)):
        middle, reach = (width * x, height * y), min(width, height) * radius
        pen.circle(middle, reach, fill=grey)
    small = drawn.reduce(2)
    return ImageOps.mirror(small) if right_to_left else small


def _logo(layout: Layout, look: Look) -> list[Patch]:
    tile = _tile(look, layout.logo.width) if layout.logo else None
    return [replace(tile, at=layout.logo[:2])] if layout.logo and tile else []


@cache
def _tile(look: Look, side: int) -> Patch | None:
    """The logo in a square with round corners; on white where it has a transparent ground."""
    if look.logo is None or (logo := opened(look.logo)) is None:
        return None
    ground = logo.crop((0, 0, 1, 1)).resize((side, side))
    tile = ImageOps.contain(logo, (side, side))
    ground.paste(tile, ((side - tile.width) // 2, (side - tile.height) // 2))
    paper = Image.new("RGB", ground.size, look.ramp[1])
    corners = Image.new("L", (4 * side, 4 * side))
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, 4 * side - 1, 4 * side - 1), side, fill=255)
    paper.paste(ground, mask=corners.reduce(4))
    return patch(paper, (0, 0), 40, dither=False)
