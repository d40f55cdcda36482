"""The networks, started once, and each of them as a place to post to."""

from collections.abc import Iterator

import pytest

from tests.social import networks
from tests.social.networks import Networks
from tests.social.places import PLACES, Place


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Networks]:
    with networks.running(tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def world(servers: Networks, monkeypatch: pytest.MonkeyPatch) -> Networks:
    """The networks, empty, and this process told to reach them through the proxy."""
    servers.forget()
    for name, value in servers.environment.items():
        monkeypatch.setenv(name, value)
    return servers


@pytest.fixture(params=list(PLACES))
def place(request: pytest.FixtureRequest, world: Networks) -> Place:
    """Each network that we post to by its API."""
    return PLACES[request.param](world)
