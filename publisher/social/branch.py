"""A git branch as a store of small files, changed by compare-and-swap.

Nothing but the branch's own ref and objects are written: no working tree, no index, no HEAD. Where
there is a remote, its branch is the truth and the push is the lock; else the local branch is both.
"""

from __future__ import annotations

import random
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from publisher._git import GitError, git

# Content by path; None where there shall be no file.
Changes = Mapping[str, bytes | None]

# How often a change is tried while others keep changing the branch first.
RACES = 50
# How often the same state of the branch may refuse a change before it counts as a no: the other
# side may be locked by somebody whose change is not to be seen yet.
REFUSALS = 5
# How often a fetch is tried.
FETCHES = 3
# More paths than this are not named one by one to git, whose command line has an end.
_NAMED = 100

# Who writes, and has it written where nobody is named.
PROGRAM = "publisher"

README = b"""\
# Ledger

What `publisher` has announced, and where. It is written by the program, which relies on every file
here to never post twice. Do not delete, rewrite or merge this branch.
"""


class LedgerError(Exception):
    """The ledger cannot be read or written; nothing was changed as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch `name` of `remote`, or of `repository` alone where that is None.

    `author` is who has it written, as its history tells.
    """

    repository: Path
    name: str
    remote: str | None
    author: str = PROGRAM

    def tip(self) -> str | None:
        """The newest commit, from the remote; None where there is no such branch yet."""
        try:
            return self._local_tip() if self.remote is None else self._remote_tip(self.remote)
        except GitError as problem:
            message = f"the ledger cannot be read: {problem}"
            raise LedgerError(message) from problem

    def files(self, tip: str | None, paths: Iterable[str] | None = None) -> dict[str, bytes]:
        """The files at commit `tip` by path: those of `paths` that exist, or all of them."""
        wanted = None if paths is None else frozenset(paths)
        if tip is None or wanted == frozenset():
            return {}
        try:
            return dict(self._read(tip, wanted))
        except GitError as problem:
            message = f"the ledger cannot be read: {problem}"
            raise LedgerError(message) from problem

    def change(
        self,
        paths: Iterable[str],
        decide: Callable[[dict[str, bytes]], Changes],
        message: str,
        when: datetime,
    ) -> None:
        """Write what `decide` makes of the files at `paths`.

        `decide` is asked again whenever somebody else was faster, and may raise what it likes.
        Raises LedgerError where the change cannot be brought in; if the line broke after the
        remote had it, that is found out and is no error.
        """
        paths, refused_at, changes = frozenset(paths), list[str | None](), dict[str, bytes | None]()
        while True:
            tip = self.tip()
            if changes and self._stands(tip, changes):
                return
            before = self.files(tip, paths)
            changes = {path: new for path, new in decide(before).items() if before.get(path) != new}
            if not changes:
                return
            try:
                self._swap(tip, self._commit(tip, changes, message, when))
            except GitError as problem:
                refused_at.append(tip)
                _wait_or_give_up(refused_at, problem)
            else:
                return

    def _stands(self, tip: str | None, changes: Changes) -> bool:
        """Whether a change is in although the push failed: the answer was lost on its way."""
        files = self.files(tip, changes)
        return all(files.get(path) == content for path, content in changes.items())

    def _local_tip(self) -> str | None:
        tip, checked_out = self._known(f"refs/heads/{self.name}")
        if checked_out:
            # A commit made there would take back all that was written since.
            message = f"`{self.name}` is checked out in {checked_out}; switch to another branch"
            raise LedgerError(message)
        return tip or None

    def _remote_tip(self, remote: str) -> str | None:
        """Fetch without --depth, which would make a full clone shallow, and without force."""
        known, failures = f"refs/remotes/{remote}/{self.name}", 0
        refs = f"refs/heads/{self.name}:{known}"
        nothing_else = ("--no-tags", "--no-write-fetch-head", "--no-auto-maintenance")
        while True:
            try:
                self._git("fetch", *nothing_else, "--no-filter", remote, refs)
                return self._git("rev-parse", "--verify", known)
            except GitError:
                if not self._git("ls-remote", remote, f"refs/heads/{self.name}"):
                    self._refuse_second_ledger(remote, known)
                    return None
                failures += 1
                if failures == FETCHES:
                    raise
                _wait(failures)

    def _refuse_second_ledger(self, remote: str, known: str) -> None:
        """An empty ledger in the place of one that was lost would announce everything twice."""
        for ref in (known, f"refs/heads/{self.name}"):
            if tip := self._known(ref)[0]:
                message = (
                    f"{remote} has no branch `{self.name}`, but there is a ledger here; bring it "
                    f"there: git push {remote} {tip}:refs/heads/{self.name}"
                )
                raise LedgerError(message)

    def _known(self, ref: str) -> tuple[str, str]:
        """The commit that a ref here names, and the folder it is checked out in; "" for none."""
        about = "--format=%(refname) %(objectname) %(worktreepath)"
        for line in self._git("for-each-ref", about, ref).splitlines():
            name, tip, folder = (*line.split(" ", 2), "")[:3]
            if name == ref:  # not one in a folder of that name
                return tip, folder
        return "", ""

    def _read(self, tip: str, wanted: frozenset[str] | None) -> Iterator[tuple[str, bytes]]:
        named = sorted(wanted) if wanted and len(wanted) <= _NAMED else []
        listing = self._git("ls-tree", "-r", "-z", "--full-tree", tip, "--", *named)
        places = (line.partition("\t") for line in listing.split("\0") if line)
        blobs = {path: about.split()[2] for about, _, path in places}
        chosen = {p: oid for p, oid in blobs.items() if wanted is None or p in wanted}
        asked = "".join(f"{oid}\n" for oid in chosen.values()).encode()
        answer = memoryview(git(self.repository, "cat-file", "--batch", stdin=asked))
        at = 0
        for path in chosen:
            head = bytes(answer[at : at + 200]).partition(b"\n")[0]
            if head.endswith(b" missing"):
                message = f"{path} is listed but its content is gone; fetch the branch again"
                raise LedgerError(message)
            at += len(head) + 1
            size = int(head.split()[2])
            yield path, bytes(answer[at : at + size])
            at += size + 1

    def _commit(self, tip: str | None, changes: Changes, message: str, when: datetime) -> str:
        if tip is None:
            changes = {"README.md": README, **changes}
        width = len(tip or self._git("hash-object", "-t", "tree", "--stdin"))
        signed = _signed(self.author, when)
        stream = b"".join(_stream(tip, changes, message, signed, "0" * width))
        return git(self.repository, "fast-import", "--quiet", stdin=stream).decode().strip()

    def _swap(self, old: str | None, new: str) -> None:
        """Put `new` in the place of `old`, and of nothing else. Raises GitError where it is not."""
        ref = f"refs/heads/{self.name}"
        if self.remote is None:
            self._git("update-ref", ref, new, old or "0" * len(new))
            return
        lease = f"--force-with-lease={ref}:{old or ''}"
        self._git("push", "--quiet", "--no-recurse-submodules", lease, self.remote, f"{new}:{ref}")

    def _git(self, *arguments: str) -> str:
        return git(self.repository, *arguments).decode("utf-8", "surrogateescape").strip()


