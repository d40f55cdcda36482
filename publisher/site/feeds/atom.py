"""Atom: RFC 4287."""

from __future__ import annotations

from collections.abc import Iterator

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

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
    feed.register_extension("mended", BaseExtension, _Mended)
    feed.subtitle(channel.description)
    feed.author(_person(channel.author))
    feed.icon(channel.icon)
    feed.link(href=channel.home_url, rel="alternate", type="text/html")
    feed.link(href=channel.url, rel="self", type=MIME)
    if channel.hub:
        feed.link(href=channel.hub, rel="hub")
    for entry in channel.entries:
        _add(feed, entry)
    return styled(feed.atom_str(pretty=True), channel)


class _Mended(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """What feedgen leaves out of an entry: its language, and every attribute of its links.

    An entry may speak another language than its feed.
    """

    language = ""
    links: tuple[dict[str, str], ...] = ()

    def extend_atom(self, entry: _Element) -> _Element:
        """Called by feedgen with the entry it has made."""
        entry.set(_LANG, self.language)
        for attributes in self.links:
            SubElement(entry, "link", attributes)
        return entry


def _add(feed: FeedGenerator, entry: Entry) -> None:
    added = add_entry(feed, entry)
    added.author([_person(author) for author in entry.authors])
    added.category([{"term": name} for name in entry.categories])
    added.summary(entry.summary)
    added.content(entry.html, type="html")
    added.mended.language = entry.language
    added.mended.links = tuple(_links(entry))


def _links(entry: Entry) -> Iterator[dict[str, str]]:
    page = {"rel": "alternate", "type": "text/html", "hreflang": entry.language}
    yield page | {"href": entry.url}
    if entry.picture:
        picture = entry.picture
        file = {"rel": "enclosure", "type": picture.mime, "length": str(picture.size)}
        yield file | {"title": picture.alt, "href": picture.address}


def _person(author: Author) -> dict[str, str]:
    return {"name": author.name} | ({"uri": author.url} if author.url else {})
