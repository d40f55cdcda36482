"""The posts that an article asks for: when each is due, and until when it makes sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.content.article import Article
from publisher.content.fields import last_moment, moment
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.story import LAUNCH, STATEMENT

# Where the author says nothing else: news that is older is none.
FRESH = timedelta(days=14)
# What a reader has seen, or may have.
OUT = (State.POSTED, State.UNKNOWN, State.CLAIMED, State.DELETED)


@dataclass(frozen=True, slots=True)
class Wish:
    """One post, due `at` and not after `until`; `first` is when its article came out.

    An `urgent` one goes out during a hold, past quiet hours, spacing and daily maximum.
    """

    article: Article
    channel: str
    occasion: str
    at: datetime
    until: datetime
    first: datetime
    urgent: bool = False

    @property
    def key(self) -> PostKey:
        """The ledger's name for it; an article without an id has none."""
        return PostKey(self.article.id or "", self.channel, self.occasion)

    @property
    def launch(self) -> PostKey:
        """The first post of the same article there."""
        return PostKey(self.article.id or "", self.channel)


def wishes(
    article: Article, networks: Iterable[str], snapshot: Snapshot, zone: ZoneInfo, now: datetime
) -> Iterator[Wish]:
    """Yield every post of `article` on `networks`, its launch before the others."""
    first = came_out(article, snapshot, now)
    if article.id in snapshot.statements:
        yield from _statement(article, networks, snapshot, first)
        return
    for network in networks:
        for occasion, at in _times(article, network, snapshot, zone, first):
            until = article.social.not_after
            last = at + FRESH if until is None else last_moment(until, zone)
            yield Wish(article, network, occasion, at, last, first)


def _statement(
    article: Article, networks: Iterable[str], snapshot: Snapshot, first: datetime
) -> Iterator[Wish]:
    """Yield the posts of a released statement; one that was taken down goes past nothing."""
    released = snapshot.statements[article.id or ""]
    stands = released.until is None
    last = released.until or released.at + FRESH
    for network in networks:
        yield Wish(article, network, STATEMENT, released.at, last, first, urgent=stands)


def said_already(wish: Wish, snapshot: Snapshot) -> PostRecord | None:
    """The post by which the article is out there, or may be, on the other of its first occasions.

    An article is announced by its launch or as a statement, and never by both.
    """
    other = {LAUNCH: STATEMENT, STATEMENT: LAUNCH}.get(wish.occasion)
    record = snapshot.posts.get(replace(wish.key, occasion=other)) if other else None
    return record if record and record.state in OUT else None


def came_out(article: Article, snapshot: Snapshot, now: datetime) -> datetime:
    """When an article came out: its date; without one, when it was first seen to be out."""
    if article.date is not None:
        return article.published
    known = snapshot.articles.get(article.id or "")
    return known.since if known else now


def noticed(article: Article, snapshot: Snapshot, now: datetime) -> datetime:
    """Since when it is known to be out."""
    known = snapshot.articles.get(article.id or "")
    return known.since if known else now


def _times(
    article: Article, network: str, snapshot: Snapshot, zone: ZoneInfo, first: datetime
) -> Iterator[tuple[str, datetime]]:
    social = article.social
    launch = max(first, moment(social.not_before, zone)) if social.not_before else first
    yield LAUNCH, launch
    sent = snapshot.posts.get(PostKey(article.id, network)) if article.id else None
    start = sent.at if sent and sent.state is State.POSTED else launch
    for number, again in enumerate(social.again, start=1):
        if again.at is not None:
            at = moment(again.at, zone)
        else:
            at = _days_later(start, again.after or 0, zone)
        yield f"again-{number}", at


def _days_later(start: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The same time of day on the wall, whatever the clocks do in between."""
    return start.astimezone(zone) + timedelta(days=days)
