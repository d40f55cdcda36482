"""What a Mastodon server takes for a mention or an address, of which it does not count all signs.

Source: the server's own `Account::MENTION_RE` and its patterns for addresses, after twitter-text.
"""

from __future__ import annotations

from functools import cache

import regex

from publisher.social.twitter_patterns import top_level_domains

# A mention of somebody elsewhere; what follows it may make it none.
MENTION = regex.compile(
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
def address_pattern() -> regex.Pattern[str]:
    """Return the pattern of a web address with its scheme."""
    return regex.compile(
        r"(?<![a-z0-9@\uff20$#\uff03\p{NChar}\ufeff])(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://"
        rf"(?:{_LABEL}(?:(?:{_LABEL}|[_-]){{0,61}}{_LABEL})?\.)+"
        r"(?:\L<domains>(?=[^0-9a-z@+-]|\Z)|xn--[0-9a-z-]+)(?::[0-9]+)?"
        rf"(?:/(?:{_PATH}*(?:{_PARENS}{_PATH}*)*{_PATH_END}|{_PATH}+/)*)?"
        rf"(?:\?{_QUERY}*{_QUERY_END})?",
        regex.IGNORECASE,
        domains=top_level_domains(),
    )
