"""What each format's own specification demands, as complaints about a document."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree, html

DATA = Path(__file__).parent / "data"
ATOM_RULES = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
JSON_RULES = jsonschema.Draft202012Validator(json.loads((DATA / "json-feed.json").read_text()))

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# https://www.rssboard.org/rss-specification: elements of a channel and of an item. Of those that
# we use, only these may stand there more than once.
RSS_CHANNEL = {
    "title", "link", "description", "language", "lastBuildDate", "generator", "docs", "item",
}  # fmt: skip
RSS_ITEM = {"title", "link", "description", "category", "enclosure", "guid", "pubDate"}
RSS_REPEATED = {"item", "category", f"{ATOM}link", f"{DUBLIN_CORE}creator"}
RSS_FOREIGN = {CONTENT, f"{ATOM}link", f"{DUBLIN_CORE}creator", f"{DUBLIN_CORE}language"}

# RFC 822 with the year of RFC 1123: what readers of RSS parse.
_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def rss(document: bytes, address: str) -> list[str]:
    """What RSS 2.0 and its best practices profile have against a document."""
    root = etree.fromstring(document)
    if (root.tag, root.get("version"), [child.tag for child in root]) != (
        "rss",
        "2.0",
        ["channel"],
    ):
        return ["this is no RSS 2.0"]
    channel = root[0]
    told = list(_elements(channel, RSS_CHANNEL, ("title", "link", "description")))
    told += [
        f"{date.text} is no date"
        for date in root.iter("pubDate", "lastBuildDate")
        if not _dated(date)
    ]
    own = channel.find(f"{ATOM}link")
    wanted = [("href", address), ("rel", "self"), ("type", "application/rss+xml")]
    if own is None or sorted(own.items()) != wanted:
        told.append("the feed does not name itself")
    for item in channel.iter("item"):
        told += _elements(item, RSS_ITEM, ("title", "link", "guid", "pubDate"))
        told += _item(item)
    told += _twice(guid.text or "" for guid in root.iter("guid"))
    told += _order([parsedate_to_datetime(date.text or "") for date in root.iter("pubDate")])
    return told


def _elements(parent: Any, known: set[str], needed: tuple[str, ...]) -> Iterator[str]:
    count = Counter(child.tag for child in parent)
    yield from (f"<{tag}> is unknown in <{parent.tag}>" for tag in set(count) - known - RSS_FOREIGN)
    yield from (
        f"<{tag}> stands twice" for tag in count if count[tag] > 1 and tag not in RSS_REPEATED
    )
    yield from (f"<{tag}> is missing" for tag in needed if not parent.findtext(tag, "").strip())


def _dated(element: Any) -> bool:
    text = element.text or ""
    return bool(_RFC_822.fullmatch(text)) and f"{parsedate_to_datetime(text):%a}" == text[:3]


def _item(item: Any) -> Iterator[str]:
    if item.find("guid").get("isPermaLink") != "false":
        yield "a URN is no permanent link"
    for enclosure in item.iter("enclosure"):
        attributes = enclosure.attrib
        if set(attributes) != {"url", "length", "type"} or not attributes["length"].isdigit():
            yield "an enclosure says its url, length and type"
    addresses = [item.findtext("link"), *(e.get("url") for e in item.iter("enclosure"))]
    yield from _relative(addresses)
    yield from _relative(_addresses(item.findtext(CONTENT) or item.findtext("description")))


def atom(document: bytes, address: str) -> list[str]:
    """What RFC 4287 has against a document: its schema, and what its text adds."""
    root = etree.fromstring(document)
    if not ATOM_RULES.validate(root):
        return [str(ATOM_RULES.error_log)]
    told = []
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [address]:
        told.append("the feed does not name itself")
    entries = root.findall(f"{ATOM}entry")
    for parent in (root, *entries):
        told += _links(parent)
    for entry in entries:
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            told.append("an entry without an author, in a feed without one (4.1.2)")
        told += _relative(_addresses(entry.findtext(f"{ATOM}content")))
    told += _twice(entry.findtext(f"{ATOM}id", "") for entry in entries)
    told += _order([entry.findtext(f"{ATOM}published", "")[:19] for entry in entries])
    return told


def _links(parent: Any) -> Iterator[str]:
    links = parent.findall(f"{ATOM}link")
    yield from _relative(link.get("href") for link in links)
    shown = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    )
    if list(shown.values()) != [1]:
        yield "one alternate link, and no second of the same type and language (4.1.1, 4.1.2)"


def json_feed(document: bytes, address: str) -> list[str]:
    """What JSON Feed 1.1 has against a document."""
    feed = json.loads(document)
    told = [error.message for error in JSON_RULES.iter_errors(feed)]
    if feed["feed_url"] != address:
        told.append("the feed does not name itself")
    told += _twice(item["id"] for item in feed["items"])
    told += _order([item["date_published"] for item in feed["items"]])
    for item in feed["items"]:
        told += _relative(_addresses(item["content_html"]))
    return told


def _twice(ids: Any) -> list[str]:
    return [f"{one} stands twice" for one, count in Counter(ids).items() if count > 1 or not one]


def _order(dates: list[Any]) -> list[str]:
    return [] if dates == sorted(dates, reverse=True) else ["the newest is not first"]


def _addresses(content: str | None) -> list[str]:
    if not content:
        return []
    tree = html.fragment_fromstring(content, create_parent="div")
    return [link for _, attribute, link, _ in tree.iterlinks() if attribute in ("href", "src")]


def _relative(addresses: Any) -> list[str]:
    known = re.compile(r"mailto:\S+|tel:\S+")
    return [
        f"{a} is relative" for a in addresses if not _ADDRESS.fullmatch(a) and not known.match(a)
    ]
