"""What posts cost, for the networks that ask money."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from publisher.settings.networks import X as Prices
from publisher.social.budget import Budget
from publisher.social.records import PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.turns import SENT


@runtime_checkable
class Priced(Protocol):
    """An account whose posts cost; in US cents."""

    prices: Prices
    budget: Budget


def priced(accounts: Mapping[str, object]) -> dict[str, Priced]:
    """The accounts whose posts cost, by network."""
    return {key: one for key, one in accounts.items() if isinstance(one, Priced)}


def affordable(
    accounts: Mapping[str, object], snapshot: Snapshot, zone: ZoneInfo, now: datetime
) -> dict[str, int]:
    """How many posts this month's money still pays, by network; each account is told what is spent.

    What may have gone out counts, and what was taken back; what a person sent by hand cost nothing.
    """
    left = {}
    for key, one in priced(accounts).items():
        price = one.prices.cents_with_link
        one.budget.spent = price * _sent(snapshot, key, zone, now)
        free = one.budget.monthly - one.budget.spent
        if price:
            left[key] = int(max(0, free) // price)
    return left


def _sent(snapshot: Snapshot, channel: str, zone: ZoneInfo, now: datetime) -> int:
    """How many posts of this month were paid for, answers below others too."""
    here = now.astimezone(zone)
    paid = (
        _paid_at(record)
        for key, record in snapshot.in_state(*SENT, State.DELETED)
        if key.channel == channel
    )
    moments = [at.astimezone(zone) for at in paid if at]
    return sum((at.year, at.month) == (here.year, here.month) for at in moments)


def _paid_at(record: PostRecord) -> datetime | None:
    """When a post cost its money; None where a person sent it."""
    if record.state is State.DELETED:  # its moment and its person are those of the taking back
        return record.created
    return None if record.by else record.at
