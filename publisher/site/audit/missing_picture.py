"""A picture of our own that a page or feed shows or names, and that is not in the site.

Error: readers see a gap, and networks a card without its picture. Looked at are `img`, `source`
and `poster`, icons, `og:image`, `twitter:image`, JSON-LD, and what feeds enclose. An article
without a lead picture is none: it is shared with a card that is drawn for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from publisher.finding import Finding, Severity
from publisher.site import feeds
from publisher.site.audit._site import Page, Site

CHECK = "form-missing-picture"

_FIX = "put the file back, or name another; then build the site again"


def find(site: Site) -> Iterator[Finding]:
    """Each missing picture once: where its name is written, else where it is shown first."""
    missing: dict[str, list[tuple[Page, str]]] = {}
    for page, shown, url in _all(site):
        address = site.address(url)
        if address is not None and address not in site.files:
            missing.setdefault(address, []).append((page, shown))
    for address, places in missing.items():
        name = PurePosixPath(address).name
        page, shown = next((p for p in places if _is_written(site, p[0], name)), places[0])
        message = f"{shown or 'the front page'} shows the picture `{address}`, which is not there"
        yield site.finding(CHECK, Severity.ERROR, page, words=name, message=message, fix=_FIX)


def _is_written(site: Site, page: Page, name: str) -> bool:
    return site.sources.place(site.sources.path(page.address), name) is not None


def _all(site: Site) -> Iterator[tuple[Page, str, str]]:
    """The page to which it belongs, the address that shows it, and its URL, of every picture."""
    for page in site.pages.values():
        for url in page.pictures:
            yield page, page.address, url
    for link in feeds.catalogue(site.publication):
        if link.address in site.files:
            for entry, url in _enclosed((site.folder / link.address).read_bytes()):
                yield site.page(entry) or site.pages[""], link.address, url


def _enclosed(feed: bytes) -> Iterator[tuple[str, str]]:
    """The page's URL and the picture's, of each entry of a feed with one."""
    if feed.startswith(b"{"):
        for entry in json.loads(feed)["items"]:
            for attachment in entry.get("attachments", []):
                yield entry["url"], attachment["url"]
        return
    root = etree.fromstring(feed)
    for entry in root.iter("{*}item", "{*}entry"):
        pages = [link.get("href") or link.text or "" for link in entry.iter("{*}link")]
        for enclosure in entry.iter("{*}enclosure", "{*}link"):
            if enclosure.get("rel", "enclosure") == "enclosure" and not enclosure.text:
                yield pages[0], enclosure.get("url") or enclosure.get("href") or ""
