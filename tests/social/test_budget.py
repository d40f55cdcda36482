"""The month's money."""

import pytest

from publisher.social.account import RefusedError
from publisher.social.budget import Budget


def test_money_is_counted_and_its_end_is_never_passed():
    budget = Budget(monthly=45, spent=0)
    budget.take(20)
    budget.take(20)
    with pytest.raises(RefusedError) as told:
        budget.take(20)
    assert str(told.value) == (
        "a post costs 20 US cents, this month's have cost 40, and `monthly_budget` allows 45"
    )
    assert budget.spent == 40


def test_until_the_ledger_has_said_what_was_spent_nothing_goes_out():
    with pytest.raises(RefusedError, match="a sum that is not known"):
        Budget(monthly=1000).take(1.5)
