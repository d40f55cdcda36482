"""What a publication can set of each network: `channels:` below `plugins: [publisher: {...}]`."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from publisher.settings.section import Section


def _secure(address: str) -> str:
    """An address that secrets may be sent to, without a slash at its end."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc or parts.query:
        message = f"`{address}` must begin with https:// and name a server"
        raise ValueError(message)
    return address.rstrip("/")


HttpsUrl = Annotated[str, AfterValidator(_secure)]

Send = Literal["api", "by-hand", "never"]


class ChannelSettings(Section):
    """How posts reach a network: by its API, by hand from the text we prepare, or never."""

    send: Send = "api"


class ByHand(Section):
    """A network without an API that we would use."""

    send: Literal["by-hand", "never"] = "by-hand"


class Bluesky(ChannelSettings):
    """`server` is the one where the account was made."""

    server: HttpsUrl = "https://bsky.social"


class Mastodon(ChannelSettings):
    """`instance` is the server's address, as https://mastodon.example."""

    instance: HttpsUrl | None = None


class LinkedIn(ChannelSettings):
    """`version` of the API as year and month, switched off after about a year; `author` a URN."""

    version: str = Field(default="202610", pattern="^20[0-9]{2}(0[1-9]|1[0-2])$")
    author: str = Field(default="", pattern="^(urn:li:(organization|person):[A-Za-z0-9_-]+)?$")


class Facebook(ChannelSettings):
    """`version` of the Graph API; `page` is the Page's number."""

    version: str = Field(default="v24.0", pattern="^v[0-9]+[.][0-9]+$")
    page: str = Field(default="", pattern="^[0-9]*$")


class X(ChannelSettings):
    """Off unless it is switched on. Money in US cents, as X asked it in 2026: docs/accounts.md."""

    send: Send = "never"
    monthly_budget: float = Field(default=0, ge=0)
    cents_with_link: float = Field(default=20, ge=0)
    cents_without_link: float = Field(default=1.5, ge=0)


class Channels(Section):
    """The networks, each by its own name."""

    bluesky: Bluesky = Bluesky()
    facebook: Facebook = Facebook()
    instagram: ByHand = ByHand()
    linkedin: LinkedIn = LinkedIn()
    mastodon: Mastodon = Mastodon()
    threads: ByHand = ByHand()
    x: X = X()
