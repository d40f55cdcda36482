"""The ledger's branch in memory: the same compare-and-swap, without git."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from publisher.social.branch import Changes, LedgerError
from tests.campaign.stage import Stage


@dataclass
class Remote:
    """What all runs share."""

    files: dict[str, bytes] = field(default_factory=dict)
    version: int = 0


@dataclass
class MemoryBranch:
    """One run's way to it; `fault` says what befalls a push: "", "refused", "before", "after"."""

    remote: Remote
    stage: Stage
    fault: Callable[[], str]
    kill: Callable[[], None]

    def tip(self) -> str | None:
        self.stage.step()
        return str(self.remote.version) if self.remote.version else None

    def files(self, tip: str | None, paths: Iterable[str] | None = None) -> dict[str, bytes]:
        del tip
        wanted = None if paths is None else frozenset(paths)
        return {p: c for p, c in self.remote.files.items() if wanted is None or p in wanted}

    def change(
        self,
        paths: Iterable[str],
        decide: Callable[[dict[str, bytes]], Changes],
        message: str,
        when: datetime,
    ) -> None:
        del message, when
        paths = frozenset(paths)
        while True:
            self.stage.step()
            version, before = self.remote.version, self.files(None, paths)
            wanted = decide(before)
            changes = {path: new for path, new in wanted.items() if before.get(path) != new}
            if not changes:
                return
            self.stage.step()
            fault = self.fault()
            if fault == "refused":
                raise LedgerError("the ledger cannot be written: the remote refuses")  # noqa: EM101, TRY003
            if fault == "before":
                self.kill()
            if version != self.remote.version:
                continue
            self._swap(changes)
            if fault == "after":
                self.kill()
            self.stage.step()
            return

    def _swap(self, changes: Changes) -> None:
        for path, content in changes.items():
            if content is None:
                self.remote.files.pop(path, None)
            else:
                self.remote.files[path] = content
        self.remote.version += 1
