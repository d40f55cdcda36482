"""How each network stands with us, and `publisher channels`, which says so."""

import json
from datetime import date
from pathlib import Path

import pytest

from publisher.settings.networks import Channels, LinkedIn
from publisher.social.account import credentials
from publisher.social.roster import standings
from tests.running import AS_OF, copy_sample, publisher
from tests.social.fakes.x import SECRETS, TOKEN
from tests.social.networks import Networks
from tests.social.places import PLACES, SETTINGS

TODAY = date(2026, 11, 24)
ALL = """\
bluesky    Bluesky: by hand; missing: PUBLISHER_BLUESKY_HANDLE and PUBLISHER_BLUESKY_APP_PASSWORD
           at most 300 characters and 3,000 bytes; hashtags: 2
facebook   Facebook: by hand; missing: PUBLISHER_FACEBOOK_TOKEN and `channels.facebook.page` in \
mkdocs.yml
           at most 63,206 characters; hashtags: 1
instagram  Instagram: by hand
           at most 2,200 characters; hashtags: 5
linkedin   LinkedIn: by hand; missing: `channels.linkedin.author` in mkdocs.yml
           at most 3,000 characters (after escaping); hashtags: 3
           the token holds for 8 days
           the token expires in 8 days; renew it as docs/accounts.md says
mastodon   Mastodon: by hand; missing: PUBLISHER_MASTODON_TOKEN and `channels.mastodon.instance` \
in mkdocs.yml
           at most 500 characters; hashtags: 4
threads    Threads: by hand
           at most 500 characters; hashtags: 1
x          X: off
           at most 280 characters (as X counts); hashtags: 2
"""


def _warnings(settings: Channels, environ: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {one.key: one.warnings for one in standings(credentials(environ), settings, TODAY)}


def test_the_command_tells_what_is_missing_and_how_long_a_token_holds(tmp_path: Path):
    environ = {
        "PUBLISHER_LINKEDIN_TOKEN": "a-token",
        "PUBLISHER_LINKEDIN_TOKEN_EXPIRES": "2026-12-01",
    }
    run = publisher(copy_sample(tmp_path), "channels", "--as-of", AS_OF, **environ)
    assert (run.returncode, run.stdout, run.stderr) == (0, ALL, "")


def test_the_command_tells_machines_the_same(tmp_path: Path):
    run = publisher(tmp_path, "channels", "--format", "json")
    told = json.loads(run.stdout)["channels"]
    assert list(told) == sorted(told)
    assert told["bluesky"] == {
        "name": "Bluesky",
        "limit": 300,
        "limits": [{"unit": "characters", "limit": 300}, {"unit": "bytes", "limit": 3000}],
        "hashtags": 2,
        "send": "api",
        "on": False,
        "credentials": ["PUBLISHER_BLUESKY_HANDLE", "PUBLISHER_BLUESKY_APP_PASSWORD"],
        "lacking": ["PUBLISHER_BLUESKY_HANDLE", "PUBLISHER_BLUESKY_APP_PASSWORD"],
        "token_days_left": None,
        "warnings": [],
        "whoami": None,
        "problem": None,
    }


def test_verifying_asks_each_network_that_is_on(tmp_path: Path, world: Networks):
    folder = copy_sample(tmp_path)
    file = folder / "mkdocs.yml"
    ours = """
      channels:
        mastodon: {instance: "https://mastodon.example/"}
        x: {send: api, monthly_budget: 500}
"""
    file.write_text(file.read_text().replace("\n      brand:", f"{ours}      brand:", 1))
    environ = PLACES["mastodon"](world).environ | {"PUBLISHER_X_TOKEN": "old-token"}
    run = publisher(folder, "channels", "--verify", **environ, **world.environment)
    assert run.returncode == 1
    assert "Mastodon: on\n" in run.stdout
    assert "knows us as @testuser@mastodon.example\n" in run.stdout
    assert "X says: Unauthorized; renew PUBLISHER_X_TOKEN as docs/accounts.md says" in run.stdout


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("202610", None),
        ("202512", "is switched off in about 7 days"),
        ("202501", "has been switched off"),
    ],
)
def test_an_api_version_near_its_end_is_told(version: str, told: str | None):
    settings = Channels(linkedin=LinkedIn(version=version))
    todo = "set `channels.linkedin.version` to a newer"
    warnings = (f"version {version} of the API {told}; {todo}",) if told else ()
    assert _warnings(settings, {})["linkedin"] == warnings


def test_a_secret_that_can_be_none_and_a_budget_of_nothing_are_told():
    settings = Channels.model_validate({"x": {"send": "api"}})
    told = _warnings(
        settings, {"PUBLISHER_X_TOKEN": "a b", "PUBLISHER_X_TOKEN_EXPIRES": "2026-11-01"}
    )
    assert told["x"] == (
        "PUBLISHER_X_TOKEN holds a space or a sign that no such secret has; paste it again",
        "the token has expired; renew it as docs/accounts.md says",
        "nothing goes out, since `channels.x.monthly_budget` is 0 US cents",
    )


def test_x_lacks_what_is_missing_of_its_four_secrets_and_nothing_with_a_token_in_their_place():
    settings = Channels.model_validate({"x": {"send": "api", "monthly_budget": 100}})
    half = {name: value for name, value in SECRETS.items() if "ACCESS" in name}
    told = {
        name: next(one for one in standings(credentials(given), settings, TODAY) if one.key == "x")
        for name, given in {"half": half, "token": {"PUBLISHER_X_TOKEN": TOKEN}}.items()
    }
    assert (told["half"].on, told["half"].lacking) == (
        False,
        ("PUBLISHER_X_CONSUMER_KEY", "PUBLISHER_X_CONSUMER_SECRET"),
    )
    assert (told["token"].on, told["token"].lacking) == (True, ())


def test_with_everything_there_each_network_with_an_api_is_on(world: Networks):
    environ: dict[str, str] = {}
    for place in PLACES.values():
        environ |= place(world).environ
    told = {
        one.key: (one.on, one.lacking) for one in standings(credentials(environ), SETTINGS, TODAY)
    }
    assert told == {key: (key in PLACES, ()) for key in told}


@pytest.mark.parametrize(
    "address", ["http://mastodon.example", "mastodon.example", "https://me:pw@mastodon.example"]
)
def test_secrets_go_to_https_addresses_only(address: str):
    with pytest.raises(ValueError, match="must begin with https://"):
        Channels.model_validate({"mastodon": {"instance": address}})


def test_a_token_that_has_expired_holds_for_no_days(tmp_path: Path):
    environ = {"PUBLISHER_LINKEDIN_TOKEN_EXPIRES": "2026-11-15"}
    told = publisher(copy_sample(tmp_path), "channels", "--as-of", AS_OF, **environ).stdout
    assert "the token has expired; renew it as docs/accounts.md says" in told
    assert "-8 days" not in told
