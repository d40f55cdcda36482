"""What makes parts of a Bluesky post links: its facets.

Source: the lexicon `app.bsky.richtext.facet`. The server does not check where a facet points.
"""

from __future__ import annotations

import re
from typing import Any

from publisher.social.hashtags import marks
from publisher.social.story import Snippet

_FACET = "app.bsky.richtext.facet"


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
            "index": {
                "byteStart": _bytes(snippet.text[:start]),
                "byteEnd": _bytes(snippet.text[:end]),
            },
            "features": [feature],
        }
        for (start, end), feature in sorted(found, key=lambda item: item[0])
    ]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
