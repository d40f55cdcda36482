"""Every post that waits for somebody can be settled, whether or not an article asks for it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from publisher.social.records import PostKey, State
from publisher.social.transitions import Attempt, Outcome
from tests.desk import NOON, desk, ledger, posted, run
from tests.social.repositories import git

ONE = "content/articles/2026/one.md"
ADDRESS = "https://mastodon.example/@trust/1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return desk(tmp_path / "publication")


def refused(folder: Path, occasion: str = "launch", state: State = State.FAILED) -> PostKey:
    """A post of the article `one` that Mastodon did not take."""
    key, book = PostKey("one-0001", "mastodon", occasion), ledger(folder)
    claim = book.claim(key, Attempt(key.path, NOON, "5d" * 32))
    book.settle(key, claim, Outcome(state, reason="Validation failed"))
    return key


def state(folder: Path, key: PostKey) -> State | None:
    return ledger(folder).read().state(key)


def corrected(folder: Path) -> PostKey:
    """The article out on Mastodon, and a correction below it that was refused."""
    posted(folder, "one", "mastodon")
    file = folder / ONE
    note = "corrections: [{date: 2026-05-30, note: It is 20 seconds.}]\n---\n\nW"
    file.write_text(file.read_text().replace("---\n\nW", note))
    return refused(folder, "correction")


WAY_OUT = (
    "put right what the network said, then `publisher correct one --reply mastodon`, or "
    "`publisher correct one --leave mastodon`"
)


def test_a_red_run_names_each_post_that_waits_and_what_to_do(folder: Path, monkeypatch):
    corrected(folder)
    summary = folder.parent / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = run(folder, "announce", "--only", "one")
    line = f"failed: one on mastodon (correction): Validation failed; {WAY_OUT}"
    assert (told.exit_code, told.stdout.splitlines()[:2]) == (1, ["nothing is due", line])
    assert f"::error title=Waits for you::{line}" in told.stdout
    assert f"### Waits for you\n\n- {line}\n" in summary.read_text()
    document = json.loads(
        run(folder, "announce", "--dry-run", "--only", "one", "--format", "json").stdout
    )
    assert document["left"] == [line]


@pytest.mark.parametrize(
    ("arguments", "after"),
    [
        (("skip", "one", "mastodon", "--reason", "Said elsewhere"), State.SKIPPED),
        (("announce", "--sent", "one", "mastodon", ADDRESS), State.POSTED),
        (("correct", "one", "--leave", "mastodon"), State.SKIPPED),
        (("release", "one", "mastodon"), State.RELEASED),
    ],
    ids=["skip", "sent", "leave", "release"],
)
def test_a_correction_that_was_refused_can_be_settled(folder: Path, arguments, after):
    key = corrected(folder)
    done = run(folder, *arguments)
    assert (done.exit_code, state(folder, key)) == (0, after), done.output


def test_a_released_correction_waits_for_the_command_that_sends_it(folder: Path):
    corrected(folder)
    done = run(folder, "release", "one", "mastodon")
    assert done.stderr == (
        "The next `publisher correct one --reply …` sends it. To undo: publisher skip\n"
    )
    told = run(folder, "status")
    assert told.exit_code == 1
    assert (
        "  → `publisher correct one --reply mastodon` sends it, `publisher correct" in told.stdout
    )


def test_a_post_of_an_article_that_is_gone_can_be_skipped(folder: Path):
    key = refused(folder)
    (folder / ONE).unlink()
    assert run(folder, "release", "one-0001", "mastodon").exit_code == 1
    done = run(folder, "skip", "one-0001", "mastodon", "--reason", "The article is gone")
    assert (done.exit_code, done.stdout) == (0, "Skipped: one-0001 on mastodon (launch)\n")
    assert state(folder, key) is State.SKIPPED


def test_a_post_on_a_network_that_its_author_no_longer_wants_can_be_settled(folder: Path):
    key = refused(folder, state=State.UNKNOWN)
    file = folder / ONE
    file.write_text(file.read_text().replace("---\n\nW", "social: {channels: [bluesky]}\n---\n\nW"))
    done = run(folder, "announce", "--sent", "one", "mastodon", ADDRESS)
    assert (done.exit_code, state(folder, key)) == (0, State.POSTED), done.output


def test_a_post_on_a_network_that_is_switched_off_can_be_skipped(folder: Path):
    key = refused(folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text() + "      channels: {mastodon: {send: never}}\n")
    done = run(folder, "skip", "one", "mastodon", "--reason", "Switched off")
    assert (done.exit_code, state(folder, key)) == (0, State.SKIPPED), done.output
    assert run(folder, "announce", "--only", "one").exit_code == 0


def test_an_article_is_known_by_the_name_that_the_ledger_keeps(folder: Path):
    run(folder, "announce", "--only", "one")
    key = refused(folder)
    (folder / ONE).unlink()
    done = run(folder, "skip", "one", "--reason", "The article is gone")
    assert (done.exit_code, state(folder, key)) == (0, State.SKIPPED), done.output
    assert git(folder, "log", "-1", "--format=%s", "ledger") == f"Skipped: {key}"


def sent(folder: Path, url: str, *more: str, network: str = "mastodon"):
    return run(folder, "announce", "--sent", "one", network, url, *more)


def reminding(folder: Path) -> None:
    """The article `one` with a reminder that is due, on networks that are used since long."""
    run(folder, "announce", "--only", "one", at=NOON - timedelta(days=60))
    file = folder / ONE
    again = 'social: {again: [{after: 3, text: "Still true."}]}\n---\n\nW'
    file.write_text(file.read_text().replace("---\n\nW", again))


def test_the_occasion_that_somebody_posted_is_the_one_that_is_written_down(folder: Path):
    reminding(folder)
    done = sent(folder, ADDRESS, "--occasion", "again-1")
    assert (done.exit_code, done.stdout) == (0, "Posted by hand: one on mastodon (again-1)\n")
    assert list(ledger(folder).read().posts) == [PostKey("one-0001", "mastodon", "again-1")]
    again = sent(folder, ADDRESS, "--occasion", "again-1")
    assert (again.exit_code, again.stderr) == (
        1,
        "nothing of it is left to post on mastodon; `publisher status` shows what is\n",
    )


def test_what_was_said_by_mistake_is_taken_back(folder: Path):
    run(folder, "announce", "--only", "two", at=NOON - timedelta(days=60))
    done = run(folder, "announce", "--sent", "two", "mastodon", ADDRESS)
    assert done.stderr == "To undo: publisher announce --not-sent two mastodon\n"
    back = run(folder, "announce", "--not-sent", "two", "mastodon")
    assert (back.exit_code, back.stdout) == (0, "Not out: two on mastodon (launch)\n")
    record = ledger(folder).read().posts[PostKey("two-0001", "mastodon")]
    assert (record.state, record.url, record.by) == (State.RELEASED, None, None)
    assert "due: two on mastodon" in run(folder, "announce", "--dry-run").stdout
    again = run(folder, "announce", "--not-sent", "two", "mastodon")
    assert (again.exit_code, again.stderr) == (
        1,
        "nobody has said that it was posted on mastodon by hand\n",
    )


def test_what_a_network_took_is_not_taken_back_by_a_word(folder: Path):
    posted(folder, "one", "mastodon")
    assert run(folder, "announce", "--not-sent", "one", "mastodon").exit_code == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/x",
        "https://bsky.app/",
        "https://bsky.app/profile/a <script>",
        "http://bsky.app/profile/a/post/1",
        "done",
    ],
)
def test_only_an_address_of_a_post_on_that_network_counts(folder: Path, url: str):
    done = sent(folder, url, network="bluesky")
    assert done.exit_code == 1
    assert done.stderr == (
        f"`{url}` is no address of a post on Bluesky; paste the post's own, as "
        "https://bsky.app/profile/…/post/…\n"
    )
    assert ledger(folder).read().commit is None


def test_what_is_not_out_yet_nobody_has_posted(folder: Path):
    file = folder / ONE
    file.write_text(file.read_text().replace("status: ready", "status: draft"))
    done = sent(folder, ADDRESS)
    assert (done.exit_code, done.stderr) == (
        1,
        f"{ONE}: it is not out yet, so nobody can have posted it\n",
    )


@pytest.mark.parametrize("what", [("--sent", "one", "mastodon", ADDRESS), ("--seed",)])
def test_a_dry_run_writes_nothing_down(folder: Path, what):
    assert run(folder, "announce", "--dry-run", *what).exit_code == 2
    assert ledger(folder).read().commit is None


def test_an_article_that_cannot_be_read_is_named_with_the_reason(folder: Path):
    file = folder / ONE
    file.write_text(file.read_text().replace("pillar: community", "pillar: comunity"))
    told = run(folder, "announce", "--dry-run")
    (line,) = (line for line in told.stdout.splitlines() if ONE in line)
    assert (told.exit_code, line.startswith(f"not due: {ONE}: it cannot be read: line ")) == (
        0,
        True,
    )
    assert "`comunity`" in line
