"""When an article's posts may go out: times that leave none of them any room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.content.article import Article
from publisher.content.fields import last_moment, moment
from publisher.content.located import KeyPath, Located
from publisher.content.parts import Again
from publisher.finding import Finding

_CHECK = "front-matter-date"


def times(article: Article, located: Located, zone: ZoneInfo) -> Iterator[Finding]:
    """Yield where `not_after` has passed before a post of the article may go out."""
    social = article.social
    if social.not_after is None:
        return
    last = last_moment(social.not_after, zone)
    begin = moment(social.not_before, zone) if social.not_before else article.published
    if max(begin, article.published) > last:
        what = "`not_before`" if begin > article.published else "the article is out"
        message = f"`not_after` ({social.not_after}) has passed before {what}; no post could go out"
        yield _error(
            located, ("social", "not_after"), message, "write a later day, or leave it out"
        )
    for number, again in enumerate(social.again):
        at = _time(again, max(begin, article.published), zone)
        if at > last:
            key = "at" if again.at else "after"
            message = f"`not_after` ({social.not_after}) has passed by then; it would never go out"
            fix = "write an earlier time here, or a later `not_after`"
            yield _error(located, ("social", "again", number, key), message, fix)


def _time(again: Again, launch: datetime, zone: ZoneInfo) -> datetime:
    if again.at is not None:
        return moment(again.at, zone)
    return launch.astimezone(zone) + timedelta(days=again.after or 0)


def _error(located: Located, key: KeyPath, message: str, fix: str) -> Finding:
    return located.error(_CHECK, key, message, fix)
