"""What may have gone out is settled by asking the network, never by sending it again.

A post is found by the article's id and the occasion in its link. Only where the network surely
lacks it, it becomes free: long enough after the attempt that nothing can still be on its way, and
soon enough that the network was looked through beyond the attempt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from publisher.social.account import Account, PostingError
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, PostRecord, State, TransitionError
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
        outcome = _outcome(accounts.get(key.channel), key, record, now)
        if outcome.state is not State.UNKNOWN:
            try:
                ledger.settle(key, record, outcome)
            except TransitionError:
                continue  # another run was faster, and says so itself
        yield Settled(key, outcome.state, outcome.url or "", outcome.reason or "")


def _outcome(account: Account | None, key: PostKey, record: PostRecord, now: datetime) -> Outcome:
    if account is None:
        return _unknown("we have no account there to ask with")
    try:
        receipt = account.find(key.article, key.occasion)
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


def _unknown(reason: str) -> Outcome:
    return Outcome(State.UNKNOWN, reason=reason)
