"""The address of an article as a post needs it: told where readers came from, or bare."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from publisher.social.story import Story


def tracked(story: Story, channel: str) -> str:
    """Return the article's address with UTM parameters.

    By the article's id a post is found again, whatever becomes of the address; nothing in the
    parameters tells who the reader is.
    """
    parts = urlsplit(story.url)
    query = [
        *parse_qsl(parts.query, keep_blank_values=True),
        ("utm_source", channel),
        ("utm_medium", "social"),
        ("utm_campaign", story.pillar),
        ("utm_content", story.article),
    ]
    return parts._replace(query=urlencode(query)).geturl()


def bare(url: str) -> str:
    """Return an address as one would read it out: without scheme, parameters and fragment."""
    parts = urlsplit(url)
    return parts.netloc + parts.path
