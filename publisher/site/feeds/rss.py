"""RSS 2.0: https://www.rssboard.org/rss-specification, its best practices profile beside it."""

from __future__ import annotations

from html import escape

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement, _Element

from publisher.site.feeds._channel import Channel
from publisher.site.feeds._xml import add_entry, feed_of, styled

NAME = "RSS"
FILE = "feed.xml"
MIME = "application/rss+xml"
SCOPES = ("publication", "language", "topic", "person")

_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def render(channel: Channel) -> bytes:
    """The channel as an RSS document.

    A title is plain text, but a description is HTML
    (https://www.rssboard.org/rss-profile#element-channel-item-description), so plain text is
    escaped to become one. Authors are named in dc:creator: RSS's own author is an e-mail address.
    """
    feed = feed_of(channel)
    feed.load_extension("dc", atom=False)
    feed.register_extension("hub", _Hub, BaseEntryExtension, atom=False)
    feed.hub.address = channel.hub
    feed.description(escape(channel.description, quote=False))
    feed.link(href=channel.url, rel="self", type=MIME)
    feed.link(href=channel.home_url, rel="alternate")  # last: feedgen makes it the channel's own
    feed.lastBuildDate(channel.updated)
    for entry in channel.entries:
        added = add_entry(feed, entry)
        added.link(href=entry.url, rel="alternate")
        added.description(escape(entry.summary, quote=False))
        added.content(entry.html)
        added.dc.dc_creator([author.name for author in entry.authors])
        added.dc.dc_language(entry.language)
        added.category([{"term": name} for name in entry.categories])
        if entry.picture:
            picture = entry.picture
            added.enclosure(picture.address, str(picture.size), picture.mime)
    return styled(feed.rss_str(pretty=True), channel)


class _Hub(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """The hub (https://www.w3.org/TR/websub/#discovery), whose link feedgen leaves out of RSS."""

    address = ""

    def extend_rss(self, feed: _Element) -> _Element:
        """Called by feedgen with the document it has made."""
        if self.address:
            SubElement(feed[0], _ATOM_LINK, {"href": self.address, "rel": "hub"})
        return feed
