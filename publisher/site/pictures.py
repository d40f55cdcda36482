"""What files look like as they are served: cleaned, and pictures measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, features

from publisher.content.publication import Publication
from publisher.site.cache import FOLDER, Cache
from publisher.site.cleaning import DOCUMENTS, RASTERS, UnreadableError, cleaned, extent

# What every network and search engine can show as a card (https://ogp.me, Google Images).
RASTER = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})

# A new number here, or a new library, and every picture is made anew.
_RECIPE = "1"
_CODECS = ("jpg", "zlib", "webp", "avif", "littlecms2")
MADE_WITH = " ".join((_RECIPE, PIL.__version__, *(str(features.version(c)) for c in _CODECS)))

_WRITTEN_WITH = f"{_RECIPE} {version('pypdf')}"

NO_CACHE = Cache(None)
_SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Measure:
    """A picture as it is served: pixels, MIME type, bytes, whether it moves, SHA-256 of it."""

    width: int
    height: int
    mime: str
    size: int
    moves: bool
    digest: str


def cache_of(publication: Publication) -> Cache:
    """Where a publication keeps what was costly to make."""
    return Cache(publication.root / FOLDER)


def published(file: Path, cache: Cache) -> bytes:
    """What is served of `file`.

    Raises UnreadableError for what is not what its name says, OSError where no file is.
    """
    data, suffix = file.read_bytes(), file.suffix.lower()
    if suffix not in RASTERS | DOCUMENTS:
        return cleaned(data, suffix)
    made_with = MADE_WITH if suffix in RASTERS else _WRITTEN_WITH
    return cache.kept(lambda: cleaned(data, suffix), "cleaned", made_with, suffix, data)


def measure(file: Path, cache: Cache = NO_CACHE) -> Measure | None:
    """A picture's measures as it is served; None for what is not served, or is no picture."""
    return _known(file, cache).measure


def fault(file: Path, cache: Cache = NO_CACHE) -> str | None:
    """Why nothing can be served of `file`, to be read after its name; None where all is well."""
    return _known(file, cache).fault


@dataclass(frozen=True, slots=True)
class _Known:
    measure: Measure | None = None
    fault: str | None = None


def _known(file: Path, cache: Cache) -> _Known:
    try:
        found = file.stat()
    except OSError:
        return _Known(fault="is not there")
    return _looked_at(file, cache, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=20_000)
def _looked_at(file: Path, cache: Cache, _changed: int, _size: int) -> _Known:
    try:
        data = published(file, cache)
    except UnreadableError as problem:
        return _Known(fault=str(problem))
    except OSError:
        return _Known(fault="cannot be read")
    return _Known(_measured(data, file.suffix.lower()))


def _measured(data: bytes, suffix: str) -> Measure | None:
    if suffix in RASTERS:
        with Image.open(BytesIO(data)) as picture:
            mime, moves = Image.MIME[picture.format or ""], getattr(picture, "is_animated", False)
            return Measure(*picture.size, mime, len(data), moves, sha256(data).hexdigest())
    found = extent(data) if suffix == ".svg" else None
    return Measure(*found, _SVG, len(data), False, "") if found else None  # noqa: FBT003
