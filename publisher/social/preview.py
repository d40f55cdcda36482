"""Snippets for the eye, for a machine, and as one page that shows each as its network would.

The page is whole in itself: nothing in it is fetched, no script runs, pictures are small copies
inside it.
"""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from PIL import Image, UnidentifiedImageError

from publisher.social.channels import channels
from publisher.social.hashtags import marks
from publisher.social.snippets import Fault
from publisher.social.story import LAUNCH, Snippet

# Twice the width at which a card is shown, in pixels.
_PICTURE = (640, 336)


def as_text(snippets: Sequence[Snippet]) -> str:
    """Return every post in full, by article, each under its network and its count."""
    blocks = []
    for article, group in groupby(snippets, key=lambda snippet: snippet.article):
        posts = list(group)
        blocks.append(f"{posts[0].card.title}\n{posts[0].url} ({article})\n")
        for post in posts:
            name = channels()[post.channel].NAME
            later = "" if post.occasion == LAUNCH else f" · {post.occasion}"
            heading = f"── {name}{later} · {post.length:,} of {post.limit:,} ──"
            blocks.append(f"{heading}\n\n{post.text}\n")
    return "\n".join(blocks)


def as_json(snippets: Sequence[Snippet]) -> str:
    """Return one JSON document: `{"snippets": [{"article", "channel", "text", …}]}`."""
    found = [_as_told(snippet) for snippet in snippets]
    return json.dumps({"snippets": found}, ensure_ascii=False, indent=2) + "\n"


# What only the preview and sending need.
_OURS = frozenset({"shown", "language"})


def _as_told(snippet: Snippet) -> dict[str, Any]:
    """What a machine reads; the occasion is told where it is not the launch."""
    ours = _OURS | ({"occasion"} if snippet.occasion == LAUNCH else set())
    return {key: value for key, value in asdict(snippet).items() if key not in ours}


def as_html(
    snippets: Sequence[Snippet],
    faults: Sequence[Fault] = (),
    pictures: Mapping[str, Path | io.BytesIO] | None = None,
) -> str:
    """Return the page; `pictures` gives a card's picture as a file to open, by its URL.

    `faults` are told at the top: what does not go out, and why.
    """
    shown = sorted({snippet.card.image for snippet in snippets} & (pictures or {}).keys())
    thumbnails = {url: _thumbnail((pictures or {})[url]) for url in shown}
    thumbnails = {url: data for url, data in thumbnails.items() if data}
    return _template().render(
        articles=[list(group) for _, group in groupby(snippets, key=lambda s: s.article)],
        faults=faults,
        pictures=list(thumbnails.items()),
        numbers={url: number for number, url in enumerate(thumbnails, start=1)},
        channels=channels(),
        paragraphs=_paragraphs,
        host=lambda url: urlsplit(url).netloc,
    )


FORMATS: dict[str, Callable[[Sequence[Snippet]], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    source = Path(__file__).with_name("preview.html").read_text(encoding="utf-8")
    return environment.from_string(source)


def _paragraphs(snippet: Snippet) -> Iterator[list[tuple[str, str]]]:
    """Yield each paragraph of a post as (kind, text); the kinds are text, link and tag."""
    for paragraph in re.split(r"\n{2,}", snippet.text):
        yield list(_pieces(paragraph, snippet.shown))


def _pieces(text: str, shown: str) -> Iterator[tuple[str, str]]:
    spans = [(*match.span(), "link") for match in re.finditer(re.escape(shown), text)]
    spans += [(*mark.span(), "tag") for mark in marks(text)]
    at = 0
    for start, end, kind in sorted(spans):
        yield "text", text[at:start]
        yield kind, text[start:end]
        at = end
    yield "text", text[at:]


def _thumbnail(file: Path | io.BytesIO) -> str:
    """Return a small copy as a `data:` URI, or "" where there is no picture to copy."""
    small = io.BytesIO()
    try:
        with Image.open(file) as picture:
            picture.thumbnail(_PICTURE)
            picture.convert("RGB").save(small, "WEBP", quality=60)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return ""
    return f"data:image/webp;base64,{base64.b64encode(small.getvalue()).decode('ascii')}"
