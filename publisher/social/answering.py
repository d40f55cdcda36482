"""What a person chose for the posts of a corrected article, carried out network by network.

An answer below a post is claimed and settled like any post. To take a post back twice does no
harm, so that is only settled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from publisher.social.account import (
    Account,
    Post,
    PostingError,
    Receipt,
    RefusedError,
    UnknownError,
)
from publisher.social.by_hand import pasted
from publisher.social.correcting import Outlet
from publisher.social.ledger import Ledger
from publisher.social.money import affordable, priced
from publisher.social.records import PostRecord, State
from publisher.social.story import Snippet
from publisher.social.transitions import Attempt, Outcome

# What came of a decision and stays; all else can be decided once more.
_DONE = (State.POSTED, State.SKIPPED, State.DELETED)
# How a person ends what no API can do.
_NOTED = "then choose `--leave` there, which writes down that it is done"


class Choice(StrEnum):
    """What can be done about posts that are out."""

    REPLY = "reply"
    DELETE = "delete"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a choice, in one sentence, and whether that settles it."""

    words: str
    settled: bool = True


@dataclass(frozen=True)
class Desk:
    """Who decides, and what it takes to carry that out.

    `account` gives a network's account, None where we post there by hand, and raises a
    PostingError where it cannot be used; `compose` gives the words for a network. A month of money
    is one in `zone`, and `tell` hears what an answer costs before it is sent.
    """

    ledger: Ledger
    account: Callable[[str], Account | None]
    compose: Callable[[str], Snippet]
    zone: ZoneInfo
    tell: Callable[[str], None]
    by: str | None = None

    def carry_out(self, choice: Choice, outlet: Outlet) -> Told:
        """Do what was chosen. Raises LedgerError where that cannot be written down."""
        if outlet.state in _DONE and outlet.decided:
            said = outlet.decided.url or outlet.decided.reason or ""
            return Told(f"was decided before: {outlet.state}, {said}")
        if choice is Choice.LEAVE:
            self._decide(outlet, "left as it is")
            return Told("left as it is")
        if choice is Choice.REPLY and outlet.state is State.UNKNOWN:
            words = "an answer may stand there already; `publisher reconcile` asks the network"
            return Told(words, settled=False)
        try:
            account = self.account(outlet.channel)
        except PostingError as problem:
            return Told(str(problem), settled=False)
        return (
            self._delete(outlet, account)
            if choice is Choice.DELETE
            else self._reply(outlet, account)
        )

    def look(self, outlet: Outlet) -> str:
        """What the network says of the first post, where that is not as it should be."""
        try:
            account = self.account(outlet.channel)
            if account is None or outlet.below is None or account.counts(outlet.below) is not None:
                return ""
        except PostingError as problem:
            return f"whether it is still there cannot be told: {problem}"
        return "it is no longer there"

    def _decide(self, outlet: Outlet, reason: str) -> None:
        outcome = Outcome(State.SKIPPED, reason=reason, by=self.by)
        self.ledger.settle(outlet.key, outlet.decided, outcome)

    def _by_hand(self, outlet: Outlet) -> Told:
        text = pasted(self.compose(outlet.channel))
        words = f"answer {outlet.address} there yourself with:\n\n{text}\n\n{_NOTED}"
        return Told(words, settled=False)

    def _delete(self, outlet: Outlet, account: Account | None) -> Told:
        if account is None:
            words = f"delete {outlet.address} there yourself; {_NOTED}"
            return Told(words, settled=False)
        left = []
        for key, record in outlet.posts:
            if problem := _taken_back(account, record):
                left.append(f"{record.url or key}: {problem}")
            else:
                self.ledger.settle(key, record, Outcome(State.DELETED, by=self.by))
        if left:
            return Told(f"still out there: {'; '.join(left)}; {_NOTED}", settled=False)
        self._decide(outlet, "the posts were taken back")
        return Told("taken back")

    def _reply(self, outlet: Outlet, account: Account | None) -> Told:
        if account is None or outlet.below is None:
            return self._by_hand(outlet)
        key, now, snippet = outlet.key, self.ledger.clock(), self.compose(outlet.channel)
        name = f"{key.article}/{key.channel}/{key.occasion}"
        digest = hashlib.sha256(snippet.text.encode()).hexdigest()
        self._count_money(outlet.channel, account)
        if outlet.state is State.FAILED:  # whoever asks once more has put right what was wrong
            self.ledger.settle(key, outlet.decided, Outcome(State.RELEASED, by=self.by))
        claim = self.ledger.claim(key, Attempt(name, now, digest))
        if claim is None:
            return Told("somebody else is answering there at this moment", settled=False)
        post = Post(snippet, None, "", "", claim.created or now, claim.key or name)
        outcome = _sent(account, outlet.below, post)
        self.ledger.settle(key, claim, outcome)
        said = f"{outcome.state}: {outcome.url or outcome.reason}"
        return Told(said, settled=outcome.state is State.POSTED)

    def _count_money(self, channel: str, account: Account) -> None:
        """Tell an account whose posts cost what this month's have cost, and a person the price."""
        if asking := priced({channel: account}):
            affordable(asking, self.ledger.read(), self.zone, self.ledger.clock())
            cents = asking[channel].prices.cents_with_link
            self.tell(f"{channel} asks {cents:g} US cents for this")


def _sent(account: Account, receipt: Receipt, post: Post) -> Outcome:
    """Send an answer, and what came of that."""
    try:
        answer = account.reply(receipt, post)
    except UnknownError as problem:
        return Outcome(State.UNKNOWN, reason=str(problem))
    except RefusedError as problem:
        return Outcome(State.FAILED, reason=str(problem))
    except PostingError as problem:
        return Outcome(State.RELEASED, reason=str(problem))
    except Exception as problem:  # noqa: BLE001 - a mistake of ours may follow an answer that is out
        return Outcome(State.UNKNOWN, reason=f"{type(problem).__name__} while it was sent")
    return Outcome(State.POSTED, id=answer.id, url=answer.url)


def _taken_back(account: Account, record: PostRecord) -> str:
    """Take one post back; why it is still out there, or nothing."""
    if record.state is not State.POSTED or record.id is None:
        return "what the network calls it is not known; look there, and delete it by hand"
    try:
        account.delete(Receipt(record.id, record.url or ""))
    except PostingError as problem:
        return str(problem)
    return ""
