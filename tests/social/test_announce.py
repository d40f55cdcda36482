"""The act: what is claimed, what is sent, and what each answer of a network comes to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from publisher.social.account import (
    CredentialsError,
    LaterError,
    Post,
    Receipt,
    RefusedError,
    UnknownError,
)
from publisher.social.announce import Result, Run
from publisher.social.branch import LedgerError
from publisher.social.ledger import HeldError
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.transitions import Attempt, Outcome, claimed
from publisher.social.wishes import Wish
from tests.social.posts import CREATED, post
from tests.social.situations import DAY, NOW, ledger, made, record

HERE = Receipt("at://1", "https://bsky.app/1")
ONE = Wish(made("one"), "bluesky", "launch", NOW, NOW + DAY, NOW)
TWO = Wish(made("two"), "bluesky", "launch", NOW, NOW + DAY, NOW)
ELSEWHERE = Wish(made("one"), "mastodon", "launch", NOW, NOW + DAY, NOW)


@dataclass
class Network:
    """Says to each post what it is told to say, the last of it for ever."""

    says: list[Receipt | Exception]
    has: Receipt | Exception | None = None
    sent: list[Post] = field(default_factory=list)

    def post(self, sent: Post) -> Receipt:
        self.sent.append(sent)
        return _said(self.says.pop(0) if len(self.says) > 1 else self.says[0])

    def find(self, _article: str, _occasion: str) -> Receipt | None:
        return self.has if self.has is None else _said(self.has)


def _said(what: Receipt | Exception) -> Receipt:
    if isinstance(what, Exception):
        raise what
    return what


@dataclass
class Book:
    """The ledger, as far as an announcement uses it."""

    before: dict[PostKey, PostRecord] = field(default_factory=dict)
    claims: Exception | None = None
    settles: Exception | None = None
    settled: list[tuple[PostKey, Outcome]] = field(default_factory=list)

    def claim(
        self, key: PostKey, attempt: Attempt, *, during_hold: bool = False
    ) -> PostRecord | None:
        del during_hold
        if self.claims:
            raise self.claims
        return claimed(self.before.get(key), attempt, "this", NOW)

    def settle(self, key: PostKey, seen: PostRecord | None, outcome: Outcome) -> Any:
        del seen
        if self.settles:
            raise self.settles
        self.settled.append((key, outcome))


def announced(
    *wishes: Wish, network: Network, book: Book, lacking: str | None = None
) -> Iterator[Result]:
    def compose(wish: Wish) -> Post:
        return post("bluesky", article=wish.article.id)

    accounts: Any = {"bluesky": network, "mastodon": Network([HERE])}
    run = Run(book, ledger(book.before), accounts, compose, lambda _wish: lacking)
    return run.announce(wishes)


@pytest.mark.parametrize(
    ("says", "state"),
    [
        (HERE, State.POSTED),
        (RefusedError("it is too long"), State.FAILED),
        (LaterError("it is busy", 60), State.RELEASED),
        (CredentialsError("renew it"), State.RELEASED),
        (UnknownError("the line broke"), State.UNKNOWN),
        (KeyError("uri"), State.UNKNOWN),
    ],
)
def test_what_a_network_says_is_settled(says, state):
    book = Book()
    (result,) = announced(ONE, network=Network([says]), book=book)
    assert [(key, outcome.state) for key, outcome in book.settled] == [(ONE.key, state)]
    assert result.state is state


@pytest.mark.parametrize("says", [LaterError("it is busy", 60), CredentialsError("renew it")])
def test_a_network_that_cannot_now_is_not_asked_again_but_the_others_are(says):
    network, book = Network([says]), Book()
    results = list(announced(ONE, TWO, ELSEWHERE, network=network, book=book))
    assert [result.state for result in results] == [State.RELEASED, None, State.POSTED]
    assert results[1].reason == str(says)
    assert len(network.sent) == 1


@pytest.mark.parametrize("says", [RefusedError("too long"), UnknownError("the line broke")])
def test_one_post_that_fails_stops_no_other(says):
    results = announced(ONE, TWO, network=Network([says, HERE]), book=Book())
    assert [result.state for result in results][1] is State.POSTED


def test_nothing_is_sent_where_the_claim_is_not_won():
    network = Network([HERE])
    taken = Book({ONE.key: record(State.CLAIMED)})
    (result,) = announced(ONE, network=network, book=taken)
    said = "another run is sending it, or has sent it"
    assert (result.reason, result.left) == (said, True)
    (result,) = announced(ONE, network=network, book=Book(claims=HeldError("a hold stands")))
    said = "a hold stands; after `publisher resume` it waits for `publisher release one bluesky`"
    assert (result.reason, result.left) == (said, True)
    (result,) = announced(ONE, TWO, network=network, book=Book(claims=LedgerError("refused")))
    assert (result.state, result.reason, result.left) == (None, "refused", False)
    assert network.sent == []


def test_nothing_is_claimed_for_a_page_that_is_not_live():
    network, book = Network([HERE]), Book()
    (result,) = announced(ONE, network=network, book=book, lacking="it answers with status 404")
    assert result.reason == "not yet: it answers with status 404"
    assert (network.sent, book.settled) == ([], [])


def test_what_went_out_but_cannot_be_written_down_is_told_with_its_address():
    book = Book(settles=LedgerError("the remote refuses"))
    (result,) = announced(ONE, network=Network([HERE]), book=book)
    assert (result.state, result.url) == (State.UNKNOWN, HERE.url)
    assert result.reason == "posted, but that could not be written down: the remote refuses"


TRIED = record(State.RELEASED, created=CREATED - DAY, key="one-id/bluesky/launch")


def test_a_later_try_sends_the_same_moment_and_key_and_looks_first():
    network = Network([HERE])
    list(announced(ONE, network=network, book=Book({ONE.key: TRIED})))
    assert (network.sent[0].created, network.sent[0].key) == (TRIED.created, TRIED.key)
    there = Network([HERE], has=Receipt("at://old", "https://bsky.app/old"))
    (result,) = announced(ONE, network=there, book=Book({ONE.key: TRIED}))
    assert (result.url, there.sent) == ("https://bsky.app/old", [])


def test_where_we_may_not_look_a_later_try_is_sent():
    network = Network([HERE], has=CredentialsError("no scope to read"))
    (result,) = announced(ONE, network=network, book=Book({ONE.key: TRIED}))
    assert result.state is State.POSTED


def test_a_persons_release_stays_one_when_the_network_is_busy():
    book = Book({ONE.key: record(State.RELEASED, by="desk")})
    list(announced(ONE, network=Network([LaterError("it is busy", 60)]), book=book))
    assert book.settled[0][1].by == "desk"
