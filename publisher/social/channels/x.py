"""X, over its API version 2.

Rules: https://docs.x.com/fundamentals/counting-characters: at most 280 as the open library
twitter-text counts, in which Latin counts 1, most other scripts and an emoji 2, and every web
address 23. A post ends with its link, where X makes the card of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from publisher.settings.networks import Channels
from publisher.settings.networks import X as Prices
from publisher.social.account import (
    Counts,
    Credentials,
    GoneError,
    Post,
    Receipt,
    RefusedError,
)
from publisher.social.answers import at, counted, linking, read, told
from publisher.social.budget import Budget
from publisher.social.composing import Layout, composed
from publisher.social.network import Network, refuse_too_long
from publisher.social.story import LAUNCH, Measure, Snippet, Story
from publisher.social.twitter_text import weighted_length
from publisher.social.x_api import DUPLICATE, network, uploaded

NAME = "X"
LIMIT = 280
HASHTAGS = 2
LINKS = True
CREDENTIALS = (
    "PUBLISHER_X_CONSUMER_KEY",
    "PUBLISHER_X_CONSUMER_SECRET",
    "PUBLISHER_X_ACCESS_TOKEN",
    "PUBLISHER_X_ACCESS_TOKEN_SECRET",
)
NEEDS: tuple[str, ...] = ()

# How far back an account's posts are read, newest first: each post read costs.
_PAGES, _PAGE = 2, 100


def length(text: str) -> int:
    """Count as twitter-text 3.1.0 does."""
    return weighted_length(text)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters (as X counts)", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("x", measures, HASHTAGS, ends_with_link=True))


def compose_link(snippet: Snippet) -> str:
    """Return where the post can be sent by hand; X puts the link behind the text."""
    text = snippet.text.replace(snippet.shown, "").strip()
    return (
        f"https://x.com/intent/post?text={quote(text, safe='')}&url={quote(snippet.link, safe='')}"
    )


def cost(post: Post, prices: Prices) -> float:
    """Return what X asks for `post`, in US cents."""
    linked = post.snippet.link in post.snippet.text
    return prices.cents_with_link if linked else prices.cents_without_link


@dataclass(frozen=True)
class Account:
    """An account, with the month's money."""

    network: Network
    prices: Prices
    budget: Budget

    @classmethod
    def from_environment(cls, given: Credentials, settings: Channels) -> Account | None:
        """Return the account, or None without its secrets."""
        known = network(NAME, CREDENTIALS, given)
        return cls(known, settings.x, Budget(settings.x.monthly_budget)) if known else None

    def whoami(self) -> str:
        """Return the handle."""
        return f"@{at(self._me, 'username')}"

    def post(self, post: Post) -> Receipt:
        """Send the post, with the picture where there is one, as far as the month's money goes."""
        return self._send(post, {})

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Send the post as an answer to our own."""
        return self._send(post, {"reply": {"in_reply_to_tweet_id": receipt.id}})

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Look through the account's own posts, for the links behind the shortened ones."""
        found = linking(self._newest(), ("entities",), article, occasion)
        return _receipt(found["id"]) if found else None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Ask for the public numbers."""
        try:
            where = {"tweet.fields": "public_metrics"}
            answer = self.network.ask("GET", f"tweets/{receipt.id}", params=where)
        except GoneError:
            return None
        told_of = read(answer, "data", "public_metrics")
        names = ("like_count", "retweet_count", "reply_count")
        return Counts(*(counted(told_of, name) for name in names)) if told_of else None

    def delete(self, receipt: Receipt) -> None:
        """Delete the post."""
        with suppress(GoneError):
            self.network.tell("DELETE", f"tweets/{receipt.id}")

    def _send(self, post: Post, more: dict[str, Any]) -> Receipt:
        snippet = post.snippet
        refuse_too_long(NAME, measures(snippet.text))
        self.budget.take(cost(post, self.prices))
        body: dict[str, Any] = {"text": snippet.text} | more
        if post.picture:
            body["media"] = {"media_ids": [uploaded(self.network, post.picture, post.alt)]}
        try:
            return _receipt(told(self.network.tell("POST", "tweets", json=body), "data", "id"))
        except RefusedError as refusal:
            found = refusal.code == DUPLICATE and self.find(snippet.article, post.occasion)
            if not found:
                raise
            return found

    @cached_property
    def _me(self) -> Any:  # noqa: ANN401 - as json.loads
        return read(self.network.ask("GET", "users/me"), "data")

    def _newest(self) -> Iterator[Any]:
        where = {"tweet.fields": "entities", "max_results": str(_PAGE)}
        for _ in range(_PAGES):
            page = read(self.network.ask("GET", f"users/{at(self._me, 'id')}/tweets", params=where))
            yield from at(page, "data") or []
            token = at(page, "meta", "next_token")
            if not token:
                return
            where["pagination_token"] = token


def _receipt(number: str) -> Receipt:
    return Receipt(number, f"https://x.com/i/status/{number}")
