"""Whether what was posted is still out there: asked and told, and never posted again."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from publisher.settings.networks import X
from publisher.social import used
from publisher.social.account import (
    Counts,
    CredentialsError,
    GoneError,
    LaterError,
    Receipt,
    RefusedError,
)
from publisher.social.budget import Budget
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.remaining import SHOWN_AFTER, Asking, Remaining, not_found
from tests.desk import NOON, desk, ledger, posted, run
from tests.loopback import Loopback, Quiet
from tests.social.networks import Networks
from tests.social.places import Place
from tests.social.posts import post
from tests.social.situations import DAY, NOW, record
from tests.social.situations import ledger as told_by_ledger

LATER = NOON + timedelta(hours=2)
GONE = (
    "it is not posted again; when you know why, `publisher status --verify --settle` counts it as "
    "deleted"
)


@dataclass
class Account:
    """An account that says of each post what it is told to say."""

    says: Any = field(default_factory=lambda: Counts(1, 1, 1))
    asked: list[Receipt] = field(default_factory=list)

    def counts(self, receipt: Receipt) -> Counts | None:
        self.asked.append(receipt)
        if isinstance(self.says, Exception):
            raise self.says
        answer: Counts | None = self.says
        return answer


@dataclass
class Costly(Account):
    prices: X = field(default_factory=X)
    budget: Budget = field(default_factory=lambda: Budget(0))


def key(number: int, channel: str = "bluesky") -> PostKey:
    return PostKey(f"a-{number}", channel)


def out(number: int, **more: Any) -> PostRecord:
    return record(State.POSTED, **{"id": str(number), "url": f"https://a.example/{number}"} | more)


def asked(posts: dict[PostKey, PostRecord], accounts: dict[str, Any], **how: Any) -> Remaining:
    asking = Asking(accounts, how.pop("missing", lambda _url: False), NOW, how.pop("costly", ()))
    return asking.about(told_by_ledger(posts), **how)


def test_each_post_that_is_out_is_asked_about_and_no_other():
    account = Account()
    posts = {key(0): out(0), key(1): record(State.SKIPPED), key(2): record(State.UNKNOWN)}
    assert asked(posts, {"bluesky": account}) == Remaining(stands=1)
    assert account.asked == [Receipt("0", "https://a.example/0")]


@pytest.mark.parametrize("says", [None, GoneError("no such post")])
def test_what_the_network_no_longer_has_is_gone(says):
    found = asked({key(0): out(0)}, {"bluesky": Account(says)})
    assert (found.gone, found.stands) == ([(key(0), out(0))], 0)


def test_a_network_may_show_a_new_post_later_than_it_took_it():
    posts = {key(0): out(0, at=NOW - SHOWN_AFTER / 2), key(1): out(1, at=NOW - SHOWN_AFTER)}
    assert [name for name, _ in asked(posts, {"bluesky": Account(None)}).gone] == [key(1)]


@pytest.mark.parametrize("problem", [CredentialsError("renew it"), LaterError("slow", 60)])
def test_a_network_that_does_not_answer_is_asked_once_and_the_others_all_the_same(problem):
    dead, alive = Account(problem), Account()
    posts = {key(n, name): out(n) for name in ("bluesky", "mastodon") for n in (0, 1)}
    found = asked(posts, {"bluesky": dead, "mastodon": alive})
    assert found == Remaining(stands=2, unasked={"bluesky": str(problem)})
    assert (len(dead.asked), found.unclear) == (1, True)


def test_a_secret_that_can_be_none_is_told_and_a_refusal_is_about_one_post():
    posts = {key(0): out(0), key(1): out(1), key(0, "mastodon"): out(0)}
    found = asked(posts, {"bluesky": Account(RefusedError("no")), "mastodon": "a space in it"})
    assert found.unsure == [(key(0), "no"), (key(1), "no")]
    assert found.unasked == {"mastodon": "a space in it"}


def test_what_a_person_sent_is_gone_when_its_page_is_not_found():
    posts = {key(0): out(0, id=None), key(1): out(1, id=None), key(2): out(2, id=None, url=None)}
    found = asked(posts, {"bluesky": Account()}, missing=lambda url: url.endswith("/1"))
    assert ([name for name, _ in found.gone], found.by_hand) == ([key(1)], 2)


def test_where_a_look_costs_money_the_network_must_be_named():
    posts = {key(0): out(0), key(0, "x"): out(0)}
    accounts = {"bluesky": Account(), "x": Account(None)}
    assert asked(posts, accounts, costly=("x",)) == Remaining(stands=1, costly=("x",))
    found = asked(posts, accounts, costly=("x",), only="x")
    assert found == Remaining(gone=[(key(0, "x"), out(0))])


class _Pages(Quiet):
    def _answer(self) -> None:
        self.send_response(int(self.path[1:]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 - as http.server calls them


def test_only_an_answer_that_says_so_makes_a_page_missing():
    with Loopback(_Pages) as site:
        said = [
            not_found(f"{site.url}{code}", "https://a.example/") for code in (200, 403, 404, 410)
        ]
        here = site.url
    assert said == [False, False, True, True]
    assert not not_found(here, "https://a.example/")


def test_every_network_tells_when_a_post_is_taken_back_behind_our_back(
    place: Place, world: Networks
):
    receipt = place.account().post(post(place.key))
    world.view.known[receipt.id] = (4, 1, 0)
    posts = {key(0, place.key): out(0, id=receipt.id, url=receipt.url, at=NOW - DAY)}
    assert asked(posts, {place.key: place.account()}) == Remaining(stands=1)
    place.account().delete(receipt)
    world.view.known.clear()
    assert [name for name, _ in asked(posts, {place.key: place.account()}).gone] == list(posts)
    assert place.texts() == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with an article out on three networks; on Bluesky it is gone."""
    accounts = {"bluesky": Account(None), "mastodon": Account(), "x": Costly()}
    monkeypatch.setattr(used, "account", lambda name, *_: accounts.get(name))
    made = desk(tmp_path / "publication")
    with (made / "mkdocs.yml").open("a") as configuration:
        configuration.write("      channels: {x: {send: api}}\n")
    posted(made, "one", *accounts)
    return made


