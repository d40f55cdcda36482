"""From one state of a post to the next: which steps there are, and who may take them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from publisher.social.records import PostKey, PostRecord, State, TransitionError

_C, _P, _F, _U = State.CLAIMED, State.POSTED, State.FAILED, State.UNKNOWN
_R, _SKIPPED, _SEEN, _DELETED = State.RELEASED, State.SKIPPED, State.SEEN, State.DELETED

# From a state, or from no record at all, to those that may follow. Only what is released, or was
# never touched, can be claimed; what was posted can only be taken back.
FOLLOWING: dict[State | None, frozenset[State]] = {
    None: frozenset({_C, _P, _R, _SKIPPED, _SEEN}),
    _R: frozenset({_C, _P, _R, _SKIPPED, _SEEN}),  # again, by a person, after a hold
    _C: frozenset({_P, _F, _U, _R, _SKIPPED}),
    _U: frozenset({_P, _F, _R, _SKIPPED}),
    _F: frozenset({_P, _R, _SKIPPED}),
    _SKIPPED: frozenset({_P, _R}),
    _SEEN: frozenset({_P, _R}),
    _P: frozenset({_DELETED}),
    _DELETED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended, or what a person decided: only what is new is said."""

    state: State
    id: str | None = None
    url: str | None = None
    reason: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a claim keeps of the post that it is for.

    `key` is what the network shall know it by, and `created` when it says it was written.
    """

    key: str
    created: datetime
    digest: str


def claimed(
    stored: PostRecord | None, attempt: Attempt, run: str, at: datetime
) -> PostRecord | None:
    """A claim by `run`, or None where the post is not free.

    What an earlier attempt told the network stays: the same key and moment, so that a network
    which has it after all knows it again.
    """
    mine = PostRecord(state=State.CLAIMED, run=run, at=at, **asdict(attempt))
    if stored is None:
        return mine
    if stored.state is not State.RELEASED:
        return None
    first = {"created": stored.created or mine.created, "key": stored.key or mine.key}
    return stored.changed(**dict(mine) | first)


def settled(stored: PostRecord | None, outcome: Outcome, run: str, at: datetime) -> PostRecord:
    """The record after `outcome`; `run` is whose it is where there was none."""
    told = {name: value for name, value in asdict(outcome).items() if value is not None}
    new = {"reason": None, "by": None, "at": at} | told
    if stored and stored.state is State.POSTED and outcome.state is State.RELEASED:
        new["url"] = None  # it was not there after all
    return stored.changed(**new) if stored else PostRecord(run=run, **new)


def refuse_illegal(
    key: PostKey, stored: PostRecord | None, seen: PostRecord | None, state: State
) -> None:
    """Raise TransitionError unless `stored` is the attempt `seen`, and may become `state`."""
    if (stored and stored.run) != (seen and seen.run):
        now = f"{stored.state} by run {stored.run}" if stored else "no longer there"
        message = f"{key} has changed meanwhile and is {now}; it was not marked {state}"
        raise TransitionError(message)
    if state not in _following(stored):
        now = f"is {stored.state}" if stored else "has not been tried"
        message = f"{key} {now}, and cannot become {state}"
        raise TransitionError(message)


def _following(stored: PostRecord | None) -> frozenset[State]:
    """What may follow; a person can take back what only their word says is out."""
    following = FOLLOWING[stored.state if stored else None]
    told = stored and stored.state is State.POSTED and stored.by and not stored.id
    return following | {State.RELEASED} if told else following
