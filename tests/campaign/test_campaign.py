"""A short campaign of faults; `python3 -m benchmarks.campaign` is the long one."""

from datetime import timedelta

import pytest

from publisher import announcing
from publisher.social import announce, reconcile
from tests.campaign.schedules import play, told

SHORT = range(60)


def test_no_schedule_of_faults_makes_a_duplicate_or_loses_a_post():
    verdicts = [play(seed) for seed in SHORT]
    assert [v.duplicates + v.lost for v in verdicts] == [[] for _ in SHORT], told(verdicts)
    assert sum(v.faults.total() for v in verdicts) > 100


def test_the_same_seed_tells_the_same_story():
    assert [play(seed) for seed in range(5)] == [play(seed) for seed in range(5)]


def test_a_campaign_finds_the_duplicates_of_runs_that_neither_wait_nor_look(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(reconcile, "STALE_AFTER", timedelta(days=-1))
    monkeypatch.setattr(announce, "_found", lambda _account, _wish: None)
    assert any(play(seed).duplicates for seed in range(60))


def test_a_campaign_finds_the_posts_that_a_broken_recovery_loses(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(announcing, "reconcile", lambda *_: ())
    assert any(play(seed).named for seed in SHORT)
