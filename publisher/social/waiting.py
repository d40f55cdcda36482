"""How long a network asks to wait."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from publisher.social.account import A_WHILE

# As the standard calls it (RFC 9110, 10.2.3), then Bluesky, Mastodon and X.
_RESETS = ("Retry-After", "RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset")


def retry_after(headers: Mapping[str, str], now: datetime) -> int:
    """Return the seconds to wait, as the network's header fields say it: a number, or a moment."""
    for name in _RESETS:
        if value := headers.get(name):
            return max(1, _seconds(value, now))
    return A_WHILE


def _seconds(value: str, now: datetime) -> int:
    try:
        number = int(value)
    except ValueError:
        return _until(value, now)
    # A number as large as a date's is one, in seconds since 1970.
    return number if number < now.timestamp() / 2 else number - int(now.timestamp())


def _until(value: str, now: datetime) -> int:
    for read_date in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return int((read_date(value).astimezone(UTC) - now).total_seconds())
        except ValueError:
            continue
    return A_WHILE
