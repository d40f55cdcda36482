"""What LinkedIn's API does in a way of its own: naming what was made, and taking pictures.

Sources: https://linkedin.github.io/rest.li/spec/protocol, https://learn.microsoft.com/linkedin/marketing/community-management/shares/images-api.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from publisher._http import Response
from publisher.social.account import A_WHILE, LaterError, UnknownError
from publisher.social.answers import read
from publisher.social.network import Network
from publisher.social.pictures import fitting

_LARGEST = 5_000_000
# The answer names the place to upload to, and our token goes there: only ever to LinkedIn.
_HOME = ".linkedin.com"


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


def days_until_switched_off(version: str, today: date) -> int:
    """Return how long an API version, as 202610, is at least kept: a year from its month on.

    Source: https://learn.microsoft.com/linkedin/marketing/versioning.
    """
    return (date(int(version[:4]) + 1, int(version[4:]), 1) - today).days
