"""No text, however broken, breaks a check, holds it up, or makes it point beside the text."""

from pathlib import Path

import pytest

from tests.checks.mutations import faults, mutant

SEEDS = 300
AT_ONCE = 25


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_no_mutant_breaks_a_check_or_makes_it_point_elsewhere(first: int, tmp_path: Path):
    seeds = range(first, first + AT_ONCE)
    assert [fault for seed in seeds for fault in faults(seed, tmp_path)] == []


def test_a_seed_makes_the_same_mutant_each_time():
    assert [mutant(seed) for seed in range(20)] == [mutant(seed) for seed in range(20)]
