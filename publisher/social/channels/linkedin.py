"""LinkedIn, over the Posts API.

Rules: the text is "little text" (https://learn.microsoft.com/linkedin/marketing/
community-management/shares/little-text-format), in which reserved characters must be escaped, or
the post is cut short there although the call succeeds. At most 3,000 characters after escaping;
the limit is not in that documentation, other clients use it and count UTF-16 code units. The
card is sent along, since LinkedIn does not read the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.social import utf16
from publisher.social.composing import Layout, composed
from publisher.social.hashtags import marks
from publisher.social.story import Measure, Snippet, Story

NAME = "LinkedIn"
LIMIT = 3000
HASHTAGS = 3
LINKS = True

_RESERVED = re.compile(r"[\\|{}@\[\]()<>#*_~]")


def escape(text: str, hashtags: Iterable[str] = ()) -> str:
    """Return `text` as LinkedIn's API wants it; of its words `#…` only `hashtags` stay links."""
    kept, escaped, at = set(hashtags), "", 0
    for mark in marks(text):
        if mark["tag"] in kept:
            escaped += _escaped(text[at : mark.start()]) + mark[0]
            at = mark.end()
    return escaped + _escaped(text[at:])


def _escaped(text: str) -> str:
    return _RESERVED.sub(r"\\\g<0>", text)


def length(text: str) -> int:
    """Count UTF-16 code units after escaping, the sign of each hashtag escaped too."""
    return utf16.units(escape(text))


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters (after escaping)", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`, not yet escaped."""
    return composed(story, Layout("linkedin", measures, HASHTAGS))
