"""What a person decides about posts: let them go out, never send them, or say that they are out.

A post that is left open in the ledger can be decided about whether or not an article still asks
for it: its file may be gone, its author may have chosen other networks, or it is a correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from publisher.social.channels import channels
from publisher.social.correcting import is_answer
from publisher.social.ledger import Ledger
from publisher.social.places import EXAMPLES, network_of
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.transitions import Outcome
from publisher.social.wishes import Wish, said_already

_OPEN = (None, State.RELEASED, State.FAILED, State.SKIPPED, State.SEEN)
_LEFT = (State.RELEASED, State.FAILED, State.UNKNOWN)


class DecisionError(Exception):
    """What a person decided cannot be done; the message says why."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Posts of one article, on one network or (None) on all of them.

    Those that it `asked` for are due or were, its first ones are `coming`; what is `left` only the
    ledger knows of.
    """

    asked: tuple[PostKey, ...]
    coming: tuple[PostKey, ...]
    left: tuple[PostKey, ...]
    channel: str | None

    @classmethod
    def of(
        cls,
        wishes: Iterable[Wish],
        snapshot: Snapshot,
        article: str,
        channel: str | None,
        now: datetime,
    ) -> Choice:
        """Those of `wishes` for the article of that id, and what is left of it."""
        meant = [
            wish
            for wish in wishes
            if wish.article.id == article
            and channel in (None, wish.channel)
            and _chosen(wish)
            and not said_already(wish, snapshot)
        ]
        asked = tuple(wish.key for wish in meant if wish.at <= now)
        coming = tuple(wish.key for wish in meant if wish.at > now and wish.key == wish.launch)
        left = tuple(
            key
            for key, _ in snapshot.in_state(*_LEFT)
            if key.article == article and channel in (None, key.channel)
        )
        known = {*asked, *coming}
        return cls(asked, coming, tuple(key for key in left if key not in known), channel)

    def on(self, occasion: str | None) -> Choice:
        """Those on one occasion alone, if it is given."""
        if occasion is None:
            return self
        asked, left = (
            tuple(key for key in keys if key.occasion == occasion)
            for keys in (self.asked, self.left)
        )
        return replace(self, asked=asked, left=left)


def release(ledger: Ledger, snapshot: Snapshot, choice: Choice, by: str) -> Iterator[PostKey]:
    """Let posts go out; one that may be out already only where its network is named.

    What no article asks for any more cannot go out, but an answer can.
    """
    unknown = (State.UNKNOWN,) if choice.channel else ()
    answers = tuple(key for key in choice.left if is_answer(key.occasion))
    keys = choice.asked + choice.coming + answers
    for key, record in _in_state(snapshot, keys, *_OPEN, *unknown):
        ledger.settle(key, record, Outcome(State.RELEASED, by=by))
        yield key


def skip(
    ledger: Ledger, snapshot: Snapshot, choice: Choice, reason: str, by: str
) -> Iterator[PostKey]:
    """Never send posts; that can be decided before their time has come."""
    states = (None, State.RELEASED, State.FAILED, State.UNKNOWN)
    for key, record in _in_state(snapshot, choice.asked + choice.coming + choice.left, *states):
        ledger.settle(key, record, Outcome(State.SKIPPED, reason=reason, by=by))
        yield key


def sent(ledger: Ledger, snapshot: Snapshot, choice: Choice, url: str, by: str) -> PostKey:
    """Record that somebody has posted the first of the posts that is not out yet, at `url`."""
    network = choice.channel or ""
    if network_of(url) != network:
        message = f"`{url}` is no address of a post on {channels()[network].NAME}; paste the "
        message += f"post's own, as {EXAMPLES[network]}"
        raise DecisionError(message)
    states = (*_OPEN, State.UNKNOWN)
    for key, record in _in_state(snapshot, choice.asked + choice.left, *states):
        ledger.settle(key, record, Outcome(State.POSTED, url=url, by=by))
        return key
    message = f"nothing of it is left to post on {network}; `publisher status` shows what is"
    raise DecisionError(message)


def not_sent(
    ledger: Ledger, snapshot: Snapshot, article: str, channel: str, occasion: str | None
) -> PostKey:
    """Take back that somebody has posted the newest that only their word says is out."""
    told = [
        (record.at, key)
        for key, record in snapshot.in_state(State.POSTED)
        if (key.article, key.channel) == (article, channel)
        and occasion in (None, key.occasion)
        and record.by
        and not record.id
    ]
    if not told:
        message = f"nobody has said that it was posted on {channel} by hand"
        raise DecisionError(message)
    _, key = max(told)
    ledger.settle(key, snapshot.posts[key], Outcome(State.RELEASED, reason="it was not out"))
    return key


def _in_state(
    snapshot: Snapshot, keys: Iterable[PostKey], *states: State | None
) -> Iterator[tuple[PostKey, PostRecord | None]]:
    for key in keys:
        if snapshot.state(key) in states:
            yield key, snapshot.posts.get(key)


def _chosen(wish: Wish) -> bool:
    chosen = wish.article.social.channels
    return chosen is None or wish.channel in chosen
