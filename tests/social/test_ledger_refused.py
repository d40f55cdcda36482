"""What happens when the ledger cannot be reached, may not be written, or was lost."""

import time
from pathlib import Path

import pytest

from publisher import _git
from publisher._git import GitError
from publisher.settings import read_settings
from publisher.social import branch
from publisher.social.branch import LedgerError
from publisher.social.ledger import HeldError, Ledger
from publisher.social.records import State
from publisher.social.transitions import Outcome
from tests.social.repositories import (
    ATTEMPT,
    IDENTITY,
    KEY,
    NOON,
    clone,
    git,
    ledger,
    remote,
    repository,
)

POSTED = Outcome(State.POSTED, id="1")


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


def hook(origin: Path, name: str, script: str) -> None:
    file = origin / "hooks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    return remote(tmp_path)


@pytest.fixture
def folder(tmp_path: Path, origin: Path) -> Path:
    return clone(origin, tmp_path / "clone")


def test_a_remote_that_lets_nobody_push_lets_nobody_claim(origin: Path, folder: Path):
    hook(origin, "pre-receive", "echo 'The ledger is protected.' >&2; exit 1")
    with pytest.raises(LedgerError) as refusal:
        ledger(folder).claim(KEY, ATTEMPT)
    assert str(refusal.value).startswith(
        "the ledger cannot be written: remote: The ledger is protected.; ! [remote rejected]"
    )
    assert ledger(folder).read().posts == {}
    assert git(origin, "for-each-ref", "refs/heads/ledger") == ""


def test_a_remote_that_is_gone_lets_nobody_claim(origin: Path, folder: Path):
    origin.rename(origin.with_name("elsewhere"))
    for ask in (ledger(folder).read, lambda: ledger(folder).claim(KEY, ATTEMPT)):
        with pytest.raises(LedgerError, match=r"^the ledger cannot be read: fatal: "):
            ask()


def test_an_answer_lost_after_the_remote_had_the_claim_is_found_out(origin: Path, folder: Path):
    hook(origin, "post-receive", "kill -9 $PPID")
    run = ledger(folder)
    record = run.claim(KEY, ATTEMPT)
    assert record is not None
    assert run.settle(KEY, record, POSTED).state is State.POSTED
    assert git(origin, "rev-list", "--count", "ledger") == "2"


@pytest.fixture
def between_look_and_push(monkeypatch):
    """Let something happen once, after the next change was made up and before it is pushed."""
    swap = branch.Branch._swap  # noqa: SLF001 - the only moment between the two

    def between_look_and_push(happen):
        def swap_later(self, old, new):
            monkeypatch.setattr(branch.Branch, "_swap", swap)
            happen()
            swap(self, old, new)

        monkeypatch.setattr(branch.Branch, "_swap", swap_later)

    return between_look_and_push


def test_a_claim_by_another_run_that_says_the_same_is_not_taken_for_ours(
    origin: Path, folder: Path, tmp_path: Path, between_look_and_push
):
    other = ledger(clone(origin, tmp_path / "other"), run="other")
    between_look_and_push(lambda: other.claim(KEY, ATTEMPT))
    assert ledger(folder).claim(KEY, ATTEMPT) is None
    assert other.read().posts[KEY].run == "other"


def test_a_hold_that_comes_between_look_and_push_stops_the_claim(
    origin: Path, folder: Path, tmp_path: Path, between_look_and_push
):
    other = ledger(clone(origin, tmp_path / "other"))
    between_look_and_push(lambda: other.hold("Violence"))
    with pytest.raises(HeldError):
        ledger(folder).claim(KEY, ATTEMPT)
    assert other.read().posts == {}


def test_two_who_begin_the_ledger_at_once_write_one(
    origin: Path, folder: Path, tmp_path: Path, between_look_and_push
):
    other = ledger(clone(origin, tmp_path / "other"))
    between_look_and_push(lambda: other.start_channels(["x"]))
    assert ledger(folder).claim(KEY, ATTEMPT)
    snapshot = other.read()
    assert (list(snapshot.posts), list(snapshot.starts)) == ([KEY], ["x"])
    assert git(origin, "rev-list", "--count", "--max-parents=0", "ledger") == "1"


