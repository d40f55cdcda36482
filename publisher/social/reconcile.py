"""What may have gone out is settled by asking the network, never by sending it again.

A post is found by the article's id and the occasion in its link, an answer below the post that it
answers. Only where the network surely
lacks it, it becomes free: long enough after the attempt that nothing can still be on its way, and
soon enough that the network was looked through beyond the attempt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from publisher.social.account import Account, GoneError, PostingError, Receipt, answer_below
from publisher.social.correcting import answered, is_answer
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, State, TransitionError
from publisher.social.snapshot import Snapshot
from publisher.social.transitions import Outcome

# The network may still be writing what its answer was lost of.
WRITTEN_AFTER = timedelta(minutes=5)
# A run that has not settled its claim may still be at work; no job on a server takes longer.
STALE_AFTER = timedelta(hours=1)
# Accounts are looked through some hundred posts deep; what is older may lie further down.
LOOKED_BACK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a post of which nothing was known: its state, where it is, and why."""

    key: PostKey
    state: State
    url: str = ""
    reason: str = ""


def reconcile(
    ledger: Ledger, snapshot: Snapshot, accounts: Mapping[str, Account], now: datetime
) -> Iterator[Settled]:
    """Yield what came of every post that may have gone out; what stays unknown says why."""
    for key, record in snapshot.in_state(State.UNKNOWN):
        outcome = _outcome(accounts.get(key.channel), snapshot, key, now)
        if outcome.state is not State.UNKNOWN:
            try:
                ledger.settle(key, record, outcome)
            except TransitionError:
                continue  # another run was faster, and says so itself
        yield Settled(key, outcome.state, outcome.url or "", outcome.reason or "")


def _outcome(account: Account | None, snapshot: Snapshot, key: PostKey, now: datetime) -> Outcome:
    record = snapshot.posts[key]
    if account is None:
        return _unknown("we have no account there to ask with")
    try:
        receipt = _found(account, snapshot, key)
    except PostingError as problem:
        return _unknown(str(problem))
    if receipt:
        return Outcome(State.POSTED, id=receipt.id, url=receipt.url)
    age = now - record.at
    wait = STALE_AFTER if record.state is State.CLAIMED else WRITTEN_AFTER
    if age < wait:
        return _unknown(f"it is not there yet; ask again after {record.at + wait:%H:%M} UTC")
    if age > LOOKED_BACK:
        return _unknown("it is too long ago to be sure that it is not there")
    return Outcome(State.RELEASED, reason="the network does not have it")


def _found(account: Account, snapshot: Snapshot, key: PostKey) -> Receipt | None:
    if not is_answer(key.occasion):
        return account.find(key.article, key.occasion)
    below = answered(snapshot, key)
    if below is None:
        message = "the post that it answers is no longer known"
        raise GoneError(message)
    return answer_below(account, below, key.article, key.occasion)


def _unknown(reason: str) -> Outcome:
    return Outcome(State.UNKNOWN, reason=reason)
