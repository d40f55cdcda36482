"""What a person decides about posts: let them go out, never send them, or say that they are out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from publisher.social.ledger import Ledger
from publisher.social.records import PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.story import LAUNCH
from publisher.social.transitions import Outcome
from publisher.social.wishes import Wish

_OPEN = (None, State.RELEASED, State.FAILED, State.SKIPPED, State.SEEN)


class DecisionError(Exception):
    """What a person decided cannot be done; the message says why."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The posts of one article that are due or were, on one network or (None) on all of them."""

    wishes: tuple[Wish, ...]
    channel: str | None

    @classmethod
    def of(cls, wishes: Iterable[Wish], article: str, channel: str | None, now: datetime) -> Choice:
        """Those of `wishes` for the article of that id whose time has come, and its first ones."""
        meant = (wish for wish in wishes if wish.article.id == article and _chosen(wish))
        timely = (wish for wish in meant if wish.at <= now or wish.occasion == LAUNCH)
        return cls(tuple(wish for wish in timely if channel in (None, wish.channel)), channel)


def release(ledger: Ledger, snapshot: Snapshot, choice: Choice, by: str) -> Iterator[Wish]:
    """Let posts go out; one that may be out already only where its network is named."""
    unknown = (State.UNKNOWN,) if choice.channel else ()
    for wish, record in _in_state(snapshot, choice, *_OPEN, *unknown):
        ledger.settle(wish.key, record, Outcome(State.RELEASED, by=by))
        yield wish


def skip(
    ledger: Ledger, snapshot: Snapshot, choice: Choice, reason: str, by: str
) -> Iterator[Wish]:
    """Never send posts."""
    states = (None, State.RELEASED, State.FAILED, State.UNKNOWN)
    for wish, record in _in_state(snapshot, choice, *states):
        ledger.settle(wish.key, record, Outcome(State.SKIPPED, reason=reason, by=by))
        yield wish


def sent(ledger: Ledger, snapshot: Snapshot, choice: Choice, url: str, by: str) -> Wish:
    """Record that somebody has posted the first of the posts that is not out yet."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        message = f"`{url}` is no address; paste the post's own, as https://…"
        raise DecisionError(message)
    states = (*_OPEN, State.UNKNOWN)
    for wish, record in _in_state(snapshot, choice, *states):
        ledger.settle(wish.key, record, Outcome(State.POSTED, url=url, by=by))
        return wish
    message = f"nothing of it is left to post on {choice.channel}; `publisher status` shows what is"
    raise DecisionError(message)


def _in_state(
    snapshot: Snapshot, choice: Choice, *states: State | None
) -> Iterator[tuple[Wish, PostRecord | None]]:
    for wish in choice.wishes:
        if snapshot.state(wish.key) in states:
            yield wish, snapshot.posts.get(wish.key)


def _chosen(wish: Wish) -> bool:
    chosen = wish.article.social.channels
    return chosen is None or wish.channel in chosen