def test_a_person_asks_and_is_told_what_is_gone_and_nothing_is_written(folder: Path):
    before = ledger(folder).read()
    ran = run(folder, "status", "--verify", at=LATER)
    assert (ran.exit_code, ran.stdout) == (
        1,
        (
            f"Gone: one on bluesky (launch): https://bluesky.example/one; {GONE}\n"
            "x is not asked, for a look costs money there; if you want to: "
            "`publisher status --verify --only x`\n"
            "Posts that stand: 1\n"
        ),
    )
    assert ledger(folder).read().commit == before.commit


def test_on_github_it_stands_above_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = run(folder, "status", "--verify", "--format", "json", at=LATER)
    assert ran.stderr == (
        "::error title=Gone%3A one on bluesky (launch)::https://bluesky.example/one; " + GONE + "\n"
    )
    gone = {"article": "one-0001", "channel": "bluesky", "occasion": "launch"}
    assert json.loads(ran.stdout) == {
        "stands": 1,
        "gone": [gone | {"url": "https://bluesky.example/one"}],
        "unsure": [],
        "unasked": {},
        "by_hand": 0,
        "costly": ["x"],
    }


def test_what_a_person_settles_counts_as_deleted_and_is_never_posted_again(folder: Path):
    ran = run(folder, "status", "--verify", "--settle", "--by", "readers", at=LATER)
    assert (ran.exit_code, ran.stderr) == (0, "Counted as deleted: 1\n")
    kept = ledger(folder).read().posts[PostKey("one-0001", "bluesky")]
    assert (kept.state, kept.reason, kept.by) == (
        State.DELETED,
        "it was no longer there",
        "readers",
    )
    ran = run(folder, "status", "--verify", at=LATER)
    assert (ran.exit_code, ran.stdout.splitlines()[-1]) == (0, "Posts that stand: 1")
    plan = run(folder, "announce", "--dry-run", "--only", "bluesky", "--as-of", "2026-06-01T15:00Z")
    assert "one.md (launch) on bluesky: it went out, and was taken back" in plan.stdout


def test_options_of_a_look_without_one_are_a_mistake(folder: Path):
    ran = run(folder, "status", "--settle")
    assert ran.exit_code == 2
    assert ran.stderr.endswith("Error: --only and --settle go with --verify\n")
