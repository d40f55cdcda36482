"""What is due now, in the order in which it goes out; and of all else, why it is not.

Everything here is decided from plain values: the same articles, ledger and moment give the same
plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from publisher.social.rules import Situation, is_over, reason
from publisher.social.turns import Turns
from publisher.social.wishes import Wish


@dataclass(frozen=True, slots=True)
class Waiting:
    """A post that is not due, and why, in one sentence.

    `until` is when it may be, where nothing but time stands in its way; it is `over` where no later
    run lets it go out by itself.
    """

    wish: Wish
    reason: str
    until: datetime | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes out, in this order, and what does not."""

    due: tuple[Wish, ...]
    waiting: tuple[Waiting, ...]

    @property
    def next(self) -> datetime | None:
        """When the first of what waits may be due, where nobody does anything until then."""
        return min((waiting.until for waiting in self.waiting if waiting.until), default=None)


def plan(
    wishes: Iterable[Wish],
    situation: Situation,
    *,
    money: Mapping[str, int] | None = None,
    limit: int | None = None,
) -> Plan:
    """Decide about `wishes`: the urgent first, then the oldest, an original before a translation.

    `money` says of a network how many posts can still be paid for, `limit` how many go out.
    """
    ordered = sorted(wishes, key=_order)
    turns = Turns(ordered, situation, money or {})
    due: list[Wish] = []
    waiting: list[Waiting] = []
    for wish in ordered:
        rule = reason(wish, situation)
        why = rule or turns.refusal(wish)
        if why is None and len(due) == limit:
            why = f"this run sends {limit} at the most"
        if why:
            until = _free(wish, situation) if rule else situation.now
            over = bool(rule) and is_over(wish, situation)
            waiting.append(Waiting(wish, why, until, over))
        else:
            turns.take(wish)
            due.append(wish)
    return Plan(tuple(due), tuple(waiting))


def _free(wish: Wish, situation: Situation) -> datetime | None:
    """When a post is free that only is too early, else None."""
    if wish.at <= situation.now or reason(wish, replace(situation, now=wish.at)):
        return None
    return wish.at


def _order(wish: Wish) -> tuple[bool, datetime, bool, str, str, str]:
    article = wish.article
    translated = article.translation_of is not None
    return (not wish.urgent, wish.at, translated, article.path, wish.channel, wish.occasion)
