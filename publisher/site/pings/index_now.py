"""IndexNow: search engines are told which pages changed, https://www.indexnow.org/documentation.

One message reaches every engine that takes part. The key is no secret: it shows that the sender
can write to the site, for the engine fetches it from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from publisher.content.publication import Publication
from publisher.site.addresses import absolute
from publisher.site.digests import Changes
from publisher.site.pings._message import Message

NAME = "IndexNow"
ENDPOINT = "https://api.indexnow.org/indexnow"
MAX_URLS = 10_000

_REFUSALS = {
    400: "it calls the message malformed",
    403: "it does not find the key on the site, or another one",
    422: "it says that these addresses do not belong to the site",
    429: "it was asked too often",
}


def key_file(publication: Publication) -> dict[str, bytes]:
    """Address → content, of the key; it stands above every page that it speaks for."""
    if not publication.settings.index_now:
        return {}
    key = _key(publication)
    return {f"{key}.txt": key.encode()}


def messages(publication: Publication, changes: Changes) -> Iterator[Message]:
    """The messages that tell of the changed pages, if engines are to be told."""
    if not publication.settings.index_now:
        return
    urls = tuple(absolute(publication, address) for address in changes.pages)
    for start in range(0, len(urls), MAX_URLS):
        part = urls[start : start + MAX_URLS]
        document = {
            "host": urlsplit(publication.site_url).netloc,
            "key": _key(publication),
            "keyLocation": absolute(publication, f"{_key(publication)}.txt"),
            "urlList": part,
        }
        mime = "application/json; charset=utf-8"
        yield Message(NAME, ENDPOINT, mime, json.dumps(document).encode(), part, _REFUSALS)


def _key(publication: Publication) -> str:
    return publication.settings.publication_id.hex
