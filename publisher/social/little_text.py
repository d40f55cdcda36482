"""LinkedIn's "little text", in which reserved characters must be escaped, exactly once.

Source: https://learn.microsoft.com/linkedin/marketing/community-management/shares/
little-text-format. Where one is not escaped the post is cut short although the call succeeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.social.hashtags import marks

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
