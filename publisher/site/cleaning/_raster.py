"""Raster pictures: decoded, turned upright, taken to sRGB, and encoded anew from pixels alone."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from publisher.site.cleaning._fault import UnreadableError, told_as

FORMATS = {
    ".avif": "AVIF",
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}

# Pixels on the longer side: twice what the widest column of text can show.
LONGEST = 2000
# All frames together. What unpacks to more is no picture for a page but a bomb.
MOST_PIXELS = 100_000_000

_MOVING = frozenset({"AVIF", "GIF", "PNG", "WEBP"})
_OPTIONS: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 75},
    "GIF": {},
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {},
    "WEBP": {"quality": 85},
}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_TOO_BIG = f"holds more than {MOST_PIXELS // 1_000_000} million pixels"
_BROKEN = "is not a picture that can be shown, or is broken off"


@dataclass(frozen=True)
class Frames:
    """A picture's frames, upright and in sRGB, `LONGEST` at most, and nothing else of it.

    `durations` are milliseconds, one for each frame; `loop` how often they run, 0 for ever.
    """

    images: tuple[Image.Image, ...]
    durations: tuple[float, ...] = (0,)
    loop: int | None = None
    lossless: bool = False


def cleaned(data: bytes, suffix: str) -> bytes:
    """A picture in the format that `suffix` says, whatever it was in."""
    return encoded(decoded(data), FORMATS[suffix])


def decoded(data: bytes) -> Frames:
    """Raises UnreadableError for what is no picture of the formats above, or too big a one."""
    with told_as(_BROKEN), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of sizes and broken metadata: we judge here
        picture = _open(data)
        kind = picture.format
        # Telephones append depth maps and the like to a JPEG (MPO): the first picture is meant.
        count = 1 if kind in {"JPEG", "MPO"} else getattr(picture, "n_frames", 1)
        if picture.width * picture.height * count > MOST_PIXELS:
            raise UnreadableError(_TOO_BIG)
        picture.draft(None, (LONGEST, LONGEST))  # a JPEG is scaled while it is decoded
        shown = list(_frames(picture, count))
        return Frames(
            tuple(_bounded(_in_srgb(_upright(frame))) for frame, _ in shown),
            tuple(duration for _, duration in shown),
            picture.info.get("loop"),
            lossless=kind in {"GIF", "PNG"} or b"VP8L" in data[:64],
        )


def in_width(data: bytes, width: int) -> bytes:
    """The first frame as WebP, `width` pixels wide.

    Without loss where that is smaller: a drawing of few colours that need not be scaled.

    Raises UnreadableError.
    """
    whole = _first(data)
    shown = _fitting(_scaled(whole, width / whole.width) if width < whole.width else whole, "WEBP")
    made = [_webp(shown, quality=80)]
    if width == whole.width and whole.mode in {"1", "P"}:
        made.append(_webp(shown, lossless=True))
    return min(made, key=len)


@lru_cache(maxsize=1)  # one picture is asked for in several widths, one after another
def _first(data: bytes) -> Image.Image:
    return decoded(data).images[0]


def _webp(shown: Image.Image, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's options
    file = BytesIO()
    shown.save(file, "WEBP", method=4, **options)
    return file.getvalue()


def encoded(frames: Frames, kind: str) -> bytes:
    """The picture as a file of the format `kind`, its movement kept where the format can."""
    with told_as(_BROKEN):
        first, *others = [_fitting(image, kind) for image in frames.images]
        options = dict(_OPTIONS[kind])
        if kind == "WEBP":
            options["lossless"] = frames.lossless
        if others and kind in _MOVING:
            options |= {"save_all": True, "append_images": others}
            options["duration"] = [round(duration) for duration in frames.durations]
            options |= {} if frames.loop is None else {"loop": frames.loop}
        file = BytesIO()
        first.save(file, kind, **options)
        return file.getvalue()


def _open(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=sorted(set(FORMATS.values())))
    except Image.DecompressionBombError as problem:
        raise UnreadableError(_TOO_BIG) from problem


def _frames(picture: Image.Image, count: int) -> Iterator[tuple[Image.Image, float]]:
    """Each frame with its duration; a PNG's still stand-in for its animation is none."""
    start = 1 if picture.info.get("default_image") and count > 1 else 0
    for index in range(start, count):
        picture.seek(index)
        picture.load()
        yield picture.copy(), picture.info.get("duration", 0)


def _upright(frame: Image.Image) -> Image.Image:
    """The frame as the camera was held; EXIF that cannot be read turns nothing."""
    with suppress(Exception):
        return ImageOps.exif_transpose(frame)
    return frame


def _in_srgb(frame: Image.Image) -> Image.Image:
    """The frame in colours that every browser means without being told, and without `info`."""
    profile = frame.info.get("icc_profile")
    transparent = "transparency" in frame.info
    if transparent and (profile or frame.mode != "P"):
        frame = frame.convert("RGBA")
    elif (profile and frame.mode == "P") or frame.mode in {"LAB", "HSV", "YCbCr"}:
        frame = frame.convert("RGB")
    if profile:
        frame = _converted(frame, profile)
    bare = frame.convert("RGB") if frame.mode == "CMYK" else frame.copy()
    kept = bare.info.get("transparency") if bare.mode == "P" else None
    bare.info = {} if kept is None else {"transparency": kept}
    return bare


def _converted(frame: Image.Image, profile: bytes) -> Image.Image:
    """Through the colour profile; one that is broken, or for other channels, counts for nothing."""
    grey = frame.mode in {"L", "LA"}
    if frame.mode not in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return frame
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB"):
            return frame
        alpha = frame.getchannel("A") if frame.mode in {"LA", "RGBA"} else None
        opaque = frame.convert("L" if grey else "RGB") if alpha else frame
        shown = ImageCms.profileToProfile(
            opaque,
            source,
            _SRGB,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if shown is None:
            return frame
        frame = shown.convert("L") if grey else shown
        if alpha:
            frame.putalpha(alpha)
    return frame


def _bounded(frame: Image.Image) -> Image.Image:
    longer = max(frame.size)
    return frame if longer <= LONGEST else _scaled(frame, LONGEST / longer)


def _scaled(frame: Image.Image, factor: float) -> Image.Image:
    """The frame in another size, in true colours."""
    if frame.mode in {"1", "P"}:
        frame = frame.convert("RGBA" if "transparency" in frame.info else "RGB")
    width, height = (max(1, round(length * factor)) for length in frame.size)
    shown = _eight_bits(frame).resize((width, height), Image.Resampling.LANCZOS)
    shown.info = {}
    return shown


def _eight_bits(frame: Image.Image) -> Image.Image:
    """Sixteen bits a pixel, of which Pillow would cut off the brighter ones, as eight."""
    if not frame.mode.startswith(("I", "F")):
        return frame
    return frame.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _fitting(frame: Image.Image, kind: str) -> Image.Image:
    """The frame in a mode that the format can hold; transparency becomes white in a JPEG."""
    if kind == "PNG":
        return frame
    frame = _eight_bits(frame)
    if kind == "GIF" or (kind == "JPEG" and frame.mode == "L"):
        return frame
    clear = frame.mode in {"LA", "RGBA", "PA"} or "transparency" in frame.info
    if clear and kind == "JPEG":
        over = frame.convert("RGBA")
        white = Image.new("RGBA", frame.size, "white")
        return Image.alpha_composite(white, over).convert("RGB")
    return frame.convert("RGBA" if clear else "RGB")
