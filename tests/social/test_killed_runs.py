"""A run killed at any moment, and lines that break, with real servers and real git.

The Bluesky server and mastodon-mock behind a proxy, the ledger on a bare remote, and the program
as a process of its own. Without the mass of schedules, which are played in memory.
"""

import random
import re
import signal
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.announcing import (
    AT_ONCE,
    BEGUN,
    NOW,
    Site,
    environment,
    named,
    program,
    publication,
    run,
)
from tests.social.networks import Networks
from tests.social.places import PLACES, Place
from tests.social.repositories import clone, git

ARTICLES = 2
KEYS = ("bluesky", "mastodon")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


def faults(chance: random.Random, places: dict[str, Place]) -> Iterator[dict[str, object]]:
    for place in places.values():
        yield chance.choice(
            [
                {"match": place.write, "lost": True},
                {"match": place.write, "cut": True},
                {"match": place.write, "instead": {"status": 502, "body": "Bad Gateway"}},
                {"match": place.write, "answer": {"status": 503, "body": "Busy"}},
                {"match": place.write, "answer": {"status": 429, "body": "{}"}},
            ]
        )


@pytest.mark.parametrize("seed", range(1))
def test_every_post_is_there_once_after_kills_and_lost_answers(
    tmp_path: Path, site: Site, world: Networks, seed: int
):
    chance = random.Random(seed)  # noqa: S311 - the same at each run
    places = {key: PLACES[key](world) for key in KEYS}
    secrets = {name: value for place in places.values() for name, value in place.environ.items()}
    environ = world.environment | secrets
    articles = dict(named(number) for number in range(ARTICLES))
    folder = publication(tmp_path / "first", site, articles, **AT_ONCE)
    assert run(folder, "announce", now=BEGUN, **environ).returncode == 0
    site.show(folder)
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), str(tmp_path / "remote.git"))
    clones = [clone(tmp_path / "remote.git", tmp_path / f"clone-{n}") for n in range(2)]
    for hours in range(2):
        world.faults(*faults(chance, places))
        _killed(clones, NOW + timedelta(hours=2 * hours), chance, environ)
    world.faults()
    for hours in (6, 8, 10):
        done = run(clones[0], "announce", now=NOW + timedelta(hours=hours), **environ)
    assert done.returncode == 0, done.stdout + done.stderr
    for key, place in places.items():
        seen = sorted(re.findall(r"Number \d", " ".join(place.texts())))
        assert seen == [f"Number {number}" for number in range(ARTICLES)], key


def _killed(
    clones: list[Path], now: datetime, chance: random.Random, environ: dict[str, str]
) -> None:
    """Start two runs at once, and kill each at some moment, if it has not ended by then."""
    processes = [
        subprocess.Popen(
            program("announce"),
            cwd=one,
            env=environment(one, now, **environ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for one in clones
    ]
    for process in processes:
        try:
            process.wait(chance.uniform(2, 8))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
