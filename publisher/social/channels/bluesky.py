"""Bluesky, over the AT Protocol.

Rules: the lexicon `app.bsky.feed.post` (at most 300 graphemes and 3,000 bytes of UTF-8, which
the server enforces) and `app.bsky.richtext.facet` (https://docs.bsky.app/docs/advanced-guides/
post-richtext). A web address counts in full, so the text shows a short label, as the official
app does, and a facet carries the link. The server does not check where a facet points.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any
from urllib.parse import quote, urlsplit

from publisher.settings.networks import Channels
from publisher.social import graphemes
from publisher.social.account import (
    Counts,
    Credentials,
    Post,
    Receipt,
    RefusedError,
    missing,
    taken,
)
from publisher.social.answers import at, counted, linking, read
from publisher.social.atproto import Repository
from publisher.social.composing import Layout, composed
from publisher.social.facets import facets
from publisher.social.network import Network, refuse_too_long
from publisher.social.pictures import fitting
from publisher.social.story import LAUNCH, Measure, Snippet, Story
from publisher.social.tid import tid

NAME = "Bluesky"
LIMIT = 300
MAX_BYTES = 3000
HASHTAGS = 2
LINKS = True
CREDENTIALS = ("PUBLISHER_BLUESKY_HANDLE", "PUBLISHER_BLUESKY_APP_PASSWORD")
NEEDS: tuple[str, ...] = ()

# The official app shows longer paths only in part.
_LONGEST_PATH = 15
_SHOWN_PATH = 13

_POSTS = "app.bsky.feed.post"
_PUBLIC = "https://public.api.bsky.app/xrpc/app.bsky.feed."
_MAX_THUMB = 1_000_000


def length(text: str) -> int:
    """Count graphemes: a family emoji is one, a letter with its accents is one."""
    return graphemes.count(text)


def size(text: str) -> int:
    """Count bytes of UTF-8, of which MAX_BYTES may be posted."""
    return len(text.encode("utf-8", "surrogatepass"))


def measures(text: str) -> tuple[Measure, ...]:
    """Graphemes, and the bytes that bind first where a text is full of emoji."""
    return (
        Measure("characters", length(text), LIMIT),
        Measure("bytes", size(text), MAX_BYTES),
    )


def label(url: str, _link: str = "") -> str:
    """Return `url` as the official app shows it: the host and the beginning of the path."""
    parts = urlsplit(url)
    path = "" if parts.path == "/" else parts.path
    return parts.netloc + (path if len(path) <= _LONGEST_PATH else f"{path[:_SHOWN_PATH]}...")


def compose(story: Story) -> Snippet:
    """Return the post for `story`; in its text the address is the label."""
    return composed(story, Layout("bluesky", measures, HASHTAGS, shown=label))


def compose_link(snippet: Snippet) -> str:
    """Return where the post can be sent by hand; the app itself shortens the link."""
    text = snippet.text.replace(snippet.shown, snippet.link)
    return f"https://bsky.app/intent/compose?text={quote(text, safe='')}"


class Account:
    """An account by its app password."""

    def __init__(self, repository: Repository) -> None:
        """Nothing is asked of the network yet."""
        self._repository = repository
        self._public = Network(NAME, _PUBLIC, lambda said: (said["error"], said["message"]), ())

    @classmethod
    def from_environment(cls, given: Credentials, settings: Channels) -> Account | None:
        """Return the account, or None without its credentials."""
        if missing(CREDENTIALS, given):
            return None
        handle, password = (taken(name, given) for name in CREDENTIALS)
        login = {"identifier": handle, "password": password}
        return cls(Repository(NAME, settings.bluesky.server, login, CREDENTIALS))

    def whoami(self) -> str:
        """Return the handle."""
        return self._repository.handle

    def post(self, post: Post) -> Receipt:
        """Put the record at the key that `post` always has: once, however often it is sent."""
        return self._put(post, self._record(post))

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Put the record below the one of `receipt`."""
        parent = self._repository.get(receipt.id)
        if parent is None:
            message = f"the post to answer, {receipt.url}, is no longer on Bluesky"
            raise RefusedError(message, "RecordNotFound")
        here = {"uri": parent["uri"], "cid": parent["cid"]}
        root = at(parent, "value", "reply", "root") or here
        return self._put(post, self._record(post) | {"reply": {"root": root, "parent": here}})

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Look through the account's own records."""
        found = linking(self._repository.newest(_POSTS), ("value",), article, occasion)
        return _receipt(found["uri"]) if found else None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Ask Bluesky's public view of all servers: the account's own does not count."""
        post = read(self._public.ask("GET", "getPosts", params={"uris": receipt.id}), "posts", 0)
        names = ("likeCount", "repostCount", "replyCount")
        return Counts(*(counted(post, name) for name in names)) if post else None

    def delete(self, receipt: Receipt) -> None:
        """Delete the record."""
        self._repository.delete(receipt.id)

    def _put(self, post: Post, record: dict[str, Any]) -> Receipt:
        uri, ours = self._repository.put(_POSTS, tid(post.created, post.key), record)
        if not ours:  # sent before perhaps, when a word or the picture was another
            standing = [self._repository.get(uri)]
            if not linking(standing, ("value",), post.snippet.article, post.occasion):
                message = f"another post stands at {uri}; what was to go out there did not"
                raise RefusedError(message, "InvalidSwap")
        return _receipt(uri)

    def _record(self, post: Post) -> dict[str, Any]:
        snippet = post.snippet
        refuse_too_long(NAME, measures(snippet.text))
        title, description = snippet.card.title, snippet.card.description
        card: dict[str, Any] = {"uri": snippet.link, "title": title, "description": description}
        if post.picture:
            card["thumb"] = self._repository.upload(*fitting(post.picture, _MAX_THUMB))
        moment = post.created.astimezone(UTC).isoformat(timespec="milliseconds")
        return {
            "$type": _POSTS,
            "text": snippet.text,
            "facets": facets(snippet),
            "langs": [snippet.language],
            "createdAt": moment.replace("+00:00", "Z"),
            "embed": {"$type": "app.bsky.embed.external", "external": card},
        }


def _receipt(uri: str) -> Receipt:
    did, _, key = uri.removeprefix("at://").split("/")
    return Receipt(uri, f"https://bsky.app/profile/{did}/post/{key}")
