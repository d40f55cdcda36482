"""The ledger as one run sees it, in a repository without a remote."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.social.ledger import HeldError, Ledger
from publisher.social.records import (
    Approval,
    PostKey,
    PostRecord,
    Published,
    RecordError,
    State,
    TransitionError,
)
from publisher.social.snapshot import SignOff, Snapshot
from publisher.social.transitions import Attempt, Outcome
from tests.site.example import PUBLICATION
from tests.social.repositories import ATTEMPT, KEY, NOON, git, ledger, repository, write_by_hand

POSTED = Outcome(State.POSTED, id="at://post/1", url="https://social.example/post/1")
RELEASED = Outcome(State.RELEASED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "publication")


def here(folder: Path) -> Ledger:
    return ledger(folder, remote=None)


def shown(folder: Path, path: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(git(folder, "show", f"ledger:{path}"))
    return document


def claimed(by: Ledger) -> PostRecord:
    record = by.claim(KEY, ATTEMPT)
    assert record is not None
    return record


def test_a_ledger_that_is_not_there_yet_is_empty(folder: Path):
    run = here(folder)
    assert run.read() == Snapshot(run=run.run)
    assert run.standing_hold() is None
    assert git(folder, "branch", "--list", "ledger") == ""


def test_a_post_is_claimed_and_settled_and_can_be_read_with_git_alone(folder: Path):
    run = here(folder)
    run.settle(KEY, claimed(run), POSTED)
    assert shown(folder, "posts/the-article/bluesky/launch.json") == {
        "version": 1,
        "state": "posted",
        "run": run.run,
        "at": "2026-11-23T12:00:00Z",
        "created": "2026-11-23T12:00:00Z",
        "key": "3mabcdefghijk",
        "digest": "5d" * 32,
        "id": "at://post/1",
        "url": "https://social.example/post/1",
    }
    written = "publisher <publisher@localhost> 2026-11-23T12:00:00+00:00"
    assert git(folder, "log", "--format=%an <%ae> %cI %s", "ledger").splitlines() == [
        f"{written} Posted: the-article on bluesky (launch)",
        f"{written} Claim the-article on bluesky (launch)",
    ]
    assert "Do not delete" in git(folder, "show", "ledger:README.md")


def test_nobody_claims_what_is_claimed_not_even_the_same_run(folder: Path):
    run = here(folder)
    claimed(run)
    assert run.claim(KEY, ATTEMPT) is None
    assert here(folder).claim(KEY, ATTEMPT) is None
    assert here(folder).claim(replace(KEY, channel="mastodon"), ATTEMPT)


def test_what_another_run_claimed_is_unknown(folder: Path):
    run = here(folder)
    claimed(run)
    assert run.read().state(KEY) is State.CLAIMED
    other = here(folder).read()
    assert other.state(KEY) is State.UNKNOWN
    assert [key for key, _ in other.in_state(State.UNKNOWN)] == [KEY]
    assert list(other.in_state(State.CLAIMED)) == []


def test_what_is_released_is_sent_again_as_the_same_post(folder: Path):
    first, second = here(folder), here(folder)
    first.settle(KEY, claimed(first), replace(RELEASED, reason="The network was busy."))
    later = Attempt("another-key", datetime(2026, 11, 24, tzinfo=UTC), "6e" * 32)
    record = second.claim(KEY, later)
    assert record == PostRecord(
        state=State.CLAIMED,
        run=second.run,
        at=NOON,
        created=ATTEMPT.created,
        key=ATTEMPT.key,
        digest="6e" * 32,
    )


def test_a_run_settles_its_own_attempt_though_another_has_called_it_unknown(folder: Path):
    run, other = here(folder), here(folder)
    mine = claimed(run)
    seen = other.read().post(KEY)
    other.settle(KEY, seen, Outcome(State.UNKNOWN, reason="The run was not heard of."))
    assert run.settle(KEY, mine, POSTED).state is State.POSTED


def test_a_settlement_never_overwrites_the_attempt_of_another_run(folder: Path):
    run, other = here(folder), here(folder)
    mine = claimed(run)
    other.settle(KEY, other.read().post(KEY), RELEASED)
    theirs = claimed(other)
    with pytest.raises(TransitionError) as refusal:
        run.settle(KEY, mine, POSTED)
    assert str(refusal.value) == (
        "the-article on bluesky (launch) has changed meanwhile and is claimed by run "
        f"{other.run}; it was not marked posted"
    )
    assert other.read().post(KEY) == theirs


def test_what_was_posted_stays_posted(folder: Path):
    run = here(folder)
    done = run.settle(KEY, claimed(run), POSTED)
    for state in set(State) - {State.CLAIMED, State.DELETED}:
        with pytest.raises(TransitionError, match=f"is posted, and cannot become {state}"):
            run.settle(KEY, done, Outcome(state))
    assert run.claim(KEY, ATTEMPT) is None


def test_what_was_posted_can_be_taken_back_and_never_goes_out_again(folder: Path):
    run = here(folder)
    done = run.settle(KEY, claimed(run), POSTED)
    gone = run.settle(KEY, done, Outcome(State.DELETED, by="desk"))
    assert (gone.state, gone.url, gone.by) == (State.DELETED, POSTED.url, "desk")
    assert run.claim(KEY, ATTEMPT) is None
    for state in set(State) - {State.CLAIMED}:
        with pytest.raises(TransitionError, match=f"is deleted, and cannot become {state}"):
            run.settle(KEY, gone, Outcome(state))


def test_a_person_may_say_that_a_post_went_out_or_shall_not(folder: Path):
    run = here(folder)
    sent = run.settle(KEY, None, replace(POSTED, id=None, by="desk"))
    other = replace(KEY, channel="linkedin")
    run.settle(other, None, Outcome(State.SKIPPED, by="desk"))
    assert (sent.state, sent.by) == (State.POSTED, "desk")
    assert run.read().state(other) is State.SKIPPED
    with pytest.raises(TransitionError, match=r"is posted by run .*; it was not marked skipped"):
        run.settle(KEY, None, Outcome(State.SKIPPED))


def test_what_a_network_says_is_kept_short_and_on_one_line(folder: Path):
    run = here(folder)
    failed = run.settle(KEY, claimed(run), Outcome(State.FAILED, reason="No.\n\r" + "x" * 9000))
    assert failed.reason == "No. " + "x" * 196


def test_seeding_leaves_alone_what_was_touched_and_writes_one_commit(folder: Path):
    run = here(folder)
    claimed(run)
    keys = [PostKey(f"article-{n}", channel) for n in range(60) for channel in ("bluesky", "x")]
    assert run.seed([KEY, *keys]) == 120
    assert run.seed([KEY, *keys]) == 0
    assert git(folder, "rev-list", "--count", "ledger") == "2"
    snapshot = run.read()
    assert snapshot.state(KEY) is State.CLAIMED
    assert {snapshot.state(key) for key in keys} == {State.SEEN}


def test_after_a_hold_nothing_can_be_claimed_but_what_is_meant_for_it(folder: Path):
    run = here(folder)
    assert here(folder).hold("A colleague has died", by="desk").by == "desk"
    with pytest.raises(HeldError, match=r"^a hold stands since 2026-11-23 12:00 UTC: A colleague"):
        run.claim(KEY, ATTEMPT)
    assert run.claim(replace(KEY, occasion="statement"), ATTEMPT, during_hold=True)
    both = "A colleague has died; Another reason"
    assert [run.hold("Another reason").reason for _ in range(2)] == [both, both]
    ended = run.resume(by="chief")
    assert ended is not None
    assert (ended.until, ended.resumed_by) == (NOON, "chief")
    assert run.resume() is None
    assert run.claim(KEY, ATTEMPT)
    snapshot = run.read()
    assert (snapshot.hold, snapshot.past_holds) == (None, (ended,))
    assert "holds/20261123T120000Z.json" in git(folder, "ls-tree", "-r", "--name-only", "ledger")


def test_an_approval_is_void_once_the_article_changes(folder: Path):
    run, article = here(folder), next(a for a in PUBLICATION.articles if a.id)
    assert run.read().approval_of(article) is SignOff.NONE
    run.approve(article.id or "", Approval(digest=article.digest, by="editorial-team", at=NOON))
    changed = article.model_copy(update={"digest": "0" * 64})
    assert run.read().approval_of(article) is SignOff.VALID
    assert run.read().approval_of(changed) is SignOff.VOID
    run.withdraw_approval(article.id or "")
    assert run.read().approval_of(article) is SignOff.NONE


def test_an_article_that_moves_keeps_the_moment_it_came_out(folder: Path):
    run = here(folder)
    first = Published(path="content/articles/2026/a.md", slug="a", since=NOON)
    later = datetime(2027, 1, 1, tzinfo=UTC)
    moved = Published(path="content/articles/2027/b.md", slug="b", since=later)
    assert [run.publish({"abcd-1": about}) for about in (first, first, moved)] == [1, 0, 1]
    assert run.read().articles == {"abcd-1": moved.changed(since=NOON)}
    assert git(folder, "rev-list", "--count", "ledger") == "2"


def test_a_network_begins_once(folder: Path):
    run = here(folder)
    assert run.start_channels(["bluesky", "x"]) == 2
    later = replace(run, clock=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    assert later.start_channels(["x", "linkedin"]) == 1
    starts = run.read().starts
    assert {name: start.since.year for name, start in starts.items()} == {
        "bluesky": 2026,
        "linkedin": 2027,
        "x": 2026,
    }


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "Invalid JSON: EOF while parsing a value"),
        (b"<<<<<<< ours\n{}", "Invalid JSON: expected value"),
        (b"\xff\xfe", "Invalid JSON"),
        (b"[" * 100_000, "Invalid JSON"),
        (b'{"run": "a", "at": "2026-01-01T00:00:00Z"}', "state: Field required"),
        (b'{"state": "sent", "run": "a", "at": "2026-01-01T00:00:00Z"}', "state: Input should be"),
        (b'{"state": "seen", "run": "a", "at": "2026-01-01T00:00:00"}', "at: Input should have"),
        (b'{"version": 2, "state": "seen"}', "version: Input should be 1"),
    ],
    ids=["empty", "conflict", "binary", "deep", "stateless", "unheard-of", "zoneless", "newer"],
)
def test_a_damaged_record_is_named_is_not_free_and_hides_no_other(
    folder: Path, content: bytes, fault: str
):
    run, other = here(folder), replace(KEY, channel="x")
    run.claim(other, ATTEMPT)
    write_by_hand(folder, KEY.path, content)
    snapshot = run.read()
    for ask in (lambda: snapshot.post(KEY), lambda: run.claim(KEY, ATTEMPT)):
        with pytest.raises(RecordError) as told:
            ask()
        assert str(told.value).startswith(f"{KEY.path} in the ledger is no record: {fault}")
    assert list(snapshot.unreadable) == [KEY.path]
    assert snapshot.state(other) is State.CLAIMED
    run.settle(other, snapshot.post(other), POSTED)
    blob = git(folder, "rev-parse", f"ledger:{KEY.path}")
    assert blob == git(folder, "hash-object", "--stdin", stdin=content)


def test_a_damaged_hold_is_a_hold(folder: Path):
    run = here(folder)
    run.hold("Violence")
    write_by_hand(folder, "hold.json", b"{}")
    for ask in (lambda: run.claim(KEY, ATTEMPT), run.standing_hold, lambda: run.read().hold):
        with pytest.raises(RecordError, match=r"^hold\.json in the ledger is no record: reason"):
            ask()


def test_what_a_later_version_adds_is_kept(folder: Path):
    run = here(folder)
    mine = claimed(run)
    told = mine.told() | {"weather": {"sky": ["grey", None]}, "moon": None}
    write_by_hand(folder, KEY.path, json.dumps(told).encode())
    write_by_hand(folder, "notes.md", b"Ours.")
    run.settle(KEY, mine, POSTED)
    after = shown(folder, KEY.path)
    assert (after["weather"], after["moon"]) == ({"sky": ["grey", None]}, None)
    assert after["state"] == "posted"
    assert git(folder, "show", "ledger:notes.md") == "Ours."


def test_a_record_in_a_wrong_place_is_told(folder: Path):
    run = here(folder)
    claimed(run)
    write_by_hand(folder, "posts/the-article/bluesky.json", claimed_record())
    assert {path: str(problem) for path, problem in run.read().unreadable.items()} == {
        "posts/the-article/bluesky.json": "posts/the-article/bluesky.json in the ledger lies where "
        "no record of a post can lie"
    }


def claimed_record() -> bytes:
    return PostRecord(state=State.CLAIMED, run="by-hand", at=NOON).encoded()


@pytest.mark.parametrize("name", ["", "..", "a/b", "A", "ä", "a\n", "-a", "a.json"])
def test_a_key_that_can_be_no_path_is_refused(name: str):
    for part in ("article", "channel", "occasion"):
        with pytest.raises(ValueError, match="can be no record's name"):
            replace(KEY, **{part: name})