def _stream(
    tip: str | None, changes: Changes, message: str, signed: str, nothing: str
) -> Iterator[bytes]:
    """Yield a commit as https://git-scm.com/docs/git-fast-import reads it; it prints its name.

    That program must have a ref to commit to: one of chance, given up before it is ever written.
    """
    draft, subject = f"refs/publisher/{secrets.token_hex(8)}", message.encode()
    yield f"commit {draft}\nmark :1\n{signed}".encode()
    yield b"data %d\n%b\n" % (len(subject), subject)
    yield f"from {tip}\n".encode() if tip else b""
    for path, content in changes.items():
        if content is None:
            yield f"D {path}\n".encode()
        else:
            yield f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"
    yield f"\nget-mark :1\nreset {draft}\nfrom {nothing}\n\n".encode()


def _signed(author: str, when: datetime) -> str:
    """Who had it written, and that the program wrote it; a name cannot end its line."""
    moment = f"{int(when.timestamp())} +0000"
    who = re.sub(r"[^\w.\[\] -]", "", author).strip() or PROGRAM
    return (
        f"author {who} <{who.replace(' ', '-')}@localhost> {moment}\n"
        f"committer {PROGRAM} <{PROGRAM}@localhost> {moment}\n"
    )


def _wait_or_give_up(refused_at: list[str | None], problem: GitError) -> None:
    """Raise LedgerError where trying again is no use: the branch stays as it is, and says no."""
    if len(refused_at) == RACES or refused_at.count(refused_at[-1]) == REFUSALS:
        message = f"the ledger cannot be written: {problem}"
        raise LedgerError(message) from problem
    _wait(len(refused_at))


def _wait(failures: int) -> None:
    """Longer after each failure, and by chance, so that those who met do not meet again."""
    time.sleep(random.uniform(0, min(2, 0.05 * 2**failures)))  # noqa: S311 - no secret
