"""What a picture is, measured: size in pixels and bytes, MIME type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, UnidentifiedImageError

# What every network and search engine can show as a card (https://ogp.me, Google Images).
RASTER = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


@dataclass(frozen=True, slots=True)
class Measure:
    """Width and height in pixels, MIME type, size in bytes."""

    width: int
    height: int
    mime: str
    size: int


@lru_cache(maxsize=20_000)
def measure(file: Path) -> Measure | None:
    """A raster picture's measures; None for anything that is not one."""
    try:
        with Image.open(file) as picture:
            mime = Image.MIME.get(picture.format or "", "")
            return Measure(*picture.size, mime, file.stat().st_size) if mime in RASTER else None
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
