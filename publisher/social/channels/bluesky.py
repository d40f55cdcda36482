"""Bluesky, over the AT Protocol.

Rules: the lexicon `app.bsky.feed.post` (at most 300 graphemes and 3,000 bytes of UTF-8, which
the server enforces) and `app.bsky.richtext.facet` (https://docs.bsky.app/docs/advanced-guides/
post-richtext). A web address counts in full, so the text shows a short label, as the official
app does, and a facet carries the link. The server does not check where a facet points.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from publisher.social import graphemes
from publisher.social.composing import Layout, composed
from publisher.social.hashtags import marks
from publisher.social.story import Measure, Snippet, Story

NAME = "Bluesky"
LIMIT = 300
MAX_BYTES = 3000
HASHTAGS = 2
LINKS = True

# The official app shows longer paths only in part.
_LONGEST_PATH = 15
_SHOWN_PATH = 13
_FACET = "app.bsky.richtext.facet"


def length(text: str) -> int:
    """Count graphemes: a family emoji is one, a letter with its accents is one."""
    return graphemes.count(text)


def size(text: str) -> int:
    """Count bytes of UTF-8, of which MAX_BYTES may be posted."""
    return len(text.encode("utf-8", "surrogatepass"))


def measures(text: str) -> tuple[Measure, ...]:
    """Graphemes, and the bytes that bind first where a text is full of emoji."""
    return (
        Measure("characters", length(text), LIMIT),
        Measure("bytes", size(text), MAX_BYTES),
    )


def label(url: str, _link: str = "") -> str:
    """Return `url` as the official app shows it: the host and the beginning of the path."""
    parts = urlsplit(url)
    path = "" if parts.path == "/" else parts.path
    return parts.netloc + (path if len(path) <= _LONGEST_PATH else f"{path[:_SHOWN_PATH]}...")


def compose(story: Story) -> Snippet:
    """Return the post for `story`; in its text the address is the label."""
    return composed(story, Layout("bluesky", measures, HASHTAGS, shown=label))


def facets(snippet: Snippet) -> list[dict[str, Any]]:
    """Return what makes the label and the hashtags of a post links, in the order of its text.

    Offsets are bytes of UTF-8, the end not included (`app.bsky.richtext.facet#byteSlice`).
    """
    shown = re.finditer(re.escape(snippet.shown), snippet.text)
    found = [(match.span(), {"$type": f"{_FACET}#link", "uri": snippet.link}) for match in shown]
    found += [
        (mark.span(), {"$type": f"{_FACET}#tag", "tag": mark["tag"]})
        for mark in marks(snippet.text)
        if mark["tag"] in snippet.hashtags
    ]
    return [
        {
            "index": {"byteStart": size(snippet.text[:start]), "byteEnd": size(snippet.text[:end])},
            "features": [feature],
        }
        for (start, end), feature in sorted(found, key=lambda item: item[0])
    ]