def test_a_ledger_that_was_deleted_is_not_begun_anew(origin: Path, folder: Path):
    ledger(folder).claim(KEY, ATTEMPT)
    tip = git(origin, "rev-parse", "ledger")
    git(origin, "branch", "-D", "ledger")
    with pytest.raises(LedgerError) as refusal:
        ledger(folder).claim(KEY, ATTEMPT)
    way_out = f"git push origin {tip}:refs/heads/ledger"
    assert str(refusal.value) == (
        f"origin has no branch `ledger`, but there is a ledger here; bring it there: {way_out}"
    )
    git(folder, *way_out.split()[1:])
    assert ledger(folder).claim(KEY, ATTEMPT) is None


def test_a_ledger_kept_alone_until_now_is_not_begun_anew_at_the_remote(folder: Path):
    ledger(folder, remote=None).claim(KEY, ATTEMPT)
    with pytest.raises(LedgerError, match="origin has no branch `ledger`, but there is a ledger"):
        ledger(folder).read()


def test_a_ledger_that_was_rewritten_is_not_believed(origin: Path, folder: Path):
    run = ledger(folder)
    for channel in ("bluesky", "x"):
        run.start_channels([channel])
    git(origin, "update-ref", "refs/heads/ledger", "ledger~1")
    with pytest.raises(LedgerError, match=r"the ledger cannot be read: .*non-fast-forward"):
        run.read()


def test_a_checked_out_ledger_is_not_changed_under_somebodys_hands(tmp_path: Path):
    folder = repository(tmp_path / "alone")
    run = ledger(folder, remote=None)
    run.start_channels(["bluesky"])
    git(folder, "worktree", "add", "--quiet", str(tmp_path / "mending"), "ledger")
    with pytest.raises(LedgerError) as refusal:
        run.claim(KEY, ATTEMPT)
    assert str(refusal.value) == (
        f"`ledger` is checked out in {tmp_path}/mending; switch to another branch"
    )


def test_a_lock_left_behind_is_named(tmp_path: Path):
    folder = repository(tmp_path / "alone")
    lock = folder / ".git/refs/heads/ledger.lock"
    lock.touch()
    with pytest.raises(LedgerError, match=rf"cannot be written: .*{lock}': File exists"):
        ledger(folder, remote=None).claim(KEY, ATTEMPT)


def test_content_that_is_gone_is_not_a_free_post(tmp_path: Path):
    folder = repository(tmp_path / "alone")
    run = ledger(folder, remote=None)
    run.claim(KEY, ATTEMPT)
    blob = git(folder, "rev-parse", f"ledger:{KEY.path}")
    (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(LedgerError, match=f"{KEY.path} is listed but its content is gone"):
        run.claim(KEY, ATTEMPT)


def of(folder: Path, **ledger: str) -> Ledger:
    options = {
        "publication_id": "5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77",
        "organisation": {"name": "Sample"},
        "ledger": ledger,
    }
    settings, reasons = read_settings(options)
    assert settings is not None, reasons
    return Ledger.of(folder, settings, lambda: NOON)


def test_the_ledger_is_at_origin_where_there_is_one_unless_told_otherwise(folder: Path):
    assert of(folder).branch == branch.Branch(folder, "ledger", "origin")
    assert of(folder, remote="", branch="desk/ledger").branch == branch.Branch(
        folder, "desk/ledger", None
    )
    git(folder, "remote", "remove", "origin")
    assert of(folder).branch.remote is None
    with pytest.raises(LedgerError) as refusal:
        of(folder, remote="hospital")
    assert str(refusal.value) == "`ledger.remote` is `hospital`; git knows no remote"


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path):
    with pytest.raises(LedgerError, match=r"^the ledger needs a git repository: fatal: not a git"):
        of(tmp_path)


def test_no_run_id_is_drawn_twice(folder: Path):
    assert len({of(folder).run for _ in range(10)}) == 10


def test_git_that_is_missing_or_never_ends_is_told(folder: Path, monkeypatch, tmp_path: Path):
    monkeypatch.setattr(_git, "TIMEOUT", 0.2)
    with pytest.raises(GitError, match=r"^git -c did not end within 0\.2 seconds$"):
        _git.git(folder, "-c", "alias.wait=!sleep 60", "wait")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match=r"^git cannot be started: No such file or directory$"):
        _git.git(folder, "status")


def test_a_password_in_an_address_is_never_said(folder: Path):
    secret = "hunter2"
    for address in (f"https://desk:{secret}@127.0.0.1:1/x", f"https://{secret}@127.0.0.1:1/x"):
        git(folder, *IDENTITY, "remote", "set-url", "origin", address)
        with pytest.raises(LedgerError) as refusal:
            ledger(folder).read()
        assert secret not in str(refusal.value)
        assert "127.0.0.1" in str(refusal.value)
