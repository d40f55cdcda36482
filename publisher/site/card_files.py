"""Pictures that are made: what each is made of, how it is served, and its bytes.

Both kinds hold pixels alone: nothing of what a camera wrote into a photograph comes along.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from PIL import Image

from publisher.site.cache import Cache, digest
from publisher.site.card_words import alternative
from publisher.site.drawing.design import Look, draw
from publisher.site.drawing.layout import Size, Wording, lay_out
from publisher.site.drawing.photograph import crop_size, cropped, jpeg, opened, upright_size
from publisher.site.views import Picture

# All that decides how the same words look; the first changes with the design.
_DRAWING = ("1", *map(metadata.version, ("budoux", "manimgx-fonts", "pillow", "uharfbuzz")))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card: words in the look of the brand, and beside them the lead picture, from its file."""

    address: str
    words: Wording
    look: Look
    size: Size
    file: Path | None = None
    lead: Picture | None = None

    @property
    def served(self) -> Picture:
        """How it is served; its version follows from what is on it alone."""
        lead = self.lead if self._shows_lead else None
        alt = alternative(self.words, lead.alt if lead else "")
        credit = lead.credit if lead else ""
        version = digest(*self._content)[:8]
        return Picture(
            self.address, *self.size, "image/png", alt, 0, version=version, credit=credit
        )

    def made(self, cache: Cache) -> bytes:
        """The file."""
        return cache.kept(self._draw, *_DRAWING, *_fonts(self.words.fonts), *self._content)

    @property
    def _shows_lead(self) -> bool:
        if self.lead is None:
            return False
        return lay_out(self.words, self.size, logo=True, picture=True).picture is not None

    @property
    def _content(self) -> tuple[str, ...]:
        files = (_digest(file) if file else "" for file in (self.file, self.look.logo))
        return (repr(self.words), self.look.colour, repr(self.size), *files)

    def _draw(self) -> bytes:
        lead = opened(self.file) if self.file else None
        return draw(self.words, self.look, self.size, lead)


@dataclass(frozen=True, slots=True)
class Cropped:
    """A lead picture in another shape, never enlarged; `look` fills in for a broken file."""

    address: str
    file: Path
    look: Look
    shape: Size
    lead: Picture

    @property
    def served(self) -> Picture:
        """How it is served."""
        width, height = self._size
        made = replace(self.lead, address=self.address, width=width, height=height)
        return replace(
            made, mime="image/jpeg", size=0, renditions=(), version=_digest(self.file)[:8]
        )

    def made(self, cache: Cache) -> bytes:
        """The file."""
        return cache.kept(self._crop, *_DRAWING, _digest(self.file), repr(self.shape))

    @property
    def _size(self) -> Size:
        return crop_size(upright_size(self.file), self.shape)

    def _crop(self) -> bytes:
        picture = opened(self.file) or Image.new("RGB", self.shape, self.look.colour)
        return jpeg(cropped(picture, self._size))


def _digest(file: Path) -> str:
    return _digest_as_of(file, file.stat().st_mtime_ns) if file.is_file() else ""


@lru_cache(maxsize=20_000)
def _digest_as_of(file: Path, changed: int) -> str:  # noqa: ARG001 - a key of the cache
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _fonts(folder: Path | None) -> list[str]:
    return sorted(map(_digest, folder.iterdir())) if folder and folder.is_dir() else []
