"""What a person does about a post that did not go out, or of which nobody knows: one sentence.

Whatever is told of such a post ends with it, in a run, its summary and `publisher status`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from publisher.social.correcting import is_answer
from publisher.social.reconcile import STALE_AFTER
from publisher.social.records import PostKey, State
from publisher.social.snapshot import Snapshot
from publisher.social.story import LAUNCH

_POSTS = {
    State.UNKNOWN: "`publisher reconcile` asks the network; if you find it there yourself: "
    "`publisher announce --sent {name} {channel} URL{occasion}`, else "
    '`publisher skip {name} {channel} --reason "…"`',
    State.FAILED: "put right what the network said, then `publisher release {name} {channel}`, "
    'or `publisher skip {name} {channel} --reason "…"`',
    State.RELEASED: "the next run tries again",
}
# A correction is sent only when a person says so.
_ANSWERS = {
    State.UNKNOWN: _POSTS[State.UNKNOWN],
    State.FAILED: "put right what the network said, then `publisher correct {name} --reply "
    "{channel}`, or `publisher correct {name} --leave {channel}`",
    State.RELEASED: "`publisher correct {name} --reply {channel}` sends it, `publisher correct "
    "{name} --leave {channel}` never",
}


@dataclass(frozen=True, slots=True)
class Open:
    """A post that waits for somebody: how far it came, and why it came no further."""

    key: PostKey
    state: State
    reason: str


def way_out(key: PostKey, state: State | None, name: str) -> str | None:
    """What to do about a post of the article that people call `name`; None where it is nothing."""
    words = (_ANSWERS if is_answer(key.occasion) else _POSTS).get(state) if state else None
    occasion = "" if key.occasion == LAUNCH else f" --occasion {key.occasion}"
    return words and words.format(name=name, channel=key.channel, occasion=occasion)


def waiting(snapshot: Snapshot, now: datetime | None = None) -> Iterator[Open]:
    """Yield every post that waits for somebody, whether or not an article asks for it.

    With `now`, but for those of which a run that is at work may still say how they ended.
    """
    for key, record in snapshot.in_state(State.UNKNOWN, State.FAILED, State.RELEASED):
        state = record.seen_by(snapshot.run)
        if state is State.RELEASED and not is_answer(key.occasion):
            continue
        crashed = state is State.UNKNOWN and record.state is State.CLAIMED
        if crashed and now and now - record.at < STALE_AFTER:
            continue
        begun = f"begun by run {record.run}, which has not said how it ended" if crashed else ""
        yield Open(key, state, begun or record.reason or "")


def sentences(snapshot: Snapshot, left: Iterable[Open], slugs: Mapping[str, str]) -> Iterator[str]:
    """Yield what cannot be read, and of each post that is `left` what to do; articles by slug."""
    yield from (f"cannot be read: {problem}" for problem in snapshot.unreadable.values())
    for one in left:
        key, name = one.key, slugs.get(one.key.article, one.key.article)
        post = f"{name} on {key.channel} ({key.occasion})"
        yield f"{one.state}: {post}: {one.reason}; {way_out(key, one.state, name)}"
