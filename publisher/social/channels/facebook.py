"""Facebook Pages, over the Graph API.

Rules: https://developers.facebook.com/docs/pages-api/posts. The limit of 63,206 characters is
not in that documentation; other clients use it. They count UTF-16 code units, which is never
fewer than what a reader would call characters. The card comes from the page's Open Graph data.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

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
from publisher.social.answers import at, counted, linking, read, told
from publisher.social.composing import Layout, composed
from publisher.social.network import Network, refuse_too_long
from publisher.social.story import LAUNCH, Measure, Snippet, Story

NAME = "Facebook"
LIMIT = 63_206
HASHTAGS = 1
LINKS = True
CREDENTIALS = ("PUBLISHER_FACEBOOK_TOKEN",)
NEEDS = ("page",)

# Codes: https://developers.facebook.com/docs/graph-api/guides/error-handling
_EXPIRED = frozenset({"10", "102", "190", "200"})
_BUSY = frozenset({"4", "17", "32", "613"})
_GONE = frozenset({"100/33"})
_DUPLICATE = "506"
_COUNTED = "reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0),shares"
# How far back posts and comments are read, newest first: pages, and entries on each.
_PAGES, _PAGE = 5, 100


def length(text: str) -> int:
    """Count UTF-16 code units: an emoji counts two or more."""
    return utf16.units(text)


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("facebook", measures, HASHTAGS))


def compose_link(snippet: Snippet) -> str:
    """Return where the link can be shared by hand; Facebook lets no text be handed over."""
    return f"https://www.facebook.com/sharer/sharer.php?u={quote(snippet.link, safe='')}"


def _fault(said: Any) -> tuple[str, str]:  # noqa: ANN401 - as json.loads
    error = said["error"]
    code = f"{error['code']}/{error.get('error_subcode')}"
    return code if code in _GONE else str(error["code"]), error["message"]


@dataclass(frozen=True)
class Account:
    """A Page by its own token, which goes into a header field: addresses are written down."""

    network: Network
    page: str

    @classmethod
    def from_environment(cls, given: Credentials, settings: Channels) -> Account | None:
        """Return the account, or None without its token or its Page's number."""
        page = settings.facebook.page
        if missing(CREDENTIALS, given) or not page:
            return None
        root = f"https://graph.facebook.com/{settings.facebook.version}/"
        fields = {"Authorization": bearer(taken(CREDENTIALS[0], given))}
        return cls(Network(NAME, root, _fault, CREDENTIALS, fields, _EXPIRED, _BUSY, _GONE), page)

    def whoami(self) -> str:
        """Return the Page's name."""
        return str(read(self.network.ask("GET", self.page, params={"fields": "name"}), "name"))

    def post(self, post: Post) -> Receipt:
        """Have the page's card read anew, which is else kept for a month, then send the post."""
        snippet = post.snippet
        refuse_too_long(NAME, measures(snippet.text))
        self.network.ask("POST", "", form={"id": snippet.link, "scrape": "true"})
        form = {"message": snippet.text, "link": snippet.link, "published": "true"}
        try:
            return _receipt(told(self.network.tell("POST", f"{self.page}/feed", form=form), "id"))
        except RefusedError as refusal:
            found = refusal.code == _DUPLICATE and self.find(snippet.article, post.occasion)
            if not found:
                raise
            return found

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Send a comment."""
        form = {"message": post.snippet.text}
        path = f"{receipt.id}/comments"
        return _receipt(told(self.network.tell("POST", path, form=form), "id"))

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Look through the Page's posts."""
        found = linking(self._newest(), ("message", "attachments"), article, occasion)
        return _receipt(found["id"]) if found else None

    def comment(self, receipt: Receipt, article: str, occasion: str) -> Receipt | None:
        """Look through the comments below a post, but for those that say who else wrote them."""
        where = {"fields": "id,message,from", "order": "reverse_chronological"}
        comments = self._listed(f"{receipt.id}/comments", where)
        ours = (one for one in comments if at(one, "from", "id") in (None, self.page))
        found = linking(ours, ("message",), article, occasion)
        return _receipt(found["id"]) if found else None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Count reactions of every kind as likes."""
        try:
            post = read(self.network.ask("GET", receipt.id, params={"fields": _COUNTED}))
        except GoneError:
            return None
        return Counts(
            counted(post, "reactions", "summary", "total_count"),
            counted(post, "shares", "count") or 0,  # left out where there is none
            counted(post, "comments", "summary", "total_count"),
        )

    def delete(self, receipt: Receipt) -> None:
        """Delete the post."""
        with suppress(GoneError):
            self.network.tell("DELETE", receipt.id)

    def _newest(self) -> Iterator[Any]:
        return self._listed(
            f"{self.page}/feed", {"fields": "id,message,attachments{unshimmed_url}"}
        )

    def _listed(self, path: str, where: dict[str, str]) -> Iterator[Any]:
        where = where | {"limit": str(_PAGE)}
        for _ in range(_PAGES):
            page = read(self.network.ask("GET", path, params=where))
            yield from at(page, "data") or []
            # Not `paging.next`, an address with the token in it.
            after = at(page, "paging", "cursors", "after")
            if not after:
                return
            where["after"] = after


def _receipt(number: str) -> Receipt:
    return Receipt(number, f"https://www.facebook.com/{number}")
