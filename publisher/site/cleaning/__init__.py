"""Files as they may be published: what is seen and heard, and nothing else.

A photograph knows where and when it was taken, with whose camera, and often shows in a thumbnail
what was cropped away; a drawing knows its author's folders; a film knows the place. Readers are
given none of it. Each kind of file has a module of its own here.
"""

from __future__ import annotations

from publisher.site.cleaning import _drawing, _film, _matroska, _ogg, _raster, _sound
from publisher.site.cleaning._fault import UnreadableError

__all__ = ["RASTERS", "UnreadableError", "cleaned", "extent", "in_width"]

extent = _drawing.extent
in_width = _raster.in_width

RASTERS = frozenset(_raster.FORMATS)
_CLEANERS = {
    ".svg": _drawing.cleaned,
    **dict.fromkeys((".m4a", ".mp4"), _film.cleaned),
    ".mp3": _sound.cleaned,
    ".ogg": _ogg.cleaned,
    ".webm": _matroska.cleaned,
}


def cleaned(data: bytes, suffix: str) -> bytes:
    """A file's bytes as they may be published; `suffix` is its name's, in small letters.

    Documents, subtitles and data pass as they are.

    Raises UnreadableError for what is not what its name says, or is broken off.
    """
    if suffix in RASTERS:
        return _raster.cleaned(data, suffix)
    return _CLEANERS[suffix](data) if suffix in _CLEANERS else data
