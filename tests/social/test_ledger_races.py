"""Many runs at once, and runs that are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, State
from tests.social.repositories import clone, git, ledger, remote, repository, untouched

CLAIMING = Path(__file__).with_name("claiming.py")
KEYS = 20


def start(run: Ledger, *words: str) -> subprocess.Popen[str]:
    """A process that is ready to claim, and waits."""
    branch = run.branch
    process = subprocess.Popen(
        [
            *(sys.executable, str(CLAIMING), str(branch.repository)),
            *(branch.remote or "", run.run, *words),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def won_by(processes: list[subprocess.Popen[str]]) -> list[list[str]]:
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=300) for process in processes]
    assert [complaint for _, complaint in ended] == [""] * len(processes)
    return [answer.split() for answer, _ in ended]


def all_of(won: list[list[str]]) -> list[str]:
    return sorted(key for keys in won for key in keys)


@pytest.mark.parametrize("round_", range(2))
def test_four_processes_on_four_clones_win_each_key_exactly_once(tmp_path: Path, round_: int):
    origin = remote(tmp_path)
    folders = [clone(origin, tmp_path / f"clone-{n}") for n in range(4)]
    runs = [ledger(folder, run=f"run-{round_}-{n}") for n, folder in enumerate(folders)]
    won = won_by([start(run, str(KEYS)) for run in runs])
    assert all_of(won) == sorted(f"article-{n}" for n in range(KEYS))
    posts = runs[0].read().posts
    assert {key.article: record.run for key, record in posts.items()} == {
        key: run.run for run, keys in zip(runs, won, strict=True) for key in keys
    }
    assert git(origin, "rev-list", "--count", "--no-merges", "ledger") == str(KEYS)


@pytest.mark.parametrize("shared", [None, "origin"])
def test_processes_in_one_and_the_same_folder_win_each_key_once(tmp_path: Path, shared):
    folder = clone(remote(tmp_path), tmp_path / "clone") if shared else repository(tmp_path / "one")
    runs = [ledger(folder, shared, run=f"run-{n}") for n in range(3)]
    won = won_by([start(run, "10") for run in runs])
    assert all_of(won) == sorted(f"article-{n}" for n in range(10))


def test_nobody_loses_a_settlement_because_others_write(tmp_path: Path):
    origin = remote(tmp_path)
    runs = [ledger(clone(origin, tmp_path / f"clone-{n}"), run=f"run-{n}") for n in range(3)]
    won = won_by([start(run, "12", "settle") for run in runs])
    posts = runs[0].read().posts
    assert {record.state for record in posts.values()} == {State.POSTED}
    assert {record.id for record in posts.values()} == {
        f"run-{n}-{key.removeprefix('article-')}" for n, keys in enumerate(won) for key in keys
    }


def children(process: int) -> Iterator[int]:
    """Yield the processes that `process` started, and those that these started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    for child in [pid for pid, parent in pairs if parent == process]:
        yield child
        yield from children(child)


def killed(run: Ledger, chance: random.Random, *, with_git: bool) -> list[str]:
    """Start a run, kill it at some moment, and say what it had won by then."""
    process = start(run, "200", "settle")
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    time.sleep(chance.uniform(0, 0.6))
    for each in [process.pid, *(children(process.pid) if with_git else ())]:
        try:
            os.kill(each, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return process.communicate(timeout=60)[0].split()


@pytest.mark.parametrize("with_git", [False, True], ids=["alone", "with git"])
@pytest.mark.parametrize("shared", [None, "origin"])
def test_a_run_killed_at_any_moment_harms_nothing_and_its_claims_are_kept(
    tmp_path: Path, shared, with_git
):
    chance = random.Random(f"{shared} {with_git}")  # noqa: S311 - the same at each run
    origin = remote(tmp_path)
    folder = clone(origin, tmp_path / "clone") if shared else repository(tmp_path / "one")
    before = dict(untouched(folder))
    won = []
    for number in range(5):
        run = ledger(folder, shared, run=f"killed-{number}")
        won += [(key, run.run) for key in killed(run, chance, with_git=with_git)]
        settle_down(folder, origin)
    after = ledger(folder, shared)
    snapshot = after.read()
    assert snapshot.unreadable == {}
    assert len({key for key, _ in won}) == len(won)
    for key, name in won:
        record = snapshot.posts[PostKey(key, "bluesky")]
        assert record.run == name
        assert record.seen_by(after.run) in {State.UNKNOWN, State.POSTED}
    assert dict(untouched(folder)) == before
    for repository_ in (folder, origin):
        git(repository_, "fsck", "--strict", "--no-dangling")


def settle_down(*folders: Path) -> None:
    """Wait for what git still does, and take away a ref's lock that only power cuts leave."""
    time.sleep(0.3)
    for folder in folders:
        for lock in (Path(git(folder, "rev-parse", "--absolute-git-dir")) / "refs").rglob("*.lock"):
            lock.unlink()
