"""The pictures that a page names to search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator

_PICTURES = frozenset({"contentUrl", "image", "logo", "thumbnailUrl"})


def pictures_in(text: str) -> Iterator[str]:
    """The URL of every picture in a JSON-LD document; none where it is no JSON."""
    try:
        yield from _pictures(json.loads(text))
    except ValueError:
        return


def _pictures(found: object) -> Iterator[str]:
    if isinstance(found, list):
        for each in found:
            yield from _pictures(each)
    elif isinstance(found, dict):
        for key, value in found.items():
            named = key in _PICTURES or (key == "url" and found.get("@type") == "ImageObject")
            values = value if isinstance(value, list) else [value]
            yield from (each for each in values if named and isinstance(each, str))
            yield from _pictures(value)
