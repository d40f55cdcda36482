"""What X's API does in a way of its own: how it knows us, what it refuses, and taking pictures.

Sources: https://docs.x.com/fundamentals/authentication, https://docs.x.com/x-api/media/upload-media.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

from publisher.social.account import Credentials, bearer, missing, taken
from publisher.social.answers import read
from publisher.social.network import Network, refuse_too_long
from publisher.social.oauth1 import Signature
from publisher.social.pictures import fitting
from publisher.social.story import Measure

DUPLICATE = "duplicate"

_ROOT = "https://api.x.com/2/"
# An OAuth 2 user token holds two hours: it serves whoever makes one for each run.
_BEARER = ("PUBLISHER_X_TOKEN",)
# Refusals that mean our secrets; the first: the token was made before the right to write was given.
_NO_RIGHT = frozenset({"oauth1-permissions", "client-forbidden", "unsupported-authentication"})
_LARGEST = 5_000_000
_MAX_ALT = 1000


def network(name: str, signing: tuple[str, ...], given: Credentials) -> Network | None:
    """Return X by the four secrets of `signing`, else by a user token; None without any of them."""
    names = _BEARER if missing(signing, given) else signing
    if missing(names, given):
        return None
    secrets = [taken(name, given) for name in names]
    known = Network(name, _ROOT, _fault, names, expired=_NO_RIGHT)
    if names == _BEARER:
        return replace(known, headers={"Authorization": bearer(*secrets)})
    return replace(known, sign=Signature(*secrets))


def uploaded(network: Network, picture: bytes, alt: str) -> str:
    """Return the id of `picture` once it is uploaded; it cannot be seen before a post shows it."""
    refuse_too_long(network.name, [Measure("characters of alternative text", len(alt), _MAX_ALT)])
    data, kind = fitting(picture, _LARGEST)
    media = base64.b64encode(data).decode()
    body = {"media": media, "media_category": "tweet_image", "media_type": kind}
    sent = str(read(network.ask("POST", "media/upload", json=body), "data", "id"))
    about = {"id": sent, "metadata": {"alt_text": {"text": alt}}}
    network.ask("POST", "media/metadata", json=about)
    return sent


def _fault(said: Any) -> tuple[str, str]:  # noqa: ANN401 - as json.loads
    words = said.get("detail") or said.get("title") or said["errors"][0]["message"]
    if "duplicate content" in words.lower():
        return DUPLICATE, words
    return str(said.get("type", "")).rpartition("/")[2], words
