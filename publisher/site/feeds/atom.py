"""Atom: RFC 4287."""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import _Element

from publisher.site.feeds._channel import Author, Channel, Entry
from publisher.site.feeds._xml import add_entry, feed_of, styled

NAME = "Atom"
FILE = "atom.xml"
MIME = "application/atom+xml"
SCOPES = ("publication",)

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def render(channel: Channel) -> bytes:
    """The channel as an Atom document."""
    feed = feed_of(channel)
    feed.register_extension("own", BaseExtension, _OwnLanguage)
    feed.subtitle(channel.description)
    feed.author(_person(channel.author))
    feed.icon(channel.icon)
    feed.link(href=channel.home_url, rel="alternate", type="text/html")
    feed.link(href=channel.url, rel="self", type=MIME)
    for entry in channel.entries:
        _add(feed, entry)
    return styled(feed.atom_str(pretty=True), channel)


class _OwnLanguage(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """`xml:lang` on an entry, which may speak another language than its feed."""

    language = ""

    def extend_atom(self, entry: _Element) -> _Element:
        """Called by feedgen with the entry it has made."""
        entry.set(_LANG, self.language)
        return entry


def _add(feed: FeedGenerator, entry: Entry) -> None:
    added = add_entry(feed, entry)
    added.own.language = entry.language
    added.author([_person(author) for author in entry.authors])
    added.category([{"term": name} for name in entry.categories])
    added.summary(entry.summary)
    added.content(entry.html, type="html")
    if entry.picture:
        picture = entry.picture
        added.link(
            href=picture.address,
            rel="enclosure",
            type=picture.mime,
            length=str(picture.size),
            title=picture.alt,
        )


def _person(author: Author) -> dict[str, str]:
    return {"name": author.name} | ({"uri": author.url} if author.url else {})
