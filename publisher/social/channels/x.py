"""X, over its API version 2.

Rules: https://docs.x.com/fundamentals/counting-characters: at most 280 as the open library
twitter-text counts, in which Latin counts 1, most other scripts and an emoji 2, and every web
address 23. A post ends with its link, where X makes the card of it.
"""

from __future__ import annotations

from publisher.social.composing import Layout, composed
from publisher.social.story import Measure, Snippet, Story
from publisher.social.twitter_text import weighted_length

NAME = "X"
LIMIT = 280
HASHTAGS = 2
LINKS = True


def length(text: str) -> int:
    """Count as twitter-text 3.1.0 does."""
    return weighted_length(text)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters (as X counts)", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("x", measures, HASHTAGS, ends_with_link=True))
