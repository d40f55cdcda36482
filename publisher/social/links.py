"""The address of an article as a post needs it: told where readers came from, or bare."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

from publisher.social.story import LAUNCH, Story


def tracked(story: Story, channel: str) -> str:
    """Return the article's address with UTM parameters.

    By the article's id, and the occasion where it is not the launch, a post is found again,
    whatever becomes of the address; nothing in the parameters tells who the reader is.
    """
    parts = urlsplit(story.url)
    query = [
        *parse_qsl(parts.query, keep_blank_values=True),
        ("utm_source", channel),
        ("utm_medium", "social"),
        ("utm_campaign", story.pillar),
        ("utm_content", story.article),
        *([] if story.occasion == LAUNCH else [("utm_term", story.occasion)]),
    ]
    return parts._replace(query=urlencode(query)).geturl()


def bare(url: str) -> str:
    """Return an address as one would read it out: without scheme, parameters and fragment."""
    parts = urlsplit(url)
    return parts.netloc + parts.path


# An address ends at a space or a sign that no address holds; an id at what no id holds.
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
_TOLD = re.compile(r"[?&]utm_(content|term)=([a-z0-9-]+)")


def leads_to(text: str, article: str, occasion: str = LAUNCH) -> bool:
    """Whether a link in `text`, which may be HTML, is that to `article` on `occasion`."""
    for address in _ADDRESS.findall(unescape(text)):
        told = dict(_TOLD.findall(address))
        if (told.get("content"), told.get("term", LAUNCH)) == (article, occasion):
            return True
    return False
