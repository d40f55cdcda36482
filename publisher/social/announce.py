"""The act of announcing: each post is claimed, sent and settled, one after the other.

What is due is decided elsewhere (due.py). The claim asks the ledger's remote again, and is refused
there where a hold has come meanwhile or another run was faster: then nothing is sent. Whatever the
network answers is settled; what could not be settled stays claimed, and is found by reconcile.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field, replace
from typing import Protocol

from publisher.social.account import (
    Account,
    CredentialsError,
    LaterError,
    Post,
    Receipt,
    RefusedError,
    UnknownError,
)
from publisher.social.branch import LedgerError
from publisher.social.ledger import HeldError
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.transitions import Attempt, Outcome
from publisher.social.wishes import Wish


class Claims(Protocol):
    """What is needed of the ledger."""

    def claim(
        self, key: PostKey, attempt: Attempt, *, during_hold: bool = False
    ) -> PostRecord | None:
        """Win the right to post."""

    def settle(self, key: PostKey, seen: PostRecord | None, outcome: Outcome) -> PostRecord:
        """Record what came of it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a post: its state in the ledger, or None where it was not touched.

    It is `left` where that is as it should be: another run has it, or a hold stopped this one.
    """

    wish: Wish
    state: State | None
    url: str = ""
    reason: str = ""
    left: bool = False


@dataclass
class Run:
    """One announcement: where it sends, how it composes, and whether a page is live.

    `snapshot` is what was planned by. `compose` makes the post of a wish; its moment and key are
    those of the first attempt. `lacking` says what an article's page still lacks. A network that
    says "later", or does not know us, is not asked again in this run: `closed` says why.
    """

    ledger: Claims
    snapshot: Snapshot
    accounts: Mapping[str, Account]
    compose: Callable[[Wish], Post]
    lacking: Callable[[Wish], str | None]
    closed: dict[str, str] = field(default_factory=dict)

    def announce(self, due: Iterable[Wish]) -> Iterator[Result]:
        """Send what is due; every network is tried, whatever becomes of another.

        Where a claim cannot be written nothing more is sent.
        """
        for wish in due:
            try:
                yield self._tried(wish)
            except LedgerError as problem:
                yield Result(wish, None, reason=str(problem))
                return

    def _tried(self, wish: Wish) -> Result:
        if closed := self.closed.get(wish.channel):
            return Result(wish, None, reason=closed)
        if lacking := self.lacking(wish):
            return Result(wish, None, reason=f"not yet: {lacking}")
        return self._one(wish)

    def _one(self, wish: Wish) -> Result:
        post = self.compose(wish)
        try:
            attempt = Attempt(post.key, post.created, _digest(post))
            claimed = self.ledger.claim(wish.key, attempt, during_hold=wish.urgent)
        except HeldError as hold:
            release = f"`publisher release {wish.article.slug} {wish.channel}`"
            said = f"{hold}; after `publisher resume` it waits for {release}"
            return Result(wish, None, reason=said, left=True)
        if claimed is None:
            said = "another run is sending it, or has sent it"
            return Result(wish, None, reason=said, left=True)
        first = replace(post, created=claimed.created or post.created, key=claimed.key or post.key)
        outcome = self._sent(wish, first, again=first.created != post.created)
        try:
            self.ledger.settle(wish.key, claimed, outcome)
        except LedgerError as problem:
            said = f"{outcome.state}, but that could not be written down: {problem}"
            return Result(wish, State.UNKNOWN, outcome.url or "", said)
        return Result(wish, outcome.state, outcome.url or "", outcome.reason or "")

    def _sent(self, wish: Wish, post: Post, *, again: bool) -> Outcome:
        """Send the post and say what came of it; one that was tried before is looked for first."""
        account, before = self.accounts[wish.channel], self.snapshot.posts.get(wish.key)
        tried = again or bool(before and before.created)
        by = before.by if before else None  # a person's release stays one
        try:
            receipt = (tried and _found(account, wish)) or account.post(post)
        except RefusedError as problem:
            return Outcome(State.FAILED, reason=str(problem))
        except (LaterError, CredentialsError) as problem:
            self.closed[wish.channel] = str(problem)
            return Outcome(State.RELEASED, reason=str(problem), by=by)
        except UnknownError as problem:
            return Outcome(State.UNKNOWN, reason=str(problem))
        except Exception as problem:  # noqa: BLE001 - a mistake of ours may follow a post that is out
            return Outcome(State.UNKNOWN, reason=f"{type(problem).__name__} while it was sent")
        return Outcome(State.POSTED, id=receipt.id, url=receipt.url)


def _found(account: Account, wish: Wish) -> Receipt | None:
    """The post if the network has it; None too where we may not look (LinkedIn's `r_` scopes)."""
    with suppress(RefusedError, CredentialsError):
        return account.find(wish.article.id or "", wish.occasion)
    return None


def _digest(post: Post) -> str:
    parts = (post.snippet.text, post.snippet.link, *astuple(post.snippet.card))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
