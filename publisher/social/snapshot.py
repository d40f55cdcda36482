"""The ledger at one moment, to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import PurePosixPath

from publisher.content.article import Article
from publisher.social.records import (
    HOLD,
    Approval,
    Hold,
    Kind,
    PostKey,
    PostRecord,
    Published,
    RecordError,
    Start,
    State,
    StatementRecord,
)


class SignOff(StrEnum):
    """Whether an article is approved: `void` means that it was, and has changed since."""

    VALID = "valid"
    VOID = "void"
    NONE = "none"


@dataclass(frozen=True)
class Snapshot:
    """All records that can be read, and what is wrong with the others, by path.

    `run` is who asks: what it claimed itself is claimed, what another claimed is unknown.
    `approvals`, `articles` and `statements` are by article id, `starts` by network; `past_holds`
    come oldest first. `commit` is where it was read, None while there is no ledger.
    """

    run: str
    commit: str | None = None
    posts: Mapping[PostKey, PostRecord] = field(default_factory=dict)
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    articles: Mapping[str, Published] = field(default_factory=dict)
    starts: Mapping[str, Start] = field(default_factory=dict)
    statements: Mapping[str, StatementRecord] = field(default_factory=dict)
    standing_hold: Hold | None = None
    past_holds: tuple[Hold, ...] = ()
    unreadable: Mapping[str, RecordError] = field(default_factory=dict)

    @property
    def hold(self) -> Hold | None:
        """The hold that stands. Raises RecordError where that cannot be told: take it as one."""
        self._refuse_unreadable(HOLD)
        return self.standing_hold

    def post(self, key: PostKey) -> PostRecord | None:
        """The record of a post. Raises RecordError where it is damaged: the post is not free."""
        self._refuse_unreadable(key.path)
        return self.posts.get(key)

    def state(self, key: PostKey) -> State | None:
        """How far a post has come, as this run must take it; None where it was never touched."""
        record = self.post(key)
        return record.seen_by(self.run) if record else None

    def in_state(self, *states: State) -> Iterator[tuple[PostKey, PostRecord]]:
        """Yield the posts in one of `states`, as this run must take them, in order of their key."""
        for key in sorted(self.posts):
            if self.posts[key].seen_by(self.run) in states:
                yield key, self.posts[key]

    def id_of(self, name: str) -> str | None:
        """The id of an article that the ledger knows by its id, path or slug."""
        known = {key.article for key in self.posts} | set(self.articles)
        moved = {told: key for key, a in self.articles.items() for told in (a.slug, a.path)}
        return name if name in known else moved.get(name)

    def approval_of(self, article: Article) -> SignOff:
        """Whether an article is approved as it stands; an approval that is damaged is none."""
        approval = self.approvals.get(article.id or "")
        if approval is None:
            return SignOff.NONE
        return SignOff.VALID if approval.digest == article.digest else SignOff.VOID

    def _refuse_unreadable(self, path: str) -> None:
        if path in self.unreadable:
            raise self.unreadable[path]


def snapshot(run: str, commit: str | None, files: Mapping[str, bytes]) -> Snapshot:
    """What `files` say, by path; one that is damaged hides no other.

    README.md, and whatever else lies there and is no JSON, is not ours to read.
    """
    unreadable: dict[str, RecordError] = {}
    read = partial(_read, files, unreadable)
    return Snapshot(
        run=run,
        commit=commit,
        posts=_by_key(read(PostRecord, "posts/"), unreadable),
        approvals=_by_name(read(Approval, "approvals/")),
        articles=_by_name(read(Published, "articles/")),
        starts=_by_name(read(Start, "channels/")),
        statements=_by_name(read(StatementRecord, "statements/")),
        standing_hold=read(Hold, HOLD).get(HOLD),
        past_holds=tuple(hold for _, hold in sorted(read(Hold, "holds/").items())),
        unreadable=unreadable,
    )


def _read(
    files: Mapping[str, bytes],
    unreadable: dict[str, RecordError],
    kind: type[Kind],
    folder: str,
) -> dict[str, Kind]:
    records = {}
    for path, content in files.items():
        if path.startswith(folder) and path.endswith(".json"):
            try:
                records[path] = kind.decoded(path, content)
            except RecordError as problem:
                unreadable[path] = problem
    return records


def _by_key(
    records: Mapping[str, PostRecord], unreadable: dict[str, RecordError]
) -> dict[PostKey, PostRecord]:
    posts = {}
    for path, record in records.items():
        try:
            posts[PostKey.of(path)] = record
        except RecordError as problem:
            unreadable[path] = problem
    return posts


def _by_name(records: Mapping[str, Kind]) -> dict[str, Kind]:
    return {PurePosixPath(path).stem: record for path, record in records.items()}
