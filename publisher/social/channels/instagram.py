"""Instagram, by hand: a caption to copy.

Rules: https://developers.facebook.com/docs/instagram-platform/content-publishing, at most 2,200
characters and since December 2025 five hashtags. Counted are UTF-16 code units, as other clients
do, which is never fewer than what a reader would call characters.

An address in a caption cannot be tapped, so the caption shows the readable canonical address,
without scheme and parameters. The snippet's `link` is for the account's profile or a story.
"""

from __future__ import annotations

from publisher.social import utf16
from publisher.social.composing import Layout, composed
from publisher.social.links import bare
from publisher.social.story import Measure, Snippet, Story

NAME = "Instagram"
LIMIT = 2200
HASHTAGS = 5
LINKS = False
CREDENTIALS: tuple[str, ...] = ()
NEEDS: tuple[str, ...] = ()


def length(text: str) -> int:
    """Count UTF-16 code units: an emoji counts two or more."""
    return utf16.units(text)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the caption for `story`."""
    return composed(
        story, Layout("instagram", measures, HASHTAGS, shown=lambda url, _link: bare(url))
    )


def compose_link(_snippet: Snippet) -> str:
    """Return where a post begins: Instagram lets nothing be handed over."""
    return "https://www.instagram.com/"
