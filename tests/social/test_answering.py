"""A corrected article's posts: answered, taken back or left, each decided once."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from publisher.content.article import Status
from publisher.settings.networks import X
from publisher.social import correcting
from publisher.social.account import (
    CredentialsError,
    LaterError,
    Post,
    Receipt,
    RefusedError,
    UnknownError,
)
from publisher.social.answering import Choice, Desk, Told
from publisher.social.budget import Budget
from publisher.social.correcting import notice, occasion, outlets
from publisher.social.ledger import HeldError
from publisher.social.records import PostKey, State
from publisher.social.transitions import Attempt, Outcome
from tests.content.paper import article, load
from tests.desk import NOON, desk, ledger, posted

ZONE = ZoneInfo("Europe/London")
# What a person was told before an answer went out.
TOLD: list[str] = []
NOTICES = Path(correcting.__file__).with_name("notices.yml")
NOTED = "then choose `--leave` there, which writes down that it is done"
URL = "https://journal.test.example/articles/one/"
CORRECTED = {
    "content/articles/2026/one.md": article(
        {"id": "one-0001", "corrections": "[{date: 2026-05-30, note: It is 20 seconds.}]"}
    )
}


@dataclass
class Network:
    """An account that does what it is told to, and remembers what it was asked."""

    problem: Exception | None = None
    there: bool = True
    replies: list[tuple[Receipt, Post]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def reply(self, receipt, post):
        if self.problem:
            raise self.problem
        self.replies.append((receipt, post))
        return Receipt("r1", "https://bluesky.example/r1")

    def delete(self, receipt):
        if self.problem:
            raise self.problem
        self.deleted.append(receipt.id)

    def counts(self, _receipt):
        if self.problem:
            raise self.problem
        return object() if self.there else None


@pytest.fixture
def folder(tmp_path):
    return desk(tmp_path / "publication")


@pytest.fixture
def corrected(folder):
    """The article with a correction, out on Bluesky twice."""
    posted(folder, "one", "bluesky")
    posted(folder, "one", "bluesky", occasion="again-1")
    return load(folder, CORRECTED).articles[-1]


def outlet(folder, corrected):
    (found,) = outlets(ledger(folder).read(), corrected)
    return found


def at(folder, corrected, network) -> Desk:
    def compose(channel):
        return notice(corrected, URL, channel)

    return Desk(ledger(folder), lambda _: network, compose, ZONE, TOLD.append, by="readers")


def state(folder, occasion):
    record = ledger(folder).read().post(PostKey("one-0001", "bluesky", occasion))
    return record and (record.state, record.url, record.reason, record.by)


def test_a_correction_stands_below_the_first_post_with_what_was_wrong_and_the_page(
    folder, corrected
):
    network = Network()
    told = at(folder, corrected, network).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("posted: https://bluesky.example/r1")
    ((receipt, post),) = network.replies
    assert receipt == Receipt("bluesky-one", "https://bluesky.example/one")
    assert post.snippet.text == (
        "Correction: It is 20 seconds.\n\njournal.test.example/articles/one/"
    )
    assert post.snippet.link.endswith("&utm_content=one-0001&utm_term=correction")
    assert (post.created, post.key) == (NOON, "one-0001/bluesky/correction")
    assert state(folder, "correction") == (
        State.POSTED,
        "https://bluesky.example/r1",
        None,
        None,
    )


def test_what_was_decided_is_not_done_again(folder, corrected):
    network = Network()
    for _ in range(2):
        told = at(folder, corrected, network).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("was decided before: posted, https://bluesky.example/r1")
    assert len(network.replies) == 1


@pytest.mark.parametrize(
    ("problem", "after"),
    [
        (UnknownError("no answer came"), State.UNKNOWN),
        (RefusedError("too long"), State.FAILED),
        (LaterError("too many", 60), State.RELEASED),
        (CredentialsError("expired"), State.RELEASED),
    ],
    ids=["unknown", "refused", "later", "credentials"],
)
def test_what_the_network_says_is_written_down(folder, corrected, problem, after):
    with_problem = at(folder, corrected, Network(problem))
    told = with_problem.carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told(f"{after}: {problem}", settled=False)
    assert state(folder, "correction") == (after, None, str(problem), None)


def test_what_did_not_go_out_can_be_tried_again(folder, corrected):
    later = at(folder, corrected, Network(LaterError("too many", 60)))
    later.carry_out(Choice.REPLY, outlet(folder, corrected))
    told = at(folder, corrected, Network()).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("posted: https://bluesky.example/r1")


def test_what_was_refused_can_be_chosen_anew(folder, corrected):
    at(folder, corrected, Network(RefusedError("too long"))).carry_out(
        Choice.REPLY, outlet(folder, corrected)
    )
    assert outlet(folder, corrected).is_open
    told = at(folder, corrected, Network()).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("posted: https://bluesky.example/r1")
    assert not outlet(folder, corrected).is_open


@dataclass
class Costly(Network):
    """A network that asks 20 cents, as X does."""

    prices: X = field(default_factory=X)
    budget: Budget = field(default_factory=lambda: Budget(60))

    def reply(self, receipt, post):
        self.budget.take(20)
        return super().reply(receipt, post)


def test_an_answer_costs_money_and_keeps_to_the_month_s(folder, corrected):
    TOLD.clear()
    costly = Costly()
    told = at(folder, corrected, costly).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("posted: https://bluesky.example/r1")
    assert (TOLD, costly.budget.spent) == (["bluesky asks 20 US cents for this"], 60)
    twice = corrected.model_copy(update={"corrections": corrected.corrections * 2})
    again = Costly()
    told = at(folder, twice, again).carry_out(Choice.REPLY, outlet(folder, twice))
    assert told == Told(
        "failed: a post costs 20 US cents, this month's have cost 60, and `monthly_budget` "
        "allows 60",
        settled=False,
    )
    assert again.replies == []


def test_all_posts_on_a_network_are_taken_back(folder, corrected):
    network = Network()
    told = at(folder, corrected, network).carry_out(Choice.DELETE, outlet(folder, corrected))
    assert (told, network.deleted) == (Told("taken back"), ["bluesky-one", "bluesky-one"])
    taken = (State.DELETED, "https://bluesky.example/one", None, "readers")
    assert [state(folder, "launch"), state(folder, "again-1")] == [taken, taken]
    assert state(folder, "correction") == (
        State.SKIPPED,
        None,
        "the posts were taken back",
        "readers",
    )


def test_a_post_that_cannot_be_taken_back_is_told_and_stays_to_be_decided(folder, corrected):
    told = at(folder, corrected, Network(RefusedError("not yours"))).carry_out(
        Choice.DELETE, outlet(folder, corrected)
    )
    here = "https://bluesky.example/one: not yours"
    assert told == Told(f"still out there: {here}; {here}; {NOTED}", settled=False)
    assert state(folder, "correction") is None


def test_a_post_of_which_nothing_is_known_is_deleted_by_hand(folder, corrected):
    book, key = ledger(folder), PostKey("one-0001", "mastodon")
    book.settle(
        key, book.claim(key, Attempt("key", NOON, "5d" * 32)), Outcome(State.UNKNOWN, reason="lost")
    )
    found = list(outlets(book.read(), corrected))[1]
    told = at(folder, corrected, Network()).carry_out(Choice.DELETE, found)
    assert told.words == (
        "still out there: one-0001 on mastodon (launch): what the network calls it is not known; "
        f"look there, and delete it by hand; {NOTED}"
    )


def test_what_is_left_is_written_down(folder, corrected):
    told = at(folder, corrected, None).carry_out(Choice.LEAVE, outlet(folder, corrected))
    assert told == Told("left as it is")
    assert state(folder, "correction") == (State.SKIPPED, None, "left as it is", "readers")


def test_where_we_post_by_hand_a_person_is_told_what_to_do(folder, corrected):
    by_hand = at(folder, corrected, None)
    told = by_hand.carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told.words == (
        "answer https://bluesky.example/one there yourself with:\n\n"
        f"Correction: It is 20 seconds.\n\n{URL}?utm_source=bluesky&utm_medium=social"
        "&utm_campaign=community&utm_content=one-0001&utm_term=correction\n\n"
        f"{NOTED}"
    )
    told = by_hand.carry_out(Choice.DELETE, outlet(folder, corrected))
    assert told.words == (f"delete https://bluesky.example/one there yourself; {NOTED}")


def test_a_hold_stops_an_answer_and_lets_a_post_be_taken_back(folder, corrected):
    ledger(folder).hold("A colleague has died")
    network = Network()
    with pytest.raises(HeldError):
        at(folder, corrected, network).carry_out(Choice.REPLY, outlet(folder, corrected))
    at(folder, corrected, network).carry_out(Choice.DELETE, outlet(folder, corrected))
    assert (network.replies, len(network.deleted)) == ([], 2)


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (Network(), ""),
        (Network(there=False), "it is no longer there"),
        (
            Network(CredentialsError("expired")),
            "whether it is still there cannot be told: expired",
        ),
        (None, ""),
    ],
    ids=["there", "gone", "nobody knows", "by hand"],
)
def test_a_post_that_is_gone_is_told(folder, corrected, network, said):
    assert at(folder, corrected, network).look(outlet(folder, corrected)) == said


def test_credentials_that_cannot_be_used_are_told(folder, corrected):
    def account(_channel):
        message = "expired"
        raise CredentialsError(message)

    words = partial(notice, corrected, URL)
    broken = Desk(ledger(folder), account, words, ZONE, TOLD.append)
    told = broken.carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("expired", settled=False)


def test_what_a_person_posted_is_answered_by_a_person_too(folder):
    key, url = PostKey("one-0001", "bluesky"), "https://bsky.app/profile/trust/post/1"
    ledger(folder).settle(key, None, Outcome(State.POSTED, url=url, by="desk"))
    network, one = Network(there=False), load(folder, CORRECTED).articles[-1]
    desk = at(folder, one, network)
    told = desk.carry_out(Choice.REPLY, outlet(folder, one))
    assert (told.settled, told.words.partition("\n")[0]) == (
        False,
        f"answer {url} there yourself with:",
    )
    assert (network.replies, desk.look(outlet(folder, one))) == ([], "")
    assert state(folder, "correction") is None
    assert desk.carry_out(Choice.LEAVE, outlet(folder, one)) == Told("left as it is")


def test_the_first_post_that_the_network_knows_is_the_one_that_is_answered(folder):
    url = "https://bsky.app/profile/trust/post/1"
    ledger(folder).settle(
        PostKey("one-0001", "bluesky"), None, Outcome(State.POSTED, url=url, by="desk")
    )
    posted(folder, "one", "bluesky", occasion="again-1")
    one, network = load(folder, CORRECTED).articles[-1], Network()
    at(folder, one, network).carry_out(Choice.REPLY, outlet(folder, one))
    assert [receipt.id for receipt, _ in network.replies] == ["bluesky-one"]


def test_an_answer_that_may_be_out_is_not_sent_again_and_can_be_left(folder, corrected):
    lost = at(folder, corrected, Network(UnknownError("no answer came")))
    lost.carry_out(Choice.REPLY, outlet(folder, corrected))
    network = Network()
    desk = at(folder, corrected, network)
    assert desk.carry_out(Choice.REPLY, outlet(folder, corrected)) == Told(
        "an answer may stand there already; `publisher reconcile` asks the network", settled=False
    )
    assert network.replies == []
    assert desk.carry_out(Choice.LEAVE, outlet(folder, corrected)) == Told("left as it is")


def test_an_answer_that_was_refused_is_sent_when_somebody_asks_once_more(folder, corrected):
    refused = at(folder, corrected, Network(RefusedError("too long")))
    refused.carry_out(Choice.REPLY, outlet(folder, corrected))
    told = at(folder, corrected, Network()).carry_out(Choice.REPLY, outlet(folder, corrected))
    assert told == Told("posted: https://bluesky.example/r1")


def test_a_mistake_of_ours_leaves_an_answer_unknown(folder, corrected):
    told = at(folder, corrected, Network(ZeroDivisionError())).carry_out(
        Choice.REPLY, outlet(folder, corrected)
    )
    assert told == Told("unknown: ZeroDivisionError while it was sent", settled=False)


def test_a_second_correction_is_an_occasion_of_its_own(folder, corrected):
    at(folder, corrected, Network()).carry_out(Choice.REPLY, outlet(folder, corrected))
    twice = corrected.model_copy(update={"corrections": corrected.corrections * 2})
    assert (occasion(corrected), occasion(twice)) == ("correction", "correction-2")
    told = at(folder, twice, Network()).carry_out(Choice.REPLY, outlet(folder, twice))
    assert told == Told("posted: https://bluesky.example/r1")
    assert state(folder, "correction-2") is not None


@pytest.mark.parametrize(
    ("language", "status", "words"),
    [
        ("es-MX", "ready", "Corrección: It is 20 seconds."),
        (
            "de",
            "withdrawn",
            (
                "Wir haben diesen Artikel zurückgezogen; bitte verlassen Sie sich nicht darauf. "
                "It is 20 seconds."
            ),
        ),
        ("gv", "ready", "Correction: It is 20 seconds."),
    ],
)
def test_a_notice_speaks_the_article_s_language(corrected, language, status, words):
    told = corrected.model_copy(update={"language": language, "status": Status(status)})
    assert notice(told, URL, "mastodon").text.partition("\n")[0] == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("ready", "Correction: something in this article was wrong. It says now what is right."),
        ("withdrawn", "We have withdrawn this article; please do not rely on it. It says why."),
    ],
)
def test_a_note_that_does_not_fit_is_left_out_whole(corrected, status, words):
    (note,) = corrected.corrections
    long = note.model_copy(update={"note": "It is 20 seconds, not 2. " * 20})
    told = corrected.model_copy(update={"corrections": (long,), "status": Status(status)})
    assert notice(told, URL, "mastodon").text.partition("\n")[0] == words
    assert notice(told, URL, "linkedin").text.count("It is 20 seconds, not 2.") == 20


def test_a_note_has_words_for_every_place_in_every_language():
    told = yaml.safe_load(NOTICES.read_text("utf-8"))
    assert list(told) == ["correction", "correction-long", "withdrawal", "withdrawal-long"]
    assert {tuple(sorted(words)) for words in told.values()} == {
        ("de", "en", "es", "fr", "it", "pt")
    }
