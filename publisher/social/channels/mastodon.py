"""Mastodon.

Rules: https://docs.joinmastodon.org/user/posting/ and the server's own `StatusLengthValidator`:
grapheme clusters, of which every web address with a scheme counts 23, a shorter one too, and a
mention its local part only. A server may allow more than 500 (`GET /api/v2/instance`,
`configuration.statuses.max_characters`); a content warning shares the budget.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

from publisher._exchange import Response
from publisher.settings.networks import Channels
from publisher.social import graphemes
from publisher.social.account import (
    A_WHILE,
    Counts,
    Credentials,
    GoneError,
    LaterError,
    Post,
    Receipt,
    bearer,
    missing,
    taken,
)
from publisher.social.answers import at, counted, linking, read, told
from publisher.social.composing import Layout, composed
from publisher.social.mastodon_patterns import MENTION, address_pattern
from publisher.social.network import Network, refuse_too_long
from publisher.social.pictures import fitting
from publisher.social.story import LAUNCH, Measure, Snippet, Story

NAME = "Mastodon"
LIMIT = 500
ADDRESS = 23
HASHTAGS = 4
LINKS = True
CREDENTIALS = ("PUBLISHER_MASTODON_TOKEN",)  # an application's own, made under Development
NEEDS = ("instance",)

_DESCRIPTION = 1500
_MAX_PICTURE = 5_000_000
_PATIENCE = 30  # seconds for a picture to be worked on
# How far back an account's statuses are read, newest first: pages, and statuses on each.
_PAGES, _PAGE = 10, 40


def length(text: str, address: int = ADDRESS) -> int:
    """Count grapheme clusters as a server does that parts Indic conjuncts: never too few."""
    plain = MENTION.sub(r"\g<local>", address_pattern().sub("x" * address, text))
    return graphemes.count(plain, conjuncts=False)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("mastodon", measures, HASHTAGS))


def compose_link(snippet: Snippet) -> str:
    """Return where the post can be sent by hand: the page that asks for one's own server."""
    return f"https://share.joinmastodon.org/#text={quote(snippet.text, safe='')}"


@dataclass(frozen=True)
class Account:
    """An account by its access token (scopes: docs/accounts.md)."""

    network: Network

    @classmethod
    def from_environment(cls, given: Credentials, settings: Channels) -> Account | None:
        """Return the account, or None without its token or its server."""
        instance = settings.mastodon.instance
        if missing(CREDENTIALS, given) or instance is None:
            return None
        fields = {"Authorization": bearer(taken(CREDENTIALS[0], given))}
        return cls(
            Network(NAME, f"{instance}/api/", _fault, CREDENTIALS, fields, frozenset({"403"}))
        )

    def whoami(self) -> str:
        """Return the account as others mention it."""
        return f"@{read(self._me, 'username')}@{urlsplit(self.network.root).netloc}"

    def post(self, post: Post) -> Receipt:
        """Send the status, with the picture where there is one."""
        return self._send(post, {})

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Send the status as an answer."""
        return self._send(post, {"in_reply_to_id": receipt.id})

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Look through the account's own statuses."""
        found = linking(self._newest(), ("content",), article, occasion)
        return Receipt(found["id"], found["url"]) if found else None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Ask the account's server, which knows of others' what reached it."""
        try:
            status = read(self.network.ask("GET", f"v1/statuses/{receipt.id}"))
        except GoneError:
            return None
        names = ("favourites_count", "reblogs_count", "replies_count")
        return Counts(*(counted(status, name) for name in names))

    def delete(self, receipt: Receipt) -> None:
        """Delete the status; other servers are asked to follow."""
        with suppress(GoneError):
            self.network.tell("DELETE", f"v1/statuses/{receipt.id}")

    def _send(self, post: Post, more: dict[str, Any]) -> Receipt:
        text = post.snippet.text
        refuse_too_long(NAME, self._measures(text))
        body = {"status": text, "language": post.snippet.language, "visibility": "public"} | more
        if post.picture:
            body["media_ids"] = [self._uploaded(post.picture, post.alt)]
        # Kept for an hour, and no lock: it guards a quick second try, not two runs at once.
        once = {"Idempotency-Key": post.key}
        sent = self.network.tell("POST", "v1/statuses", once, json=body)
        return Receipt(told(sent, "id"), told(sent, "url"))

    def _uploaded(self, picture: bytes, alt: str) -> str:
        most = counted(self._rules, "media_attachments", "description_limit") or _DESCRIPTION
        refuse_too_long(NAME, [Measure("characters of alternative text", len(alt), most)])
        data, kind = fitting(picture, _MAX_PICTURE)
        files = {"file": ("picture", data, kind)}
        sent = self.network.ask("POST", "v2/media", files=files, form={"description": alt})
        media = str(read(sent, "id"))
        for _ in range(_PATIENCE):
            if sent.status == HTTPStatus.OK:
                return media
            time.sleep(1)
            sent = self.network.ask("GET", f"v1/media/{media}")
        message = f"{NAME}: the picture is still being worked on"
        raise LaterError(message, A_WHILE)

    def _measures(self, text: str) -> tuple[Measure, ...]:
        rules = at(self._rules, "statuses")
        address = counted(rules, "characters_reserved_per_url") or ADDRESS
        most = counted(rules, "max_characters") or LIMIT
        return (Measure("characters", length(text, address), most),)

    @cached_property
    def _rules(self) -> Any:  # noqa: ANN401 - as json.loads
        return read(self.network.ask("GET", "v2/instance"), "configuration")

    @cached_property
    def _me(self) -> Response:
        return self.network.ask("GET", "v1/accounts/verify_credentials")

    def _newest(self) -> Iterator[Any]:
        path = f"v1/accounts/{read(self._me, 'id')}/statuses"
        where = {"limit": str(_PAGE), "exclude_reblogs": "true"}
        for _ in range(_PAGES):
            page = read(self.network.ask("GET", path, params=where)) or []
            yield from page
            if len(page) < _PAGE:
                return
            where["max_id"] = page[-1]["id"]


def _fault(said: Any) -> tuple[str, str]:  # noqa: ANN401 - as json.loads
    return "", said["error"]
