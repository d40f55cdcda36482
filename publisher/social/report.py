"""What an announcement tells: to a person, to a machine, and above a run on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from publisher.diagnostics import annotation
from publisher.finding import Severity
from publisher.social.announce import Result
from publisher.social.by_hand import ByHand
from publisher.social.correcting import is_answer
from publisher.social.due import Plan, Waiting
from publisher.social.lapsing import Leftover, as_lines
from publisher.social.lapsing import as_summary as left_over
from publisher.social.reconcile import Settled
from publisher.social.records import State
from publisher.social.ways_out import way_out
from publisher.social.wishes import Wish

# What becomes of a post that was not touched.
_LATER = "the next run looks again"


@dataclass(frozen=True, slots=True)
class Report:
    """A plan and what came of it; `costs` are in US cents, by network.

    `to_delete` are posts of articles to which the consent no longer holds. `left` are sentences
    about what waited for somebody before, whether or not it was asked for, and `unread` about files
    that hold no article that can be read. `warnings` are about networks that will soon know us no
    more, and `expiring` the last day of their tokens, by network's name.
    """

    plan: Plan
    results: tuple[Result, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    costs: dict[str, float] = field(default_factory=dict)
    to_delete: tuple[Leftover, ...] = ()
    left: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    expiring: dict[str, str] = field(default_factory=dict)

    @property
    def failures(self) -> tuple[Result, ...]:
        """What was due and did not surely go out, but for what another run or a hold has."""
        return tuple(one for one in self.results if one.state is not State.POSTED and not one.left)


def as_text(report: Report) -> str:
    """Return what went out or is due, what is to be posted by hand, and why the rest waits."""
    lines = [*as_lines(report.to_delete), *(_result(result) for result in report.results)]
    if not report.results:
        lines += [f"due: {_named(wish)}" for wish in report.plan.due]
    lines += [
        f"to be posted by hand: {_by_hand(one, report)}: {one.compose}" for one in report.by_hand
    ]
    lines = lines or ["nothing is due"]
    lines += report.left
    lines += [f"not due: {line}" for line in _not_due(report)]
    lines += [f"warning: {line}" for line in report.warnings]
    return costs_text(report) + "".join(f"{line}\n" for line in lines)


def costs_text(report: Report) -> str:
    """Return what the posts that are due cost, said before they are sent."""
    costs = ((key, cents) for key, cents in report.costs.items() if cents)
    return "".join(f"{key} asks {cents:g} US cents for this\n" for key, cents in costs)


def as_document(report: Report) -> dict[str, Any]:
    """Return it for a machine."""
    return {
        "due": [_key(wish) | {"at": wish.at.isoformat()} for wish in report.plan.due],
        "results": [
            _key(result.wish)
            | {
                "state": result.state,
                "url": result.url or None,
                "reason": result.reason or None,
                "way_out": _way_out(result),
            }
            for result in report.results
        ],
        "by_hand": [asdict(one) for one in report.by_hand],
        "to_delete": [asdict(one) | {"command": one.command} for one in report.to_delete],
        "costs": report.costs,
        "left": list(report.left),
        "unread": list(report.unread),
        "warnings": list(report.warnings),
        "expiring": report.expiring,
        "waiting": [
            _key(one.wish) | {"reason": one.reason, "until": _iso(one.until), "over": one.over}
            for one in report.plan.waiting
        ],
        "next": _iso(report.plan.next),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def as_summary(report: Report) -> str:
    """Return Markdown for a job's summary, as GITHUB_STEP_SUMMARY takes it."""
    lines = ["## Announcement", ""]
    lines += [f"- {_plain(_result(result))}" for result in report.results]
    lines += [
        f"- Post by hand: {_by_hand(one, report)}, [write it there](<{one.compose}>)"
        for one in report.by_hand
    ]
    if len(lines) == 2:  # noqa: PLR2004 - the heading alone
        lines.append("Nothing was due.")
    if report.left:
        lines += ["", "### Waits for you", "", *(f"- {_plain(line)}" for line in report.left)]
    if report.warnings:
        lines += ["", "### Soon", "", *(f"- {_plain(line)}" for line in report.warnings)]
    if not_due := _not_due(report):
        lines += ["", "<details><summary>Not due, and why</summary>", ""]
        lines += [f"- {_plain(line)}" for line in not_due]
        lines += ["", "</details>"]
    return left_over(report.to_delete) + "\n".join(lines) + "\n"


def warnings(report: Report) -> str:
    """Return workflow commands for what did not go out."""
    told = [(f"Not announced: {_named(one.wish)}", _result(one)) for one in report.failures]
    told += [("Waits for you", line) for line in report.left]
    errors = "".join(annotation(Severity.ERROR, title, line) for title, line in told)
    soon = (annotation(Severity.WARNING, "Soon", line) for line in report.warnings)
    return errors + "".join(soon)


def settled_text(settled: Iterable[Settled]) -> str:
    """Return what became of posts of which nothing was known."""
    return "".join(f"{_settled(one)}\n" for one in settled)


def _settled(one: Settled) -> str:
    if one.state is State.POSTED:
        return f"it had gone out: {one.key}: {one.url}"
    ways = way_out(one.key, one.state, one.key.article)
    if one.state is State.UNKNOWN:
        return f"still unknown: {one.key}: {one.reason}; {ways}"
    if is_answer(one.key.occasion):
        return f"it had not gone out: {one.key}; {ways}"
    return f"it had not gone out and will be sent: {one.key}"


def _result(result: Result) -> str:
    if result.state is State.POSTED:
        return f"posted: {_named(result.wish)}: {result.url}"
    said = f"{result.state or 'not sent'}: {_named(result.wish)}: {result.reason}"
    return "; ".join(filter(None, (said, _way_out(result))))


def _way_out(result: Result) -> str | None:
    if result.state is State.POSTED or result.left:
        return None
    return way_out(result.wish.key, result.state, result.wish.article.slug) or _LATER


def _named(wish: Wish) -> str:
    return f"{wish.article.slug} on {wish.channel} ({wish.occasion})"


def _by_hand(one: ByHand, report: Report) -> str:
    slugs = {wish.article.id: wish.article.slug for wish in report.plan.due}
    return f"{slugs.get(one.article, one.article)} on {one.channel} ({one.occasion})"


def _key(wish: Wish) -> dict[str, Any]:
    return {
        "article": wish.article.id,
        "path": wish.article.path,
        "channel": wish.channel,
        "occasion": wish.occasion,
    }


def _not_due(report: Report) -> list[str]:
    return [*report.unread, *_grouped(report.plan.waiting)]


def _grouped(waiting: Iterable[Waiting]) -> Iterator[str]:
    """Yield one line for all networks that an article waits for with the same reason."""

    def said(one: Waiting) -> tuple[str, str, str]:
        return (one.wish.article.path, one.wish.occasion, one.reason)

    for (path, occasion, reason), group in groupby(sorted(waiting, key=said), key=said):
        named = ", ".join(sorted(one.wish.channel for one in group))
        yield f"{path} ({occasion}) on {named}: {reason}"


def _plain(line: str) -> str:
    """A line in which Markdown and HTML find nothing to obey, addresses but for."""
    return "".join(f"\\{sign}" if sign in "\\<>[]*_|#" else sign for sign in line)
