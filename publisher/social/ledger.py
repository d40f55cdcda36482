"""The ledger: what was announced where, who agreed, and whether a hold stands.

A small key-value store on a git branch of its own (docs/ledger.md). Whoever brings a claim into it
may post; nobody else may. A post is settled with what came of it, and only a post that certainly
did not go out is ever free again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from publisher._git import GitError, git
from publisher.settings import Settings
from publisher.social.branch import PROGRAM, Branch, Changes, LedgerError
from publisher.social.records import (
    HOLD,
    Approval,
    Hold,
    Kind,
    PostKey,
    PostRecord,
    Published,
    Record,
    RecordError,
    Start,
    State,
    StatementRecord,
    at_path,
    path_of,
)
from publisher.social.snapshot import Snapshot, snapshot
from publisher.social.transitions import Attempt, Outcome, claimed, refuse_illegal, settled

Files = Mapping[str, bytes]
Records = Mapping[str, Kind | None]


class HeldError(LedgerError):
    """A hold stands, so nothing may be claimed."""


def _new_run() -> str:
    """What tells this run from every other: two that wrote the same would both seem to have won."""
    return secrets.token_hex(8)


@dataclass(frozen=True)
class Ledger:
    """The ledger as one run of the program reads and writes it; every method asks the remote.

    All of them raise LedgerError where it cannot be read or written. `clock` says what time it is.
    """

    branch: Branch
    clock: Callable[[], datetime]
    run: str = field(default_factory=_new_run)

    @classmethod
    def of(
        cls, root: Path, settings: Settings, clock: Callable[[], datetime], author: str = PROGRAM
    ) -> Ledger:
        """The ledger of the publication at `root`, on its remote if the repository has that."""
        remote = settings.ledger.remote
        try:
            known = git(root, "remote").decode().split()
        except GitError as problem:
            message = f"the ledger needs a git repository: {problem}"
            raise LedgerError(message) from problem
        if remote not in {*known, "", "origin"}:
            message = f"`ledger.remote` is `{remote}`; git knows {', '.join(known) or 'no remote'}"
            raise LedgerError(message)
        place = remote if remote in known else None
        return cls(Branch(root, settings.ledger.branch, place, author), clock)

    def read(self) -> Snapshot:
        """All there is."""
        tip = self.branch.tip()
        return snapshot(self.run, tip, self.branch.files(tip))

    def standing_hold(self) -> Hold | None:
        """The hold that stands now; asked before each post. Raises RecordError if it is damaged."""
        return at_path(Hold, HOLD, self.branch.files(self.branch.tip(), [HOLD]))

    def claim(
        self, key: PostKey, attempt: Attempt, *, during_hold: bool = False
    ) -> PostRecord | None:
        """Win the right to post, or None where the post is not free; what to post with.

        That no hold stands is part of the same compare-and-swap: after a hold has been written,
        no claim comes in. Raises HeldError then, and RecordError for a damaged record.
        """

        def decide(files: Files) -> Records[PostRecord]:
            if (hold := at_path(Hold, HOLD, files)) and not during_hold:
                message = f"a hold stands since {hold.since:%Y-%m-%d %H:%M} UTC: {hold.reason}"
                raise HeldError(message)
            stored = at_path(PostRecord, key.path, files)
            mine = claimed(stored, attempt, self.run, self.clock())
            return {key.path: mine} if mine else {}

        won = self._write([key.path, HOLD], decide, f"Claim {key}")
        return won[0] if won else None

    def settle(self, key: PostKey, seen: PostRecord | None, outcome: Outcome) -> PostRecord:
        """Record what came of the attempt that was `seen`, or what a person decided about it.

        Raises TransitionError where another attempt has begun since, or the step is none.
        """

        def decide(files: Files) -> Records[PostRecord]:
            stored = at_path(PostRecord, key.path, files)
            refuse_illegal(key, stored, seen, outcome.state)
            return {key.path: settled(stored, outcome, self.run, self.clock())}

        return self._write([key.path], decide, f"{outcome.state.capitalize()}: {key}")[0]

    def seed(self, keys: Iterable[PostKey]) -> int:
        """Record as seen, at once, those of `keys` that were never touched; how many."""
        seen = PostRecord(state=State.SEEN, run=self.run, at=self.clock())
        return self._add({key.path: seen for key in keys}, "Seen before we began")

    def start_channels(self, channels: Iterable[str]) -> int:
        """Record that from now on these networks are used, where that is not known; how many."""
        start = Start(since=self.clock())
        starts = {path_of("channels", channel): start for channel in channels}
        return self._add(starts, "Begin with a network")

    def publish(self, articles: Mapping[str, Published]) -> int:
        """Record where articles, by id, lie; how many moved. Since when they are out stays."""
        new = {path_of("articles", article): about for article, about in articles.items()}

        def decide(files: Files) -> Records[Published]:
            return dict(_moved(files, new))

        return len(self._write(new, decide, "Published"))

    def approve(self, article: str, approval: Approval) -> None:
        """Record that somebody agreed to an article, in the place of any earlier approval."""
        path = path_of("approvals", article)
        self._write([path], lambda _: {path: approval}, f"Approve {article}")

    def withdraw_approval(self, article: str) -> bool:
        """Take an approval away, a damaged one too; whether there was one."""
        was_there = False

        def decide(files: Files) -> Records[Approval]:
            nonlocal was_there
            was_there = bool(files)
            return dict.fromkeys(files)

        self._write([path_of("approvals", article)], decide, f"Approval of {article} undone")
        return was_there

    def withdraw_review(self, prefix: str, by: str | None = None) -> list[str]:
        """Take away what was approved in reviews whose address begins so, by one person or any.

        Gives the articles' ids. An approval that took the place of such a one stays.
        """

        def given(approval: Approval | None) -> bool:
            if approval is None or by not in {None, approval.by}:
                return False
            return (approval.review or "").startswith(prefix)

        def decide(files: Files) -> Records[Approval]:
            return {path: None for path in files if given(at_path(Approval, path, files))}

        undone = [name for name, approval in self.read().approvals.items() if given(approval)]
        for name in undone:
            self._write([path_of("approvals", name)], decide, f"Approval of {name} undone")
        return undone

    def release_statement(self, article: str, approval: Approval) -> None:
        """Record that a statement goes out now and stands, on the word of whoever approved it."""
        by, digest = approval.by, approval.digest
        records: dict[str, Record] = {
            path_of("approvals", article): approval,
            path_of("statements", article): StatementRecord(digest=digest, by=by, at=self.clock()),
        }
        self._write(records, lambda _: records, f"Statement {article}")

    def end_statement(self, article: str, by: str | None = None) -> StatementRecord | None:
        """Take a statement's banner down; its record, or None where none stood."""
        path = path_of("statements", article)

        def decide(files: Files) -> Records[StatementRecord]:
            standing = at_path(StatementRecord, path, files)
            if standing is None or standing.until:
                return {}
            return {path: standing.changed(until=self.clock(), ended_by=by)}

        ended = self._write([path], decide, f"Statement {article} taken down")
        return ended[0] if ended else None

    def hold(self, reason: str, by: str | None = None) -> Hold:
        """Let nothing be announced; the hold that stands now.

        One that stood already goes on, and one reason more is kept behind its own.
        """

        def decide(files: Files) -> Records[Hold]:
            new = Hold(reason=reason, since=self.clock(), by=by)
            standing = at_path(Hold, HOLD, files)
            if standing is None:
                return {HOLD: new}
            reasons = dict.fromkeys((*standing.reason.split("; "), new.reason))
            return {HOLD: standing.changed(reason="; ".join(reasons))}

        return self._write([HOLD], decide, "Hold")[0]

    def resume(self, by: str | None = None) -> Hold | None:
        """End the hold that stands; it as it is kept from now on, or None where none stood."""

        def decide(files: Files) -> Records[Hold]:
            if (hold := at_path(Hold, HOLD, files)) is None:
                return {}
            past = hold.changed(until=self.clock(), resumed_by=by)
            return {HOLD: None, past.past_path: past}

        ended = self._write([HOLD], decide, "Resume")
        return ended[0] if ended else None

    def _add(self, records: Mapping[str, Record], message: str) -> int:
        """Write those of `records` where there is nothing yet; how many."""

        def decide(files: Files) -> Records[Record]:
            return {path: record for path, record in records.items() if path not in files}

        return len(self._write(records, decide, message))

    def _write(
        self, paths: Iterable[str], decide: Callable[[Files], Records[Kind]], message: str
    ) -> list[Kind]:
        """Write what `decide` makes of the files at `paths`, None taking one away; what stands."""
        decided: Records[Kind] = {}

        def encoded(files: Files) -> Changes:
            nonlocal decided
            decided = decide(files)
            return {path: record.encoded() if record else None for path, record in decided.items()}

        self.branch.change(paths, encoded, message, self.clock())
        return [record for record in decided.values() if record]


def _moved(files: Files, new: Mapping[str, Published]) -> Iterator[tuple[str, Published]]:
    """Yield what lies elsewhere than its record says; a damaged record waits for a person."""
    for path, about in new.items():
        try:
            stored = at_path(Published, path, files)
        except RecordError:
            continue
        moved = stored.changed(path=about.path, slug=about.slug) if stored else about
        if moved != stored:
            yield path, moved
