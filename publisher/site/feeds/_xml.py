"""What RSS and Atom share: feedgen, told everything that it would otherwise make up."""

from __future__ import annotations

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from publisher.site.feeds._channel import Channel, Entry


def feed_of(channel: Channel) -> FeedGenerator:
    """The channel itself; every date is set, since feedgen fills in the present moment."""
    feed = FeedGenerator()
    feed.id(channel.id)
    feed.title(channel.title)
    feed.language(channel.language)
    feed.updated(channel.updated)
    feed.generator("healthcare-publisher")
    return feed


def add_entry(feed: FeedGenerator, entry: Entry) -> FeedEntry:
    """The entry, below those added before: feedgen by itself turns the order round."""
    added = feed.add_entry(order="append")
    added.id(entry.id)
    added.title(entry.title)
    added.published(entry.published)
    added.updated(entry.updated)
    return added


def styled(xml: bytes, channel: Channel) -> bytes:
    """`xml` with the style in which browsers show it: CSS, as they no longer run XSLT."""
    declaration, _, rest = xml.partition(b"?>")
    style = f'?>\n<?xml-stylesheet type="text/css" href="{channel.stylesheet}"?>'
    return declaration + style.encode() + rest
