"""Every kind of repository that a publication may lie in, and what must stay as it was."""

import os
from pathlib import Path

import pytest

from publisher.social.ledger import Ledger
from publisher.social.records import State
from publisher.social.transitions import Outcome
from tests.social.repositories import (
    ATTEMPT,
    IDENTITY,
    KEY,
    clone,
    git,
    ledger,
    remote,
    repository,
    untouched,
)

POSTED = Outcome(State.POSTED, id="1", url="https://social.example/1")


def alone(path: Path) -> Ledger:
    return ledger(repository(path / "alone"), remote=None)


def unborn(path: Path) -> Ledger:
    git(path, "init", "--quiet", "unborn")
    return ledger(path / "unborn", remote=None)


def other_digests(path: Path) -> Ledger:
    return ledger(repository(path / "alone", "--object-format=sha256"), remote=None)


def below(path: Path) -> Ledger:
    folder = repository(path / "alone") / "sites/journal"
    folder.mkdir(parents=True)
    return ledger(folder, remote=None)


def full(path: Path) -> Ledger:
    return ledger(clone(remote(path), path / "clone"))


def shallow(path: Path) -> Ledger:
    return ledger(clone(remote(path), path / "clone", "--depth=1"))


def shallow_of_all_branches(path: Path) -> Ledger:
    """The ledger itself came without its past."""
    origin = remote(path)
    first = ledger(clone(origin, path / "before"))
    for channel in ("bluesky", "x"):
        first.start_channels([channel])
    return ledger(clone(origin, path / "clone", "--depth=1", "--no-single-branch"))


def without_blobs(path: Path) -> Ledger:
    origin = remote(path)
    git(origin, "config", "uploadpack.allowFilter", "true")
    ledger(clone(origin, path / "before")).start_channels(["x"])
    return ledger(clone(origin, path / "clone", "--filter=blob:none", "--no-checkout"))


def as_in_actions(path: Path) -> Ledger:
    """As actions/checkout fetches: one commit, no branch."""
    origin = remote(path)
    ledger(clone(origin, path / "before")).start_channels(["x"])
    git(path, "init", "--quiet", "clone")
    folder, commit = path / "clone", git(origin, "rev-parse", "main")
    git(folder, "remote", "add", "origin", origin.as_uri())
    git(folder, "config", "gc.auto", "0")
    refs = f"+{commit}:refs/remotes/origin/main"
    git(folder, "fetch", "--no-tags", "--prune", "--depth=1", "origin", refs)
    git(folder, "checkout", "--quiet", "--force", "--detach", "refs/remotes/origin/main")
    return ledger(folder)


def one_branch(path: Path) -> Ledger:
    return ledger(clone(remote(path), path / "clone", "--single-branch"))


def detached(path: Path) -> Ledger:
    folder = clone(remote(path), path / "clone")
    git(folder, "checkout", "--quiet", "--detach", "HEAD~1")
    return ledger(folder)


def worktree(path: Path) -> Ledger:
    folder = clone(remote(path), path / "clone")
    git(folder, "worktree", "add", "--quiet", "../worktree")
    return ledger(path / "worktree")


def other_name(path: Path) -> Ledger:
    return ledger(clone(remote(path), path / "clone", "--origin=hospital"), "hospital")


PLACES = (
    alone,
    unborn,
    other_digests,
    below,
    full,
    shallow,
    shallow_of_all_branches,
    without_blobs,
    as_in_actions,
    one_branch,
    detached,
    worktree,
    other_name,
)


@pytest.mark.parametrize("place", PLACES)
def test_a_post_is_claimed_and_settled_and_all_else_stays_as_it_was(tmp_path: Path, place):
    run = place(tmp_path)
    folder = run.branch.repository
    before = dict(untouched(folder))
    for channel in ("mastodon", "linkedin"):
        run.start_channels([channel])
    record = run.claim(KEY, ATTEMPT)
    run.settle(KEY, record, POSTED)
    assert run.claim(KEY, ATTEMPT) is None
    snapshot = run.read()
    assert snapshot.state(KEY) is State.POSTED
    assert {"mastodon", "linkedin"} <= set(snapshot.starts)
    assert snapshot.unreadable == {}
    assert dict(untouched(folder)) == before
    git(folder, "fsck", "--strict", "--no-dangling")


