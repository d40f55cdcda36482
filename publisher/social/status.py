"""The ledger for the eye, and for a machine: what needs somebody comes first, with the way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from publisher.content.article import Article
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import SignOff, Snapshot
from publisher.social.ways_out import waiting, way_out

# In this order somebody is needed.
_FIRST = (State.UNKNOWN, State.FAILED, State.RELEASED)


def needs_somebody(snapshot: Snapshot) -> bool:
    """Whether anything may not have gone out, or cannot be read."""
    return bool(snapshot.unreadable) or any(waiting(snapshot))


def as_text(snapshot: Snapshot, articles: Iterable[Article]) -> str:
    """Return the whole ledger in paragraphs; articles go by their slug."""
    known = [article for article in articles if article.id]
    slugs = {key: about.slug for key, about in snapshot.articles.items()}
    slugs |= {str(article.id): article.slug for article in known}
    paragraphs = [
        _hold(snapshot),
        [f"Cannot be read: {problem}" for problem in snapshot.unreadable.values()],
        _waiting(snapshot, slugs),
        _posts(snapshot, slugs),
        [f"Approval {snapshot.approval_of(a)}: {a.slug}" for a in known if _asked(snapshot, a)],
        [f"{name} is used since {_time(start.since)}" for name, start in _starts(snapshot)],
    ]
    told = "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
    return f"{told or 'The ledger is empty: nothing was announced yet.'}\n"


def as_document(snapshot: Snapshot, articles: Iterable[Article]) -> dict[str, Any]:
    """Return it for a machine; every record with all its keys, beside those of its place."""
    hold = snapshot.standing_hold
    return {
        "commit": snapshot.commit,
        "hold": hold and hold.told(),
        "unreadable": [
            {"path": path, "message": str(problem)} for path, problem in snapshot.unreadable.items()
        ],
        "posts": [
            {**asdict(key), **record.told(), "state": record.seen_by(snapshot.run)}
            for key, record in sorted(snapshot.posts.items())
        ],
        "approvals": [
            {
                "article": article.id,
                "validity": snapshot.approval_of(article),
                **snapshot.approvals[str(article.id)].told(),
            }
            for article in articles
            if _asked(snapshot, article)
        ],
        "articles": [
            {"article": key, **about.told()} for key, about in sorted(snapshot.articles.items())
        ],
        "channels": [{"channel": name, **start.told()} for name, start in _starts(snapshot)],
    }


def _asked(snapshot: Snapshot, article: Article) -> bool:
    return snapshot.approval_of(article) is not SignOff.NONE


def _starts(snapshot: Snapshot) -> list[tuple[str, Any]]:
    return sorted(snapshot.starts.items())


def _hold(snapshot: Snapshot) -> list[str]:
    hold = snapshot.standing_hold
    if hold is None:
        return []
    who = f" by {hold.by}" if hold.by else ""
    return [
        f"A hold stands since {_time(hold.since)}{who}: {hold.reason}",
        "  → publisher resume",
    ]


def _waiting(snapshot: Snapshot, slugs: Mapping[str, str]) -> list[str]:
    lines = []
    for one in sorted(waiting(snapshot), key=lambda one: _FIRST.index(one.state)):
        ways = way_out(one.key, one.state, slugs.get(one.key.article, one.key.article))
        lines += [_line(one.state, one.key, snapshot.posts[one.key], slugs), f"  → {ways}"]
    return lines


def _posts(snapshot: Snapshot, slugs: Mapping[str, str]) -> list[str]:
    told = {one.key for one in waiting(snapshot)}
    rest = ((key, record) for key, record in sorted(snapshot.posts.items()) if key not in told)
    return [_line(record.seen_by(snapshot.run), key, record, slugs) for key, record in rest]


def _line(state: State, key: PostKey, record: PostRecord, slugs: Mapping[str, str]) -> str:
    claimed = state is State.UNKNOWN and record.state is State.CLAIMED
    started = f"begun by run {record.run}, which has not said how it ended" if claimed else ""
    more = filter(None, (started, record.url, record.reason, record.by and f"by {record.by}"))
    name = f"{slugs.get(key.article, key.article)} on {key.channel} ({key.occasion})"
    return "; ".join([f"{state.capitalize()}: {name}, {_time(record.at)}", *more])


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
