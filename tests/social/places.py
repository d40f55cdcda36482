"""Where posts go: one network each, how we reach it, and what its readers see."""

import itertools
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

from publisher.settings.networks import Channels
from publisher.social.account import Account, credentials
from publisher.social.channels import account as account_of
from tests.social import networks
from tests.social.fakes import facebook, linkedin, x
from tests.social.networks import Networks

NUMBERS = itertools.count(1)
SETTINGS = Channels.model_validate(
    {
        "facebook": {"page": facebook.PAGE, "version": facebook.VERSION},
        "linkedin": {"author": linkedin.AUTHOR},
        "mastodon": {"instance": f"https://{networks.FEDIVERSE}"},
        "x": {"send": "api", "monthly_budget": 100_000},
    }
)


@dataclass
class Place:
    """One network: how we reach it, and what a reader sees there, newest first."""

    key: str
    write: str  # as the proxy sees the request that posts
    environ: dict[str, str]
    texts: Callable[[], list[str]]

    def account(
        self, settings: Channels = SETTINGS, environ: Mapping[str, str] = MappingProxyType({})
    ) -> Any:
        """The account as a fresh process makes it."""
        made: Account | None = account_of(
            self.key, credentials({**self.environ, **environ}), settings
        )
        assert made is not None
        if self.key == "x":
            made.budget.spent = 0  # type: ignore[attr-defined] # X alone has money
        return made


def bluesky_place(world: Networks) -> Place:
    handle = f"sample{os.getpid()}-{next(NUMBERS)}.test"
    environ = {
        "PUBLISHER_BLUESKY_HANDLE": handle,
        "PUBLISHER_BLUESKY_APP_PASSWORD": world.bluesky_account(handle),
    }

    def texts() -> list[str]:
        return [record["value"]["text"] for record in world.bluesky_records(handle)]

    return Place("bluesky", "repo.putRecord", environ, texts)


def mastodon_place(world: Networks) -> Place:
    def texts() -> list[str]:
        return [_plain(status["content"]) for status in world.mastodon_statuses()]

    environ = {"PUBLISHER_MASTODON_TOKEN": networks.FEDIVERSE_TOKEN}
    return Place("mastodon", "POST https://mastodon.example/api/v1/statuses", environ, texts)


def linkedin_place(world: Networks) -> Place:
    environ = {"PUBLISHER_LINKEDIN_TOKEN": linkedin.TOKEN}
    texts = lambda: [post.text for post in reversed(world.linkedin.posts)]  # noqa: E731
    return Place("linkedin", "POST https://api.linkedin.com/rest/posts", environ, texts)


def facebook_place(world: Networks) -> Place:
    environ = {"PUBLISHER_FACEBOOK_TOKEN": facebook.TOKEN}
    texts = lambda: [post.text for post in reversed(world.facebook.posts)]  # noqa: E731
    return Place("facebook", f"/{facebook.PAGE}/feed", environ, texts)


def x_place(world: Networks) -> Place:
    environ = dict(x.SECRETS)
    texts = lambda: [post.text for post in reversed(world.x.posts)]  # noqa: E731
    return Place("x", "POST https://api.x.com/2/tweets", environ, texts)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.paragraphs = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002 - as called
        if tag == "br":
            self.text += "\n"
        if tag == "p":
            self.text += "\n\n" if self.paragraphs else ""
            self.paragraphs += 1

    def handle_data(self, data: str) -> None:
        self.text += data


def _plain(content: str) -> str:
    """The text of a status as its HTML shows it."""
    parser = _Text()
    parser.feed(content)
    parser.close()
    return parser.text


PLACES = {
    "bluesky": bluesky_place,
    "facebook": facebook_place,
    "linkedin": linkedin_place,
    "mastodon": mastodon_place,
    "x": x_place,
}
