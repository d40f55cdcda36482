"""One thing that a person should look at, and where it stands.

A finding knows nothing of how it is printed (`diagnostics`) nor of what follows from it
(the edges decide).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error stops something, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Turn(NamedTuple):
    """Where a finding stands among those of its check, file and `queue`, the best first.

    `room` is how many of them are told at once.
    """

    rank: int
    room: int
    queue: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, where, and what to write instead.

    `path` is relative to the publication's root, with forward slashes. `line` and `column`
    count from 1; 1 also stands for "the file as a whole". `check` is `<family>-<name>`. `secret`
    is what may stand in no output but the writer's own screen. `turn` is set where a check tells no
    more of a file than there is room for: see `in_turn`.
    """

    check: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    fix: str = ""
    secret: str = field(default="", repr=False)
    turn: Turn | None = field(default=None, repr=False)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Findings are told in the order in which a reader meets them."""
        return (self.path, self.line, self.column, self.check, self.message)


def in_turn(findings: Iterable[Finding]) -> list[Finding]:
    """Those for which there is room, in the same order.

    What was let stand is to be gone by now, so that the next one takes its place.
    """
    told = list(findings)
    queues: defaultdict[tuple[str, str, str], list[tuple[Turn, int]]] = defaultdict(list)
    for at, each in enumerate(told):
        if each.turn:
            queues[each.check, each.path, each.turn.queue].append((each.turn, at))
    left = {at for queue in queues.values() for turn, at in sorted(queue)[queue[0][0].room :]}
    return [each for at, each in enumerate(told) if at not in left]


def error(  # noqa: PLR0913 - as a finding has them
    check: str, path: str, place: tuple[int, int], message: str, fix: str, *, secret: str = ""
) -> Finding:
    """An error at a place (line, column) of a file; most of what reading finds is one."""
    return Finding(check, Severity.ERROR, path, *place, message, fix, secret)
