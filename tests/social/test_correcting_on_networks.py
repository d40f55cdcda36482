"""A correction below posts, as a person runs it, on every network."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.announcing import AT_ONCE, BEGUN, NOW, Site, named, publication, run
from tests.social.networks import Networks
from tests.social.places import PLACES, Place

NETWORKS = ("bluesky", "facebook", "linkedin", "mastodon")
WRITES = {"facebook": "/comments", "linkedin": "/comments"}
CORRECT = ("correct", "number-0", "--reply", "all")


@pytest.fixture
def places(world: Networks) -> dict[str, Place]:
    return {key: PLACES[key](world) for key in NETWORKS}


@pytest.fixture
def secrets(world: Networks, places: dict[str, Place]) -> dict[str, str]:
    given = {name: value for place in places.values() for name, value in place.environ.items()}
    return world.environment | given


@pytest.fixture
def folder(tmp_path: Path, secrets: dict[str, str]) -> Iterator[Path]:
    """A publication that has begun to announce before its article came out."""
    with Site() as site:
        made = publication(tmp_path / "one", site, dict([named(0)]), **AT_ONCE)
        assert run(made, "announce", now=BEGUN, **secrets).returncode == 0
        site.show(made)
        yield made


def answers(world: Networks, places: dict[str, Place]) -> dict[str, int]:
    """How many answers readers see below the one post on each network."""
    return {
        "bluesky": len(places["bluesky"].texts()) - 1,
        "facebook": len(world.facebook.posts[0].comments),
        "linkedin": len(world.linkedin.posts[0].comments),
        "mastodon": len(places["mastodon"].texts()) - 1,
    }


def test_a_correction_whose_answer_was_lost_is_found_and_never_sent_twice(
    folder: Path, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    assert run(folder, "announce", now=NOW, **secrets).returncode == 0
    writes = [WRITES.get(key, place.write) for key, place in places.items()]
    world.faults(*({"match": write, "lost": True} for write in writes))
    first = run(folder, *CORRECT, "--note", "Not 2 but 20.", now=NOW, **secrets)
    assert first.returncode == 1
    assert first.stdout.count("may have gone out all the same") == len(NETWORKS)
    again = run(folder, *CORRECT, now=NOW, **secrets)
    assert again.returncode == 1
    assert again.stdout.splitlines() == [
        f"{key}: an answer may stand there already; `publisher reconcile` asks the network"
        for key in NETWORKS
    ]
    later = NOW + timedelta(minutes=30)
    settled = run(folder, "reconcile", now=later, **secrets)
    assert settled.returncode == 0
    assert settled.stdout.count("it had gone out: article-0 on ") == len(NETWORKS)
    once_more = run(folder, *CORRECT, now=later, **secrets)
    assert once_more.stdout.count("was decided before: posted, ") == len(NETWORKS)
    assert answers(world, places) == dict.fromkeys(NETWORKS, 1)


def test_a_correction_that_never_arrived_says_how_it_is_sent(
    folder: Path, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    assert run(folder, "announce", now=NOW, **secrets).returncode == 0
    broken = {"status": 503, "body": "Bad Gateway"}
    world.faults({"match": "/comments", "answer": broken}, {"match": "/comments", "answer": broken})
    run(folder, *CORRECT, "--note", "Not 2 but 20.", now=NOW, **secrets)
    later = NOW + timedelta(minutes=30)
    settled = run(folder, "reconcile", now=later, **secrets)
    assert settled.stdout.splitlines() == [
        f"it had not gone out: article-0 on {key} (correction); "
        f"`publisher correct article-0 --reply {key}` sends it, "
        f"`publisher correct article-0 --leave {key}` never"
        for key in ("facebook", "linkedin")
    ]
    assert run(folder, *CORRECT, now=later, **secrets).returncode == 0
    assert answers(world, places) == dict.fromkeys(NETWORKS, 1)


def test_what_a_person_posted_is_not_answered_by_an_api(
    folder: Path, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    addresses = {
        "bluesky": "https://bsky.app/profile/trust.example/post/1",
        "facebook": "https://www.facebook.com/trust/posts/1",
        "linkedin": "https://www.linkedin.com/feed/update/urn:li:share:1/",
        "mastodon": "https://mastodon.example/@trust/1",
    }
    for key, address in addresses.items():
        told = run(folder, "announce", "--sent", "number-0", key, address, now=NOW)
        assert told.returncode == 0
    done = run(folder, *CORRECT, "--note", "Not 2 but 20.", now=NOW, **secrets)
    assert (done.returncode, done.stderr) == (1, "")
    for address in addresses.values():
        assert f"answer {address} there yourself with:" in done.stdout
    offered = run(folder, "correct", "number-0", now=NOW, **secrets)
    assert "no longer there" not in offered.stdout
    assert {key: place.texts() for key, place in places.items()} == {key: [] for key in NETWORKS}
    assert (world.facebook.posts, world.linkedin.posts) == ([], [])
    left = run(folder, "correct", "number-0", "--leave", "all", now=NOW, **secrets)
    assert left.returncode == 0
