"""What LinkedIn's API does in a way of its own: naming what was made, pictures, long lists.

Sources: https://linkedin.github.io/rest.li/spec/protocol, and below https://learn.microsoft.com/
linkedin/marketing/community-management/shares/ the pages images-api, posts-api, comments-api.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from publisher._exchange import Fields, Response
from publisher.social.account import A_WHILE, LaterError, UnknownError
from publisher.social.answers import at, read
from publisher.social.network import Network
from publisher.social.pictures import fitting

_LARGEST = 5_000_000
# The answer names the place to upload to, and our token goes there: only ever to LinkedIn.
_HOME = ".linkedin.com"
# How far back lists are read, newest first: pages, and entries on each.
_PAGES, _PAGE = 5, 100


def made(answer: Response) -> str:
    """Return what an answer to `tell` says was made: in a header field, the body is empty."""
    if found := answer.headers.get("x-restli-id"):
        return found
    message = "LinkedIn did not say what it made; the post may have gone out all the same"
    raise UnknownError(message)


def uploaded(network: Network, owner: str, picture: bytes) -> str:
    """Return the URN of `picture` once it is uploaded; it cannot be seen before a post shows it."""
    data, media_type = fitting(picture, _LARGEST)
    body = {"initializeUploadRequest": {"owner": owner}}
    begun = network.ask("POST", "rest/images?action=initializeUpload", json=body)
    place, image = (str(read(begun, "value", key)) for key in ("uploadUrl", "image"))
    parts = urlsplit(place)
    if parts.scheme != "https" or not (parts.hostname or "").endswith(_HOME):
        message = f"{network.name} named a place for the picture that is not its own"
        raise LaterError(message, A_WHILE)
    network.ask("PUT", place, {"Content-Type": media_type}, data=data)
    return image


def posts_of(network: Network, author: str) -> Iterator[Any]:
    """Yield an author's posts, as far back as we look."""
    where = {"q": "author", "author": author, "sortBy": "CREATED"}
    return _listed(network, "rest/posts", {"X-RestLi-Method": "FINDER"}, where)


def comments_of(network: Network, author: str, post: str) -> Iterator[Any]:
    """Yield an author's comments below a post."""
    path = f"rest/socialActions/{quote(post, safe='')}/comments"
    comments = _listed(network, path, {}, {})
    return (comment for comment in comments if at(comment, "actor") == author)


def _listed(network: Network, path: str, fields: Fields, where: dict[str, str]) -> Iterator[Any]:
    for page in range(_PAGES):
        place = where | {"start": str(page * _PAGE), "count": str(_PAGE)}
        found = read(network.ask("GET", path, fields, params=place), "elements") or []
        yield from found
        if len(found) < _PAGE:
            return


def days_until_switched_off(version: str, today: date) -> int:
    """Return how long an API version, as 202610, is at least kept: a year from its month on.

    Source: https://learn.microsoft.com/linkedin/marketing/versioning.
    """
    return (date(int(version[:4]) + 1, int(version[4:]), 1) - today).days
