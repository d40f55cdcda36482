"""What a service tells of a work: whether there is one, what it is called, what became of it."""

from __future__ import annotations

import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """What a journal has published about a work of its own."""

    RETRACTION = "retraction"
    CONCERN = "expression of concern"
    CORRECTION = "correction"


class Notice(BaseModel):
    """One notice: what it is, when it came out as far as is known, and where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    date: str = ""
    url: str = ""


class Told(BaseModel):
    """What is known of a work, the gravest notice first.

    `title` is empty where the service names none; `fits` says whether it is the title that the
    article gives.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    exists: bool
    title: str = ""
    fits: bool = True
    notices: tuple[Notice, ...] = ()


# So much of what an article writes must be found again: subtitles and "The" come and go.
_ENOUGH = 0.6
_SHORTEST = 3
_WORD = re.compile(r"\w+")


def fits(written: str | None, found: str) -> bool:
    """Whether a title that an article gives is the one that was found, or stands in that text."""
    wanted = _words(written or "")
    there = _words(found)
    return not wanted or not there or len(wanted & there) >= _ENOUGH * len(wanted)


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST}


def in_order(notices: set[Notice]) -> tuple[Notice, ...]:
    """The gravest first, then the newest."""
    rank = list(Kind)
    newest = sorted(notices, key=lambda notice: (notice.date, notice.url), reverse=True)
    return tuple(sorted(newest, key=lambda notice: rank.index(notice.kind)))
