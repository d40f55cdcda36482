"""A picture as a network takes it: surely a picture, and not larger than is allowed."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from publisher.social.account import RefusedError

_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
# Quality and share of the width, tried in this order.
_STEPS = ((88, 1.0), (80, 1.0), (80, 0.75), (75, 0.5), (70, 0.25), (60, 0.1))


def fitting(data: bytes, limit: int) -> tuple[bytes, str]:
    """Return the picture in at most `limit` bytes, and its media type; as it is where it fits.

    Networks take an upload that is no picture, and show nothing (Bluesky: seen). Raises
    RefusedError for one that cannot be read.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            kind = _TYPES.get(picture.format or "")
            if kind and len(data) <= limit:
                return data, kind
            return _smaller(picture.convert("RGB"), limit), "image/jpeg"
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as problem:
        message = "the card's picture cannot be read as a picture"
        raise RefusedError(message, "picture") from problem


def _smaller(picture: Image.Image, limit: int) -> bytes:
    for quality, share in _STEPS:
        size = (max(1, int(picture.width * share)), max(1, int(picture.height * share)))
        made = io.BytesIO()
        picture.resize(size, Image.Resampling.LANCZOS).save(made, "JPEG", quality=quality)
        if made.tell() <= limit:
            return made.getvalue()
    message = "no copy is small enough"
    raise ValueError(message)
