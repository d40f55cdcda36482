"""Real git repositories, and the ledger in them."""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from publisher.social.branch import Branch
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey
from publisher.social.transitions import Attempt

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEY = PostKey("the-article", "bluesky")
ATTEMPT = Attempt("3mabcdefghijk", NOON, "5d" * 32)
IDENTITY = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")

_runs = count(1)


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    """Run git as a person would, but for the settings of whoever runs the tests."""
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    run = subprocess.run(
        command, env=os.environ | clean, input=stdin, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode().strip()


def repository(folder: Path, *options: str) -> Path:
    """A repository with two commits and something that is not committed yet."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    for text in ("first", "second"):
        (folder / "article.md").write_text(text)
        git(folder, "add", "article.md")
        git(folder, *IDENTITY, "commit", "--quiet", "--message", text)
    (folder / "staged.md").write_text("staged")
    git(folder, "add", "staged.md")
    (folder / "article.md").write_text("being written")
    return folder


def remote(folder: Path) -> Path:
    """A bare repository, for many to clone, with the commits of a repository made on the way."""
    first = repository(folder / "first")
    git(folder, "clone", "--quiet", "--bare", str(first), str(folder / "remote.git"))
    return folder / "remote.git"


def clone(of: Path, to: Path, *options: str) -> Path:
    """A clone over git's own protocol, so that depth counts."""
    git(of, "clone", "--quiet", *options, of.as_uri(), str(to))
    return to


def ledger(folder: Path, remote: str | None = "origin", run: str | None = None) -> Ledger:
    return Ledger(Branch(folder, "ledger", remote), lambda: NOON, run or f"run-{next(_runs)}")


def write_by_hand(folder: Path, path: str, content: bytes) -> None:
    """Put a file into the local branch, as somebody with git and no publisher would."""
    blob = git(folder, "hash-object", "-w", "--stdin", stdin=content)
    index = {"GIT_INDEX_FILE": str(folder / ".git/by-hand")}
    old = os.environ.copy()
    os.environ.update(index)
    try:
        git(folder, "read-tree", "ledger")
        git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
        tree = git(folder, "write-tree")
    finally:
        os.environ.clear()
        os.environ.update(old)
    commit = git(folder, *IDENTITY, "commit-tree", "-p", "ledger", "-m", "By hand", tree)
    git(folder, "update-ref", "refs/heads/ledger", commit)


def untouched(folder: Path) -> Iterator[tuple[str, object]]:
    """Yield all that the ledger must leave alone."""
    git_folder = Path(git(folder, "rev-parse", "--absolute-git-dir"))
    for name in ("HEAD", "index", "FETCH_HEAD", "ORIG_HEAD", "shallow", "config"):
        file = git_folder / name
        yield name, file.read_bytes() if file.exists() else None
    yield "status", git(folder, "status", "--porcelain")
    yield "locks", sorted(git_folder.glob("*.lock"))
    yield "files", sorted(p for p in folder.rglob("*") if git_folder not in p.parents)
    refs = git(folder, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
    yield "refs", [ref for ref in refs if "/ledger " not in ref]
