"""The ledger for the eye, and for a machine: what needs somebody comes first, with the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from publisher.content.article import Article
from publisher.social.correcting import CORRECTION
from publisher.social.lapsing import Leftover, as_lines
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.sign_offs import Verdict
from publisher.social.snapshot import SignOff, Snapshot

Judge = Callable[[Article], Verdict]

# What to do about the posts in a state. No other state waits for anybody.
WAYS_OUT = {
    State.UNKNOWN: "`publisher reconcile` asks the network. Or look there yourself, and if it is "
    "out say so: `publisher announce --sent {article} {channel} URL`",
    State.FAILED: "put right what the network said, then release it, or skip it: choose so in the "
    "desk workflow. If somebody has posted it: `publisher announce --sent {article} {channel} URL`",
}

# An answer below a post is no post that can be released.
_ANSWERS = {
    State.UNKNOWN: "`publisher reconcile` asks the network",
    State.FAILED: "put right what the network said, then `publisher correct {article}` with "
    "--reply={channel}, --delete={channel} or --leave={channel}; the desk does it too",
}

_REST = tuple(state for state in State if state not in WAYS_OUT)


def needs_somebody(snapshot: Snapshot) -> bool:
    """Whether anything may not have gone out, or cannot be read."""
    return bool(snapshot.unreadable) or any(snapshot.in_state(*WAYS_OUT))


def as_text(
    snapshot: Snapshot,
    articles: Iterable[Article],
    judge: Judge,
    left: Sequence[Leftover] = (),
) -> str:
    """Return the whole ledger in paragraphs; articles go by their slug.

    `judge` tells how an article's sign-off stands; `left` are the posts that are to be deleted.
    """
    known = [article for article in articles if article.id]
    slugs = slugs_of(snapshot, known)
    paragraphs = [
        _hold(snapshot),
        [f"Cannot be read: {problem}" for problem in snapshot.unreadable.values()],
        as_lines(left),
        *(_waiting(snapshot, state, slugs) for state in WAYS_OUT),
        _posts(snapshot, slugs),
        [line for a in known if _asked(snapshot, a) for line in _sign_off(a, judge(a))],
        [f"{name} is used since {_time(start.since)}" for name, start in _starts(snapshot)],
    ]
    told = "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
    return f"{told or 'The ledger is empty: nothing was announced yet.'}\n"


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


def _hold(snapshot: Snapshot) -> list[str]:
    hold = snapshot.standing_hold
    if hold is None:
        return []
    who = f" by {hold.by}" if hold.by else ""
    return [
        f"A hold stands since {_time(hold.since)}{who}: {hold.reason}",
        "  → publisher resume",
    ]


def _waiting(snapshot: Snapshot, state: State, slugs: Mapping[str, str]) -> list[str]:
    lines = []
    for key, record in snapshot.in_state(state):
        words = _ANSWERS.get(state) if key.occasion.startswith(CORRECTION) else None
        way_out = (words or WAYS_OUT[state]).format(article=key.article, channel=key.channel)
        lines += [f"{_line(state, key, record, slugs)}", f"  → {way_out}"]
    return lines


def _posts(snapshot: Snapshot, slugs: Mapping[str, str]) -> list[str]:
    rest = snapshot.in_state(*_REST)
    return [_line(record.seen_by(snapshot.run), key, record, slugs) for key, record in rest]


def _line(state: State, key: PostKey, record: PostRecord, slugs: Mapping[str, str]) -> str:
    claimed = state is State.UNKNOWN and record.state is State.CLAIMED
    started = f"begun by run {record.run}, which has not said how it ended" if claimed else ""
    more = filter(None, (started, record.url, record.reason, record.by and f"by {record.by}"))
    name = f"{slugs.get(key.article, key.article)} on {key.channel} ({key.occasion})"
    return "; ".join([f"{state.capitalize()}: {name}, {_time(record.at)}", *more])


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
