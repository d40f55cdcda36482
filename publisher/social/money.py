"""What posts cost, for the networks that ask money."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from publisher.settings import X as Prices
from publisher.social.account import Account
from publisher.social.budget import Budget
from publisher.social.snapshot import Snapshot
from publisher.social.turns import SENT


@runtime_checkable
class Priced(Protocol):
    """An account whose posts cost; in US cents."""

    prices: Prices
    budget: Budget


def priced(accounts: Mapping[str, Account]) -> dict[str, Priced]:
    """The accounts whose posts cost, by network."""
    return {key: one for key, one in accounts.items() if isinstance(one, Priced)}


def affordable(
    accounts: Mapping[str, Account], snapshot: Snapshot, zone: ZoneInfo, now: datetime
) -> dict[str, int]:
    """How many posts this month's money still pays, by network; each account is told what is spent.

    What may have gone out counts; what a person sent by hand cost nothing.
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
    here = now.astimezone(zone)
    moments = [
        record.at.astimezone(zone)
        for key, record in snapshot.in_state(*SENT)
        if key.channel == channel and not record.by
    ]
    return sum((at.year, at.month) == (here.year, here.month) for at in moments)
