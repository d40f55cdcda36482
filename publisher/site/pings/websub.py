"""WebSub: the hub is told which feeds changed, and tells their readers.

https://www.w3.org/TR/websub/#publishing leaves to each hub how it is told. All that we know take
a form with `hub.mode=publish` and the feed as `hub.url`, as PubSubHubbub had it, or `hub.topic`.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from publisher.content.publication import Publication
from publisher.site.addresses import absolute
from publisher.site.digests import Changes
from publisher.site.pings._message import Message

NAME = "WebSub"


def messages(publication: Publication, changes: Changes) -> Iterator[Message]:
    """A message for each changed feed, if there is a hub."""
    hub = publication.settings.hub
    for address in changes.feeds if hub else ():
        url = absolute(publication, address)
        form = {"hub.mode": "publish", "hub.url": url, "hub.topic": url}
        mime = "application/x-www-form-urlencoded"
        yield Message(NAME, hub, mime, urlencode(form).encode(), (url,), {})
