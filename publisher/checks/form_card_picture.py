"""A lead picture that makes a poor card where others share the article.

The picture fills a third of the card, upright, and search engines cut it to a square too. What is
small is enlarged and looks blurred, what is very long loses its ends, and a drawing (SVG) or AVIF
none of them can show.

Source: Google Search Central, "Article structured data"
(https://developers.google.com/search/docs/appearance/structured-data/article): 50,000 pixels at
least; The Open Graph protocol (https://ogp.me).

Flags: ---
    title: A drawing
    authors: [editorial-team]
    image: drawing.svg
    alt: Two hands
    ---

    Words.
Passes: ---
    title: No picture
    authors: [editorial-team]
    ---

    Words.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PIL import Image

from publisher.checks._document import Document, Found
from publisher.finding import Severity

SEVERITY = Severity.WARNING

# What networks and search engines show; the card's share that a picture fills; what is "small".
_SHOWN = (".gif", ".jpeg", ".jpg", ".png", ".webp")
_ON_CARD = (420, 630)
_MOST_ENLARGED = 2
_FEWEST_PIXELS = 50_000
_LONGEST_SHAPE = 3

_UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def check(document: Document) -> Iterator[Found]:
    """Yield what is wrong with the lead picture's kind, size or shape."""
    article = document.article
    if article is None or not article.image:
        return
    place = document.place("image")
    if not article.image.lower().endswith(_SHOWN):
        message = "networks and search engines cannot show a picture of this kind"
        yield document.found(place, message, "save it as JPEG, PNG or WebP for the lead")
    elif article.lead_picture:
        size = _size(document.publication.root / article.lead_picture)
        if size and (told := _fault(*size)):
            yield document.found(place, *told)


def _fault(width: int, height: int) -> tuple[str, str] | None:
    measures = f"this picture has {width} × {height} pixels"
    enlarged = max(_ON_CARD[0] / width, _ON_CARD[1] / height)
    if min(width, height) ** 2 < _FEWEST_PIXELS or enlarged > _MOST_ENLARGED:
        return f"{measures}, so it looks blurred on a card", "take one of 1,200 × 900 or more"
    if max(width, height) > _LONGEST_SHAPE * min(width, height):
        return f"{measures}; cut to a card it loses its ends", "take one less long, as 4:3"
    return None


def _size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels from the file's head; None for what is told elsewhere."""
    with (
        warnings.catch_warnings(),
        suppress(OSError, SyntaxError, ValueError, Image.DecompressionBombError),
    ):
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(file) as picture:
            return picture.size if min(picture.size) > 0 else None
    return None
