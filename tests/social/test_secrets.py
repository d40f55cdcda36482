"""Planted secrets, looked for in everything that is printed, whatever goes wrong."""

import logging
import traceback
from typing import Any

import pytest

from publisher.social.account import PostingError, credentials
from publisher.social.channels import account as account_of
from tests.running import publisher
from tests.social.networks import Networks
from tests.social.places import SETTINGS, Place
from tests.social.posts import png, post

MARK = "PLANTED"
# Each spoils one request in another way, and some answer with what they were sent.
FAULTS: dict[str, dict[str, Any]] = {
    "refused": {"answer": {"status": 401, "body": f'{{"message": "bad token {MARK}-0"}}'}},
    "echoed": {"answer": {"status": 400, "body": f'{{"error": "{MARK}-0"}}'}},
    "broken": {"instead": {"status": 500, "body": f"<html>{MARK}-0</html>"}},
    "limited": {"answer": {"status": 429, "headers": {"Retry-After": "9"}, "body": f"{MARK}-0"}},
    "lost": {"lost": True},
    "cut": {"cut": True},
}


def _printed(problem: BaseException) -> str:
    """The error as the most talkative tools print it: with every frame's local variables."""
    told = traceback.TracebackException.from_exception(problem, capture_locals=True)
    return "".join(told.format()) + repr(problem)


def _planted(place: Place) -> dict[str, str]:
    return {name: f"{MARK}-{number}" for number, name in enumerate(place.environ)}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_error_shows_a_secret(
    place: Place, world: Networks, fault: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    given = credentials(_planted(place))
    account = account_of(place.key, given, SETTINGS)
    assert account is not None
    if place.key == "x":
        account.budget.spent = 0  # type: ignore[attr-defined] # X alone has money
    world.faults({"match": "https://", **FAULTS[fault]})
    with pytest.raises(PostingError) as told:
        account.post(post(place.key, picture=png()))
    for printed in (_printed(told.value), repr(account), repr(vars(account)), repr(given)):
        assert MARK not in printed
    assert MARK not in caplog.text
    assert not [line for line in world.passed() if MARK in line]


@pytest.mark.parametrize("bundle", ["/nowhere/ca.pem", ""])
def test_no_secret_shows_where_the_connection_fails(
    place: Place, bundle: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
    account = account_of(place.key, credentials(_planted(place)), SETTINGS)
    assert account is not None
    with pytest.raises(PostingError) as told:
        account.whoami()
    assert MARK not in _printed(told.value)


def test_a_netrc_file_puts_no_other_secret_in_place_of_ours(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text(f"default login somebody password {MARK}\n")
    monkeypatch.setenv("NETRC", str(netrc))
    place.account().post(post(place.key))
    monkeypatch.delenv("NETRC")
    assert len(place.texts()) == 1


def test_the_command_shows_no_secret(place: Place, world: Networks, tmp_path_factory):
    folder = tmp_path_factory.mktemp("publication")
    environment = _planted(place) | world.environment
    for form in ("text", "json"):
        run = publisher(folder, "channels", "--format", form, "--verify", **environment)
        assert MARK not in run.stdout + run.stderr
        assert "PUBLISHER" in run.stdout