@pytest.mark.parametrize(("options", "depth"), [(["--depth=1"], "true"), ([], "false")])
def test_a_shallow_clone_stays_shallow_and_a_full_one_full(tmp_path: Path, options, depth: str):
    origin = remote(tmp_path)
    folder = clone(origin, tmp_path / "clone", *options)
    other = ledger(clone(origin, tmp_path / "other"))
    before = git(folder, "rev-list", "--count", "HEAD")
    for channel in ("bluesky", "x", "mastodon"):
        other.start_channels([channel])
        assert channel in ledger(folder).read().starts
    assert git(folder, "rev-parse", "--is-shallow-repository") == depth
    assert git(folder, "rev-list", "--count", "HEAD") == before
    assert git(folder, "rev-list", "--count", "origin/ledger") == "3"


def test_what_one_clone_writes_every_other_reads(tmp_path: Path):
    origin = remote(tmp_path)
    one, other = (ledger(clone(origin, tmp_path / name)) for name in ("one", "other"))
    record = one.claim(KEY, ATTEMPT)
    assert other.claim(KEY, ATTEMPT) is None
    one.settle(KEY, record, POSTED)
    assert other.read().state(KEY) is State.POSTED
    other.hold("Outage")
    assert one.standing_hold() == other.standing_hold() != None  # noqa: E711 - a hold, and the same


def test_no_setting_of_a_users_and_no_hook_stands_in_the_way(tmp_path: Path, monkeypatch):
    """As somebody works who signs everything, has no name, and lets hooks forbid everything."""
    origin = remote(tmp_path)
    folder = clone(origin, tmp_path / "clone")
    git(origin, "config", "core.hooksPath", os.devnull)  # what runs there is its owner's affair
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("pre-push", "reference-transaction", "pre-auto-gc", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
        (hooks / name).chmod(0o755)
    settings = {
        "user.useConfigOnly": "true",
        "commit.gpgSign": "true",
        "push.gpgSign": "true",
        "gpg.program": "/nowhere/gpg",
        "core.hooksPath": str(hooks),
        "core.pager": "/nowhere/pager",
        "core.autocrlf": "true",
        "core.quotePath": "true",
        "push.default": "nothing",
        "push.followTags": "true",
        "fetch.prune": "true",
        "fetch.unpackLimit": "1",
        "color.ui": "always",
        "log.showSignature": "true",
        "core.splitIndex": "true",
        "submodule.recurse": "true",
        "transfer.fsckObjects": "true",
        "receive.fsckObjects": "true",
    }
    (tmp_path / "gitconfig").write_text("")
    for key, value in settings.items():
        git(folder, "config", "--file", str(tmp_path / "gitconfig"), key, value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for run in (ledger(folder), ledger(repository(tmp_path / "alone"), remote=None)):
        run.settle(KEY, run.claim(KEY, ATTEMPT), POSTED)
        assert run.read().state(KEY) is State.POSTED
    assert not (tmp_path / "ran").exists()


def test_started_from_a_hook_of_another_repository_it_writes_to_its_own(
    tmp_path: Path, monkeypatch
):
    run = ledger(repository(tmp_path / "alone"), remote=None)
    other = repository(tmp_path / "other")
    before = dict(untouched(other))
    with monkeypatch.context() as hook:
        hook.setenv("GIT_DIR", str(other / ".git"))
        hook.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
        hook.setenv("GIT_WORK_TREE", str(other))
        assert run.claim(KEY, ATTEMPT)
    assert git(tmp_path / "alone", "rev-list", "--count", "ledger") == "1"
    assert dict(untouched(other)) == before
    assert git(other, "for-each-ref", "refs/heads/ledger") == ""


def test_a_branch_in_a_folder_of_the_ledgers_name_is_not_the_ledger(tmp_path: Path):
    folder = repository(tmp_path / "alone")
    git(folder, "branch", "ledger/old")
    assert ledger(folder, remote=None).read().commit is None


def test_a_commit_made_by_hand_at_the_remote_is_built_upon(tmp_path: Path):
    origin = remote(tmp_path)
    run = ledger(clone(origin, tmp_path / "clone"))
    record = run.claim(KEY, ATTEMPT)
    desk = clone(origin, tmp_path / "desk", "--branch=ledger")
    (desk / "notes.md").write_text("Seen by the desk.")
    git(desk, "add", "notes.md")
    git(desk, *IDENTITY, "commit", "--quiet", "--message", "Note")
    git(desk, "push", "--quiet")
    run.settle(KEY, record, POSTED)
    git(desk, "pull", "--quiet", "--ff-only")
    files = git(desk, "ls-tree", "--name-only", "HEAD").splitlines()
    assert files == ["README.md", "notes.md", "posts"]
