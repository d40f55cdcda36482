"""What may have gone out is settled by asking, and by nothing else."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from publisher.social.account import CredentialsError, PostingError, Receipt
from publisher.social.reconcile import Settled, reconcile
from publisher.social.records import PostKey, PostRecord, State, TransitionError
from publisher.social.report import settled_text
from publisher.social.transitions import Outcome
from tests.social.situations import DAY, HOUR, NOW, ledger, record

KEY = PostKey("one-id", "bluesky", "again-1")
MINUTE = timedelta(minutes=1)


@dataclass
class Account:
    """A network that has what it is said to have, or cannot be asked."""

    has: Receipt | PostingError | None
    asked: tuple[str, str] = ("", "")

    def find(self, article: str, occasion: str) -> Receipt | None:
        self.asked = (article, occasion)
        if isinstance(self.has, PostingError):
            raise self.has
        return self.has


class Settling:
    def __init__(self, *, beaten: bool = False) -> None:
        self.told: list[tuple[PostKey, Outcome]] = []
        self.beaten = beaten

    def settle(self, key: PostKey, seen: PostRecord, outcome: Outcome) -> None:
        del seen
        if self.beaten:
            raise TransitionError
        self.told.append((key, outcome))


def settled(found: PostRecord, account: Account | None, **how):
    settling = Settling(**how)
    accounts = {"bluesky": account} if account else {}
    told = list(reconcile(settling, ledger({KEY: found}), accounts, NOW))  # type: ignore[arg-type]
    return [(one.state, one.url or one.reason) for one in told], [o.state for _, o in settling.told]


UNKNOWN = record(State.UNKNOWN, NOW - HOUR)
HERE = Receipt("at://1", "https://bsky.app/1")


def test_what_the_network_has_is_posted_however_young_it_is():
    account = Account(HERE)
    young = record(State.UNKNOWN, NOW)
    assert settled(young, account) == ([(State.POSTED, HERE.url)], [State.POSTED])
    assert account.asked == ("one-id", "again-1")


def test_what_the_network_surely_lacks_is_free_again():
    assert settled(UNKNOWN, Account(None)) == (
        [(State.RELEASED, "the network does not have it")],
        [State.RELEASED],
    )


@pytest.mark.parametrize(
    ("found", "account", "why"),
    [
        (UNKNOWN, None, "we have no account there to ask with"),
        (UNKNOWN, Account(CredentialsError("renew it")), "renew it"),
        (
            record(State.UNKNOWN, NOW - 4 * MINUTE),
            Account(None),
            "it is not there yet; ask again after 14:01 UTC",
        ),
        (
            record(State.CLAIMED, NOW - 59 * MINUTE),
            Account(None),
            "it is not there yet; ask again after 14:01 UTC",
        ),
        (
            record(State.UNKNOWN, NOW - 15 * DAY),
            Account(None),
            "it is too long ago to be sure that it is not there",
        ),
    ],
)
def test_what_cannot_be_told_stays_unknown(found, account, why):
    assert settled(found, account) == ([(State.UNKNOWN, why)], [])


def test_the_claim_of_a_run_that_is_gone_is_settled_too():
    stale = record(State.CLAIMED, NOW - 61 * MINUTE)
    assert settled(stale, Account(None))[1] == [State.RELEASED]


def test_only_what_is_unknown_is_asked_for():
    for state in set(State) - {State.UNKNOWN, State.CLAIMED}:
        assert settled(record(state), Account(HERE)) == ([], [])


def test_another_run_that_was_faster_is_no_error():
    assert settled(UNKNOWN, Account(HERE), beaten=True) == ([], [])


def test_an_answer_below_a_post_is_told_as_what_goes_out_only_when_it_is_chosen():
    key = PostKey("one-id", "x", "correction-2")
    told = [
        Settled(key, State.POSTED, url="https://x.com/1"),
        Settled(key, State.RELEASED),
        Settled(key, State.UNKNOWN, reason="no answer came"),
        Settled(KEY, State.RELEASED),
    ]
    assert settled_text(told) == (
        "it had gone out: one-id on x (correction-2): https://x.com/1\n"
        "it had not gone out: one-id on x (correction-2); `publisher correct one-id --reply x` "
        "sends it, `publisher correct one-id --leave x` never\n"
        "still unknown: one-id on x (correction-2): no answer came; `publisher reconcile` asks the "
        "network; if you find it there yourself: `publisher announce --sent one-id x URL "
        '--occasion correction-2`, else `publisher skip one-id x --reason "…"`\n'
        "it had not gone out and will be sent: one-id on bluesky (again-1)\n"
    )
