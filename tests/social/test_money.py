"""What posts cost, and how many this month's money still pays."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from publisher.settings.networks import X
from publisher.social.budget import Budget
from publisher.social.money import affordable
from publisher.social.records import PostKey, State
from tests.social.situations import ledger, record, settings

ZONE = settings().zone
FIRST = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)  # half past midnight on 1 June in London
NOW = datetime(2026, 6, 3, 14, tzinfo=UTC)


def left(budget: float, *records: Any, **prices: float) -> tuple[dict[str, int], float | None]:
    account: Any = SimpleNamespace(prices=X(**prices), budget=Budget(budget))
    posts = {PostKey(f"a-{n}", "x"): one for n, one in enumerate(records)}
    posts[PostKey("a-0", "bluesky")] = record(State.POSTED, NOW)
    accounts: Any = {"x": account, "bluesky": SimpleNamespace()}
    found = affordable(accounts, ledger(posts), ZONE, NOW)
    return found, account.budget.spent


def test_what_was_sent_this_month_is_spent_and_what_may_have_been_too():
    sent = (record(State.POSTED, FIRST), record(State.UNKNOWN, NOW), record(State.CLAIMED, NOW))
    assert left(100, *sent) == ({"x": 2}, 60)


def test_last_month_failures_and_posts_by_hand_cost_nothing():
    free = (
        record(State.POSTED, datetime(2026, 5, 31, 22, 59, tzinfo=UTC)),
        record(State.FAILED, NOW),
        record(State.POSTED, NOW, by="desk"),
    )
    assert left(100, *free) == ({"x": 5}, 0)


def test_an_answer_costs_as_a_post_does_and_what_was_taken_back_was_paid_for():
    earlier = datetime(2026, 5, 30, 12, tzinfo=UTC)
    answers = {
        PostKey("a-1", "x", "correction"): record(State.POSTED, NOW),
        PostKey("a-2", "x", "correction-2"): record(State.UNKNOWN, NOW),
        PostKey("a-3", "x"): record(State.DELETED, NOW, created=FIRST, by="desk"),
        PostKey("a-4", "x"): record(State.DELETED, NOW, created=earlier, by="desk"),
    }
    account: Any = SimpleNamespace(prices=X(), budget=Budget(100))
    assert affordable({"x": account}, ledger(answers), ZONE, NOW) == {"x": 2}
    assert account.budget.spent == 60


def test_a_budget_that_is_spent_pays_nothing():
    assert left(0) == ({"x": 0}, 0)
    assert left(20, record(State.POSTED, NOW), record(State.POSTED, NOW)) == ({"x": 0}, 40)


def test_what_costs_nothing_has_no_limit():
    assert left(0, cents_with_link=0) == ({}, 0)
