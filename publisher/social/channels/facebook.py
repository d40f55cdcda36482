"""Facebook Pages, over the Graph API.

Rules: https://developers.facebook.com/docs/pages-api/posts. The limit of 63,206 characters is
not in that documentation; other clients use it. They count UTF-16 code units, which is never
fewer than what a reader would call characters. The card comes from the page's Open Graph data.
"""

from __future__ import annotations

from publisher.social import utf16
from publisher.social.composing import Layout, composed
from publisher.social.story import Measure, Snippet, Story

NAME = "Facebook"
LIMIT = 63_206
HASHTAGS = 1
LINKS = True


def length(text: str) -> int:
    """Count UTF-16 code units: an emoji counts two or more."""
    return utf16.units(text)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("facebook", measures, HASHTAGS))
