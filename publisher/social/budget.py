"""The money that a network's posts may cost in a month."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.social.account import RefusedError


@dataclass
class Budget:
    """What may be spent in a month and what has been, both in US cents.

    `spent` is what this month's posts have cost, those of which nothing is known too. Until the
    ledger has said it, it is None, and nothing goes out.
    """

    monthly: float
    spent: float | None = None

    def take(self, price: float) -> None:
        """Count a post's price before it is sent; raises RefusedError where it does not fit."""
        if self.spent is None or self.spent + price > self.monthly:
            spent = "a sum that is not known" if self.spent is None else f"{self.spent:g}"
            message = (
                f"a post costs {price:g} US cents, this month's have cost {spent}, and "
                f"`monthly_budget` allows {self.monthly:g}"
            )
            raise RefusedError(message, "budget")
        self.spent += price
