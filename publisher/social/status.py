"""The ledger for the eye, and for a machine: what needs somebody comes first, with the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from publisher.content.article import Article
from publisher.social.lapsing import Leftover, as_lines
from publisher.social.moments import told
from publisher.social.records import PostKey, State
from publisher.social.sign_offs import Verdict
from publisher.social.snapshot import SignOff, Snapshot
from publisher.social.ways_out import waiting, way_out

Judge = Callable[[Article], Verdict]

# In this order somebody is needed.
_FIRST = (State.UNKNOWN, State.FAILED, State.RELEASED)


def needs_somebody(snapshot: Snapshot) -> bool:
    """Whether anything may not have gone out, or cannot be read."""
    return bool(snapshot.unreadable) or any(waiting(snapshot))


def as_text(
    snapshot: Snapshot,
    articles: Iterable[Article],
    zone: ZoneInfo,
    judge: Judge,
    left: Sequence[Leftover] = (),
) -> str:
    """Return the whole ledger in paragraphs; articles go by their slug.

    `judge` tells how an article's sign-off stands; `left` are the posts that are to be deleted.
    """
    known = [article for article in articles if article.id]
    told_in = _Telling(snapshot, slugs_of(snapshot, known), zone)
    paragraphs = [
        told_in.hold(),
        [f"Cannot be read: {problem}" for problem in snapshot.unreadable.values()],
        as_lines(left),
        told_in.waiting(),
        told_in.posts(),
        told_in.statements(),
        [line for a in known if _asked(snapshot, a) for line in _sign_off(a, judge(a))],
        [f"{name} is used since {told(one.since, zone)}" for name, one in _starts(snapshot)],
        told_in.past_holds(),
    ]
    lines = "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
    return f"{lines or 'The ledger is empty: nothing was announced yet.'}\n"


def slugs_of(snapshot: Snapshot, articles: Iterable[Article]) -> dict[str, str]:
    """Return the slug of each article by its id, those that are gone too."""
    slugs = {key: about.slug for key, about in snapshot.articles.items()}
    return slugs | {article.id: article.slug for article in articles if article.id}


def as_document(
    snapshot: Snapshot,
    articles: Iterable[Article],
    judge: Judge,
    left: Sequence[Leftover] = (),
) -> dict[str, Any]:
    """Return it for a machine; every record with all its keys, beside those of its place."""
    hold = snapshot.standing_hold
    return {
        "commit": snapshot.commit,
        "hold": hold and hold.told(),
        "unreadable": [
            {"path": path, "message": str(problem)} for path, problem in snapshot.unreadable.items()
        ],
        "to_delete": [asdict(one) | {"command": one.command} for one in left],
        "posts": [
            {**asdict(key), **record.told(), "state": record.seen_by(snapshot.run)}
            for key, record in sorted(snapshot.posts.items())
        ],
        "approvals": [
            {
                "article": article.id,
                "validity": judge(article).state,
                "since": list(judge(article).since),
                **snapshot.approvals[str(article.id)].told(),
            }
            for article in articles
            if _asked(snapshot, article)
        ],
        "articles": [
            {"article": key, **about.told()} for key, about in sorted(snapshot.articles.items())
        ],
        "channels": [{"channel": name, **start.told()} for name, start in _starts(snapshot)],
        "statements": [
            {"article": key, **one.told()} for key, one in sorted(snapshot.statements.items())
        ],
        "past_holds": [hold.told() for hold in snapshot.past_holds],
    }


def _asked(snapshot: Snapshot, article: Article) -> bool:
    return snapshot.approval_of(article) is not SignOff.NONE


def _sign_off(article: Article, verdict: Verdict) -> list[str]:
    told = [f"Approval {verdict.state}: {article.slug}"]
    if verdict.state is SignOff.VOID:
        told.append(f"  since then: {verdict}")
        told.append(f"  → have it read again: publisher approve {article.slug} --as PERSON")
    return told


def _starts(snapshot: Snapshot) -> list[tuple[str, Any]]:
    return sorted(snapshot.starts.items())


@dataclass(frozen=True)
class _Telling:
    """The ledger's records in lines for the eye."""

    snapshot: Snapshot
    slugs: Mapping[str, str]
    zone: ZoneInfo

    def hold(self) -> list[str]:
        hold = self.snapshot.standing_hold
        if hold is None:
            return []
        who = f" by {hold.by}" if hold.by else ""
        since = told(hold.since, self.zone)
        return [f"A hold stands since {since}{who}: {hold.reason}", "  → publisher resume"]

    def past_holds(self) -> list[str]:
        return [
            f"A hold stood from {told(hold.since, self.zone)} until "
            f"{told(hold.until or hold.since, self.zone)}: {hold.reason}"
            for hold in self.snapshot.past_holds
        ]

    def statements(self) -> list[str]:
        lines = []
        for key, one in sorted(self.snapshot.statements.items()):
            since = told(one.at, self.zone)
            stood = f"stood from {since} until {told(one.until, self.zone)}" if one.until else ""
            stands = stood or f"stands since {since}"
            lines.append(f"Statement {self._name(key)} {stands}, on the word of {one.by}")
        return lines

    def waiting(self) -> list[str]:
        lines = []
        for one in sorted(waiting(self.snapshot), key=lambda one: _FIRST.index(one.state)):
            ways = way_out(one.key, one.state, self._name(one.key.article))
            lines += [self._line(one.state, one.key), f"  → {ways}"]
        return lines

    def posts(self) -> list[str]:
        named = {one.key for one in waiting(self.snapshot)}
        rest = (item for item in sorted(self.snapshot.posts.items()) if item[0] not in named)
        return [self._line(record.seen_by(self.snapshot.run), key) for key, record in rest]

    def _name(self, article: str) -> str:
        return self.slugs.get(article, article)

    def _line(self, state: State, key: PostKey) -> str:
        record = self.snapshot.posts[key]
        claimed = state is State.UNKNOWN and record.state is State.CLAIMED
        started = f"begun by run {record.run}, which has not said how it ended" if claimed else ""
        more = filter(None, (started, record.url, record.reason, record.by and f"by {record.by}"))
        name = f"{self._name(key.article)} on {key.channel} ({key.occasion})"
        return "; ".join([f"{state.capitalize()}: {name}, {told(record.at, self.zone)}", *more])
