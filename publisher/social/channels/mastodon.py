"""Mastodon.

Rules: https://docs.joinmastodon.org/user/posting/ and the server's own `StatusLengthValidator`:
grapheme clusters, of which every web address with a scheme counts 23, a shorter one too, and a
mention its local part only. A server may allow more than 500 (`GET /api/v2/instance`,
`configuration.statuses.max_characters`); a content warning shares the budget.
"""

from __future__ import annotations

from functools import cache

import regex

from publisher.social import graphemes
from publisher.social.composing import Layout, composed
from publisher.social.story import Measure, Snippet, Story
from publisher.social.twitter_patterns import top_level_domains

NAME = "Mastodon"
LIMIT = 500
ADDRESS = 23
HASHTAGS = 4
LINKS = True

# A mention of somebody elsewhere; what follows it may make it none.
_MENTION = regex.compile(
    r"(?<![=/\w])(?P<local>@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*+)(?>@\w+(?:[.-]+\w+)*)"
    r"(?![@\uff20\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]|://)",
    regex.IGNORECASE,
)
_LABEL = r"[^\p{Cc}\p{Z}\p{Bidi_C}\p{NChar}\ufeff!-/:-@\[-`{-~]"
_PATH = r"[^\p{White_Space}<>()?]"
_PARENS = rf"\((?:{_PATH}+|{_PATH}*\({_PATH}+\){_PATH}*)\)"
_PATH_END = rf"(?:[^\p{{White_Space}}()?!*\"'「」<>;:=,.$%\[\]~&|@]|{_PARENS})"
_QUERY = r"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@\^\u00a0-\U0010ffff]"
_QUERY_END = r"[a-z0-9_&=#/\-\u00a0-\U0010ffff]"


@cache
def _address() -> regex.Pattern[str]:
    return regex.compile(
        r"(?<![a-z0-9@\uff20$#\uff03\p{NChar}\ufeff])(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://"
        rf"(?:{_LABEL}(?:(?:{_LABEL}|[_-]){{0,61}}{_LABEL})?\.)+"
        r"(?:\L<domains>(?=[^0-9a-z@+-]|\Z)|xn--[0-9a-z-]+)(?::[0-9]+)?"
        rf"(?:/(?:{_PATH}*(?:{_PARENS}{_PATH}*)*{_PATH_END}|{_PATH}+/)*)?"
        rf"(?:\?{_QUERY}*{_QUERY_END})?",
        regex.IGNORECASE,
        domains=top_level_domains(),
    )


def length(text: str) -> int:
    """Count grapheme clusters as a server does that parts Indic conjuncts: never too few."""
    counted = _MENTION.sub(r"\g<local>", _address().sub("x" * ADDRESS, text))
    return graphemes.count(counted, conjuncts=False)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("mastodon", measures, HASHTAGS))
