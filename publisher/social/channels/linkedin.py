"""LinkedIn, over the Posts API.

Rules: https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api. The
text is "little text" of at most 3,000 characters after escaping; the limit is not in that
documentation, other clients use it and count UTF-16 code units. The card is sent along, since
LinkedIn does not read the page.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from publisher._exchange import Fields
from publisher.settings.networks import Channels
from publisher.social import utf16
from publisher.social.account import (
    Counts,
    Credentials,
    GoneError,
    Post,
    Receipt,
    RefusedError,
    bearer,
    missing,
    taken,
)
from publisher.social.answers import at, counted, linking, read
from publisher.social.composing import Layout, composed
from publisher.social.little_text import escape
from publisher.social.network import Network, refuse_too_long
from publisher.social.restli import comments_of, made, posts_of, uploaded
from publisher.social.story import LAUNCH, Measure, Snippet, Story

NAME = "LinkedIn"
LIMIT = 3000
HASHTAGS = 3
LINKS = True
CREDENTIALS = ("PUBLISHER_LINKEDIN_TOKEN",)
NEEDS = ("author",)

_API = "https://api.linkedin.com/"
_URN = re.compile(r"urn:li:(?:share|ugcPost|activity):[0-9]+")


def length(text: str) -> int:
    """Count UTF-16 code units after escaping, the sign of each hashtag escaped too."""
    return utf16.units(escape(text))


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters (after escaping)", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`, not yet escaped."""
    return composed(story, Layout("linkedin", measures, HASHTAGS))


def compose_link(snippet: Snippet) -> str:
    """Return where the link can be shared by hand; LinkedIn lets no text be handed over."""
    return f"https://www.linkedin.com/sharing/share-offsite/?url={quote(snippet.link, safe='')}"


def _fault(said: Any) -> tuple[str, str]:  # noqa: ANN401 - as json.loads
    code = at(said, "errorDetails", "inputErrors", 0, "code") or said.get("code", "")
    return code, said["message"]


@dataclass(frozen=True)
class Account:
    """An organisation's page, or a member, by an access token."""

    network: Network
    author: str

    @classmethod
    def from_environment(cls, given: Credentials, settings: Channels) -> Account | None:
        """Return the account, or None without its token or its author."""
        if missing(CREDENTIALS, given) or not settings.linkedin.author:
            return None
        fields: Fields = {
            "Authorization": bearer(taken(CREDENTIALS[0], given)),
            "LinkedIn-Version": settings.linkedin.version,
            "X-Restli-Protocol-Version": "2.0.0",
        }
        expired = frozenset({"ACCESS_DENIED", "403"})
        return cls(
            Network(NAME, _API, _fault, CREDENTIALS, fields, expired), settings.linkedin.author
        )

    def whoami(self) -> str:
        """Return the name of the page, or of the member."""
        _, _, kind, number = self.author.split(":")
        if kind == "organization":
            return str(
                read(self.network.ask("GET", f"rest/organizations/{number}"), "localizedName")
            )
        return str(read(self.network.ask("GET", "v2/userinfo"), "name"))

    def post(self, post: Post) -> Receipt:
        """Send the post with its card, for which the picture is uploaded first."""
        snippet = post.snippet
        refuse_too_long(NAME, measures(snippet.text))
        body = {
            "author": self.author,
            "commentary": escape(snippet.text, snippet.hashtags),
            "visibility": "PUBLIC",
            "distribution": {"feedDistribution": "MAIN_FEED"},
            "content": {"article": self._card(post)},
            "lifecycleState": "PUBLISHED",
        }
        try:
            return _receipt(made(self.network.tell("POST", "rest/posts", json=body)))
        except RefusedError as refusal:
            named = _URN.search(str(refusal))
            if refusal.code != "DUPLICATE_POST" or not named:
                raise
            return _receipt(named[0])  # proof that it went out before

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Send a comment, which is plain text."""
        path = f"rest/socialActions/{quote(receipt.id, safe='')}/comments"
        text = {"text": post.snippet.text}
        body = {"actor": self.author, "object": receipt.id, "message": text}
        return Receipt(made(self.network.tell("POST", path, json=body)), receipt.url)

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Look through the author's posts, which wants a scope beginning with `r_`."""
        found = linking(
            posts_of(self.network, self.author), ("content", "commentary"), article, occasion
        )
        return _receipt(found["id"]) if found else None

    def comment(self, receipt: Receipt, article: str, occasion: str) -> Receipt | None:
        """Look through the author's comments below a post, which wants the same scope."""
        comments = comments_of(self.network, self.author, receipt.id)
        found = linking(comments, ("message",), article, occasion)
        return Receipt(found["commentUrn"], receipt.url) if found else None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Count reactions of every kind as likes."""
        path = f"rest/socialMetadata/{quote(receipt.id, safe='')}"
        try:
            told = read(self.network.ask("GET", path))
        except GoneError:
            return None
        kinds = at(told, "reactionSummaries") or {}
        likes = sum(counted(kind, "count") or 0 for kind in kinds.values())
        return Counts(likes, None, counted(told, "commentSummary", "count"))

    def delete(self, receipt: Receipt) -> None:
        """Delete the post."""
        with suppress(GoneError):
            fields = {"X-RestLi-Method": "DELETE"}
            self.network.tell("DELETE", f"rest/posts/{quote(receipt.id, safe='')}", fields)

    def _card(self, post: Post) -> dict[str, str]:
        card = post.snippet.card
        made = {"source": post.snippet.link, "title": card.title, "description": card.description}
        if not post.picture:
            return made
        return made | {
            "thumbnail": uploaded(self.network, self.author, post.picture),
            "thumbnailAltText": post.alt,
        }


def _receipt(urn: str) -> Receipt:
    return Receipt(urn, f"https://www.linkedin.com/feed/update/{urn}/")
