"""`publisher announce` as it runs, on real networks and faithful fakes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.announcing import BEGUN, NOW, Site, named, publication, run
from tests.social.networks import Networks
from tests.social.places import PLACES, Place


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


@pytest.fixture
def places(world: Networks) -> dict[str, Place]:
    return {key: PLACES[key](world) for key in ("bluesky", "facebook", "linkedin", "mastodon")}


def environ(world: Networks, places: dict[str, Place]) -> dict[str, str]:
    secrets = {name: value for place in places.values() for name, value in place.environ.items()}
    return world.environment | secrets


def test_what_is_due_goes_out_once_on_every_network(
    tmp_path: Path, site: Site, world: Networks, places: dict[str, Place]
):
    folder = publication(tmp_path / "one", site, dict([named(0)]))
    secrets = environ(world, places)
    assert run(folder, "announce", now=BEGUN, **secrets).returncode == 0
    site.show(folder)
    for hours in (0, 2):
        done = run(folder, "announce", now=NOW + timedelta(hours=hours), **secrets)
        assert (done.returncode, done.stderr) == (0, "")
    for place in places.values():
        assert len(place.texts()) == 1, place.key
