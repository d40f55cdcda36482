"""A lead picture as cards use it: upright, in RGB, cut to a shape around its middle."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

# A little above the middle: heads are nearer to a picture's upper edge than feet to its lower.
_MIDDLE = (0.5, 0.4)
_QUALITY = 82
_ENOUGH = (1200, 1200)  # a larger JPEG is read at a half, a quarter or an eighth of its size
_LYING = range(5, 9)  # EXIF 2.32, tag 0x0112: turned by a quarter, mirrored or not


def opened(file: Path) -> Image.Image | None:
    """The picture, turned as its camera was held; None where it cannot be read to its end."""
    try:
        return _decoded(file, file.stat().st_mtime_ns)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


@lru_cache(maxsize=1)  # a card and three crops are made of one picture, one after the other
def _decoded(file: Path, changed: int) -> Image.Image:  # noqa: ARG001 - a key of the cache
    with Image.open(file) as picture:
        picture.draft("RGB", _ENOUGH)
        return _flat(ImageOps.exif_transpose(picture))


def cropped(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """What is around the middle, scaled to `size` in pixels."""
    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS, centering=_MIDDLE)


def upright_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels, turned as the camera was held, from the file's head alone."""
    with Image.open(file) as picture:
        exif = Image.Exif()
        exif.load(picture.info.get("exif", b""))
        lying = exif.get(ExifTags.Base.Orientation) in _LYING
        return picture.size[::-1] if lying else picture.size


def crop_size(picture: tuple[int, int], shape: tuple[int, int]) -> tuple[int, int]:
    """`shape`, or as much of it as a smaller picture fills without being enlarged."""
    scale = min(1.0, picture[0] / shape[0], picture[1] / shape[1])
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def jpeg(picture: Image.Image) -> bytes:
    """The pixels as JPEG, and nothing else: no place, no camera, no thumbnail."""
    made = io.BytesIO()
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(
        made, "JPEG", quality=_QUALITY, optimize=True
    )
    return made.getvalue()


def _flat(picture: Image.Image) -> Image.Image:
    """RGB, with white where nothing was drawn."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        drawn = picture.convert("RGBA")
        paper = Image.new("RGBA", drawn.size, "white")
        return Image.alpha_composite(paper, drawn).convert("RGB")
    return picture.convert("RGB")
