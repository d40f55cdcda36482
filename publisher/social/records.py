"""What the ledger says: one small JSON file for each thing, and where each lies.

Digests, ids, addresses, times and who decided; never the texts that went out. A key that a later
version adds is kept when a record is written again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field
from pydantic import ValidationError as PydanticError

from publisher.social.branch import LedgerError

HOLD = "hold.json"

_NAME = "[a-z0-9][a-z0-9-]*"
_POST = re.compile(f"posts/({_NAME})/({_NAME})/({_NAME})[.]json")

Moment = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC))]


def _one_line(text: str) -> str:
    """The text on one line; bytes of a command line that are no text become question marks."""
    return " ".join(text.encode("utf-8", "replace").decode().split())


Line = Annotated[str, AfterValidator(_one_line)]
# What a network says may be long, and may quote the post.
Reason = Annotated[Line, AfterValidator(lambda text: text[:200])]


class RecordError(LedgerError):
    """A record was damaged, or edited to something that is none; the message names its path."""


class TransitionError(LedgerError):
    """A record may not become what it was asked to become; nothing was written."""


class State(StrEnum):
    """How far a post has come.

    `claimed`: a run won the right to post, and has not said how that ended. `unknown`: it may have
    gone out. `failed`: the network said no. `released`: it did not go out and may be claimed.
    `seen`: it was there before we began to announce. `deleted`: what had been posted was taken
    back from the network.
    """

    CLAIMED = "claimed"
    POSTED = "posted"
    FAILED = "failed"
    UNKNOWN = "unknown"
    RELEASED = "released"
    SKIPPED = "skipped"
    SEEN = "seen"
    DELETED = "deleted"


class Record(BaseModel):
    """One file of the ledger."""

    model_config = ConfigDict(extra="allow", frozen=True)

    version: Literal[1] = 1

    def changed(self, **new: object) -> Self:
        """The same record but for `new`, where None takes a value away; all else is kept."""
        return self.model_validate(dict(self) | new)

    def told(self) -> dict[str, Any]:
        """The record as JSON has it, without what it does not say."""
        kept = self.model_extra or {}
        told = self.model_dump(mode="json")
        return {key: value for key, value in told.items() if value is not None or key in kept}

    def encoded(self) -> bytes:
        """The file's content; the same record is always the same bytes."""
        return json.dumps(self.told(), ensure_ascii=False, indent=1).encode() + b"\n"

    @classmethod
    def decoded(cls, path: str, content: bytes) -> Self:
        """The record in a file. Raises RecordError where it is none that we know."""
        try:
            return cls.model_validate_json(content)
        except PydanticError as problem:
            fault = problem.errors(include_url=False, include_input=False)[0]
            what = ": ".join([*(str(part) for part in fault["loc"]), fault["msg"]])
            message = f"{path} in the ledger is no record: {what}"
            raise RecordError(message) from problem


class PostRecord(Record):
    """One post on one network.

    `run` is the run that made this attempt, and `at` when the record last changed. `created` and
    `key` go to the network and are the same in every attempt; `digest` is of what was sent. `id`
    and `url` are the network's. `by` is who decided, where a person did.
    """

    state: State
    run: Line
    at: Moment
    created: Moment | None = None
    key: Line | None = None
    digest: Line | None = None
    id: Line | None = None
    url: Line | None = None
    reason: Reason | None = None
    by: Line | None = None

    def seen_by(self, run: str) -> State:
        """The state as `run` must take it: of another run's claim nobody knows how it ended."""
        crashed = self.state is State.CLAIMED and self.run != run
        return State.UNKNOWN if crashed else self.state


class Approval(Record):
    """That somebody agreed to an article as it stood, by the article's digest.

    `parts` are the digests of what was read, by name (`parts.py`), and None in a record of before
    there were any; `commit` and `path` are where git has it. Where somebody else wrote it down for
    them, `proxy` is true, `agreed` is the day on which they agreed, and `kept_at` where that can be
    read. `review` is the address of the review at GitHub in which they agreed.
    """

    digest: Line
    by: Line
    at: Moment
    parts: dict[str, str] | None = None
    commit: Annotated[str, Field(pattern="^[0-9a-f]{40}([0-9a-f]{24})?$")] | None = None
    path: Line | None = None
    review: Line | None = None
    proxy: bool = False
    agreed: date | None = None
    kept_at: Line | None = None


class Hold(Record):
    """That nothing is announced, since when, why, and until when."""

    reason: Line
    since: Moment
    by: Line | None = None
    until: Moment | None = None
    resumed_by: Line | None = None

    @property
    def past_path(self) -> str:
        """Where it is kept once it is over."""
        return f"holds/{self.since:%Y%m%dT%H%M%SZ}.json"


class StatementRecord(Record):
    """That a statement went out on one person's word, past any hold, and until when it stands.

    While it stands it is a banner on every page. `digest` is of the article that was agreed to.
    """

    digest: Line
    by: Line
    at: Moment
    until: Moment | None = None
    ended_by: Line | None = None


class Published(Record):
    """That an article has come out: where it lay when that was noticed, and since when."""

    path: Line
    slug: Line
    since: Moment


class Start(Record):
    """Since when a network is used; what came out earlier is never announced there."""

    since: Moment


@dataclass(frozen=True, slots=True, order=True)
class PostKey:
    """Which article, on which network, and when: `launch`, `again-1`, `correction` and so on."""

    article: str
    channel: str
    occasion: str = "launch"

    def __post_init__(self) -> None:
        """Raise ValueError for what can be no file's name."""
        if not _POST.fullmatch(self.path):
            message = f"`{self.path}` can be no record's name: small letters, digits and hyphens"
            raise ValueError(message)

    @property
    def path(self) -> str:
        """Where its record lies."""
        return f"posts/{self.article}/{self.channel}/{self.occasion}.json"

    @classmethod
    def of(cls, path: str) -> PostKey:
        """The key whose record lies at `path`. Raises RecordError where none can lie there."""
        parts = _POST.fullmatch(path)
        if parts is None:
            message = f"{path} in the ledger lies where no record of a post can lie"
            raise RecordError(message)
        return cls(*parts.groups())

    def __str__(self) -> str:
        """As a person says it."""
        return f"{self.article} on {self.channel} ({self.occasion})"


def path_of(kind: Literal["approvals", "articles", "channels", "statements"], name: str) -> str:
    """Where the record of an article or network lies. Raises ValueError for an impossible name."""
    if not re.fullmatch(_NAME, name):
        message = f"`{name}` can be no record's name: small letters, digits and hyphens"
        raise ValueError(message)
    return f"{kind}/{name}.json"


Kind = TypeVar("Kind", bound=Record)


def at_path(kind: type[Kind], path: str, files: Mapping[str, bytes]) -> Kind | None:
    """The record at `path` of `files`, if there is one. Raises RecordError where it is damaged."""
    return kind.decoded(path, files[path]) if path in files else None
