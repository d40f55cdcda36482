"""How each network stands with us: whether we post there, what is missing, how long it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from publisher.settings.networks import Channels, Send
from publisher.social.account import Credentials, PostingError, missing, token_days_left
from publisher.social.channels import account, channels, has_api
from publisher.social.restli import days_until_switched_off
from publisher.social.story import Measure

# Days before an end from which on it is a warning.
NEAR = 14
VERSION_NEAR = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """One network.

    `send` is what the settings say. `on` says that posts go out by its API; where they should and
    cannot, `lacking` names the variables and settings that are missing. `limits` have a count of 0.
    `days_left` is None where nobody says until when the token holds. `warnings` are sentences.
    """

    key: str
    name: str
    send: Send
    on: bool
    needed: tuple[str, ...]
    lacking: tuple[str, ...]
    limits: tuple[Measure, ...]
    hashtags: int
    days_left: int | None
    warnings: tuple[str, ...]


def standings(given: Credentials, settings: Channels, today: date) -> Iterator[Standing]:
    """Yield every network's standing, by key."""
    for key, channel in channels().items():
        send: Send = getattr(settings, key).send
        lacking = tuple(_lacking(key, given, settings)) if send == "api" else ()
        problems: list[str] = []
        days_left = None
        try:
            days_left = token_days_left(key, given, today)
            on = account(key, given, settings) is not None
        except PostingError as problem:
            on = False
            problems.append(str(problem))
        yield Standing(
            key=key,
            name=channel.NAME,
            send=send,
            on=on,
            needed=channel.CREDENTIALS,
            lacking=() if on else lacking,  # X takes a token in the place of its four secrets
            limits=channel.measures(""),
            hashtags=channel.HASHTAGS,
            days_left=days_left,
            warnings=(*problems, *_warnings(key, days_left, settings, today)),
        )


def introduced(key: str, given: Credentials, settings: Channels) -> tuple[str, str]:
    """Ask the network who we are: the name it gives us, or else why it gives none."""
    try:
        ours = account(key, given, settings)
        return (ours.whoami(), "") if ours else ("", "")
    except PostingError as problem:
        return "", str(problem)


def expiring(listed: Iterable[Standing], today: date) -> dict[str, str]:
    """The last day of each token that ends soon or has ended, by the network's name."""
    return {
        one.name: (today + timedelta(days=one.days_left)).isoformat()
        for one in listed
        if one.days_left is not None and one.days_left <= NEAR
    }


def _in_days(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _lacking(key: str, given: Credentials, settings: Channels) -> Iterator[str]:
    if not has_api(key):
        return
    yield from missing(channels()[key].CREDENTIALS, given)
    for name in channels()[key].NEEDS:
        if not getattr(getattr(settings, key), name):
            yield f"`channels.{key}.{name}` in mkdocs.yml"


def _warnings(key: str, days_left: int | None, settings: Channels, today: date) -> Iterator[str]:
    if days_left is not None and days_left <= NEAR:
        when = "has expired" if days_left < 0 else f"expires {_in_days(days_left)}"
        yield f"the token {when}; renew it as docs/accounts.md says"
    if key == "linkedin" and settings.linkedin.send == "api":
        version = settings.linkedin.version
        left = days_until_switched_off(version, today)
        if left <= VERSION_NEAR:
            when = "has been switched off" if left < 0 else f"is switched off in about {left} days"
            yield f"version {version} of the API {when}; set `channels.linkedin.version` to a newer"
    if key == "x" and settings.x.send == "api" and not settings.x.monthly_budget:
        yield "nothing goes out, since `channels.x.monthly_budget` is 0 US cents"
