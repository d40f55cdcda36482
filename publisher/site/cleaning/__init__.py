"""Files as they may be published: what is seen and heard, and nothing else.

A photograph knows where and when it was taken, with whose camera, and often shows in a thumbnail
what was cropped away; a drawing knows its author's folders; a film knows the place. Readers are
given none of it. Each kind of file has a module of its own here.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from publisher.site.cleaning import _archive, _drawing, _film, _matroska, _ogg, _raster, _sound
from publisher.site.cleaning._fault import UnreadableError

__all__ = ["DOCUMENTS", "RASTERS", "UnreadableError", "cleaned", "extent", "in_width", "left"]

extent = _drawing.extent
in_width = _raster.in_width

RASTERS = frozenset(_raster.FORMATS)
# Documents in which their programs note who wrote them.
DOCUMENTS = frozenset({".pdf", *_archive.SUFFIXES})
_CLEANERS = {
    ".svg": _drawing.cleaned,
    **dict.fromkeys((".m4a", ".mp4"), _film.cleaned),
    ".mp3": _sound.cleaned,
    ".ogg": _ogg.cleaned,
    ".webm": _matroska.cleaned,
}


def cleaned(data: bytes, suffix: str) -> bytes:
    """A file's bytes as they may be published; `suffix` is its name's, in small letters.

    Subtitles and data pass as they are, and so do documents that cannot be cleaned: see `left`.

    Raises UnreadableError for what is not what its name says, or is broken off.
    """
    if suffix in RASTERS:
        return _raster.cleaned(data, suffix)
    if suffix in DOCUMENTS:
        try:
            return _cleaner_of(suffix).cleaned(data, suffix)
        except UnreadableError:
            return data
    return _CLEANERS[suffix](data) if suffix in _CLEANERS else data


def left(data: bytes, suffix: str) -> tuple[str, ...]:
    """What stays in a document that may tell more than is meant, in words for its author."""
    try:
        return _cleaner_of(suffix).left(data, suffix)
    except UnreadableError:
        return ("all that its program noted, for it cannot be read",)


class _Cleaner(Protocol):
    """The module for one kind of document."""

    def cleaned(self, data: bytes, suffix: str, /) -> bytes:
        """It as it may be published."""

    def left(self, data: bytes, suffix: str, /) -> tuple[str, ...]:
        """What of it stays."""


def _cleaner_of(suffix: str) -> _Cleaner:
    """PDF's is read in only where there is one: that takes longer than to clean it."""
    if suffix == ".pdf":
        return cast("_Cleaner", import_module("publisher.site.cleaning._pdf"))
    return _archive
