"""The built site as it will be served: what each page says, shows and leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from publisher.content.publication import Publication
from publisher.finding import Finding, Severity
from publisher.site.audit._json_ld import pictures_in
from publisher.site.audit._sources import Sources, own_names

_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(.+)", re.IGNORECASE)
_PICTURE_METAS = frozenset({"og:image", "twitter:image"})
# What a numbered page of a listing is called: listings.py.
_NUMBERED = re.compile(r"(^|/)page/\d+/$")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the page writes it, and the URL without fragment that it means from there."""

    written: str
    url: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file.

    `address` is relative to the site's root. `links` lead readers on; `parts` are URLs of what
    the page needs (styles, scripts, films), `pictures` of what it shows or names as its picture.
    `leads_to` is where a page leads by itself that stands only for a former address. `is_vacant`
    is one that only says that nothing is there.
    """

    address: str
    language: str
    title: str
    description: str
    links: tuple[Link, ...]
    parts: tuple[str, ...]
    pictures: tuple[str, ...]
    ids: frozenset[str]
    leads_to: str | None
    is_vacant: bool

    @property
    def is_own(self) -> bool:
        """Whether it stands for something of its own: no redirect, no second page of a list."""
        numbered = _NUMBERED.search(self.address)
        own = self.leads_to is None and not self.is_vacant
        return own and not numbered and self.address != "404.html"


@dataclass(frozen=True)
class Site:
    """All pages by address, and where the words on them were written."""

    publication: Publication
    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file, from the site's root."""
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self.folder).as_posix() for file in found)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its address, in the order of addresses."""
        paths = (path for path in self.files if path.endswith(".html"))
        read = (self._page(path) for path in sorted(paths, key=_address))
        return {page.address: page for page in read}

    @cached_property
    def sources(self) -> Sources:
        """Where things were written."""
        return Sources(self.publication)

    def address(self, url: str) -> str | None:
        """A URL's address relative to the site's root, as files are named; None for outside."""
        home = self.publication.site_url
        if url != home.rstrip("/") and not url.startswith(home):
            return None
        return unquote(url[len(home) :].partition("?")[0])

    def file(self, address: str) -> str | None:
        """The file that a server like GitHub Pages gives at an address; None for a 404."""
        below = f"{address}/".lstrip("/") if address and not address.endswith("/") else address
        candidates = (address, f"{address}.html", f"{below}index.html")
        return next((path for path in candidates if path in self.files), None)

    def page(self, url: str) -> Page | None:
        """The page of this site at a URL."""
        address = self.address(url)
        path = self.file(address) if address is not None else None
        return self.pages.get(_address(path)) if path else None

    def links(self) -> Iterator[tuple[Page, Link]]:
        """Every link, with the page that it stands on."""
        for page in self.pages.values():
            for link in page.links:
                yield page, link

    def words(self, page: Page, link: Link) -> str:
        """How a link within the site stands in the source of its page; empty where it does not."""
        ways = (link.written, *own_names(link.url, link.fragment))
        return self.sources.first(self.sources.path(page.address), ways)

    def finding(  # noqa: PLR0913 - what a finding is made of, by name
        self, check: str, severity: Severity, page: Page, *, words: str, message: str, fix: str
    ) -> Finding:
        """A finding at the `words` in the source of `page`, or at its beginning."""
        path = self.sources.path(page.address)
        place = self.sources.place(path, words) or self.sources.beginning(page.address)
        return Finding(check, severity, path, *place, message, fix)

    def _page(self, path: str) -> Page:
        address = _address(path)
        parser = HTMLParser(encoding="utf-8", huge_tree=True)
        html = (self.folder / path).read_bytes().strip() or b"<html></html>"
        root = document_fromstring(html, parser=parser)
        return _read(root, address, self.publication.url(address))


def _address(path: str) -> str:
    inner = path.removesuffix("index.html")
    return inner if path == "index.html" or inner.endswith("/") else path


def _read(root: HtmlElement, address: str, url: str) -> Page:
    """One walk through the document: a site has thousands of them."""
    found = _Found(url)
    for element in root.iter():
        if isinstance(element.tag, str):  # neither a comment nor a processing instruction
            found.take(element)
    return Page(
        address,
        root.get("lang", ""),
        " ".join((root.findtext(".//title") or "").split()),
        found.metas.get("description", ""),
        tuple(found.links),
        tuple(found.parts),
        tuple(found.pictures),
        frozenset(found.ids),
        found.leads_to,
        root.find("body[@class='kind-unavailable']") is not None,
    )


class _Found:
    """What has been seen of a page so far."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.metas: dict[str, str] = {}
        self.links: list[Link] = []
        self.parts: list[str] = []
        self.pictures: list[str] = []
        self.ids: list[str] = []
        self.leads_to: str | None = None

    def take(self, element: HtmlElement) -> None:
        if element.get("id"):
            self.ids.append(element.get("id", ""))
        match element.tag:
            case "a" | "area":
                self._link(element.get("href"))
            case "meta":
                self._meta(element)
            case "img" | "source":
                self.pictures += self._shown(element)
            case "link" if "icon" in element.get("rel", "").split():
                self.pictures += self._absolute(element.get("href"))
            case "link" | "script" if element.get("type") == "application/ld+json":
                self.pictures += pictures_in(element.text or "")
            case "link" | "script" | "video" | "audio" | "track":
                self.parts += self._absolute(element.get("href") or element.get("src"))
                self.pictures += self._absolute(element.get("poster"))

    def _link(self, written: str | None) -> None:
        for joined in self._absolute(written):
            url, fragment = urldefrag(joined)
            self.links.append(Link(written or "", url, unquote(fragment)))

    def _meta(self, element: HtmlElement) -> None:
        name = element.get("name") or element.get("property") or ""
        content = element.get("content", "").strip()
        self.metas[name] = content
        if name in _PICTURE_METAS:
            self.pictures += self._absolute(content)
        if element.get("http-equiv", "").lower() == "refresh" and (to := _REFRESH.match(content)):
            self.leads_to = urljoin(self.url, to[1].strip())

    def _shown(self, element: HtmlElement) -> Iterator[str]:
        yield from self._absolute(element.get("src"))
        for candidate in re.split(r",\s+", element.get("srcset", "")):
            yield from self._absolute(candidate.strip().partition(" ")[0])

    def _absolute(self, written: str | None) -> list[str]:
        if not written or not written.strip():
            return []
        try:
            return [urljoin(self.url, written.strip())]
        except ValueError:  # `http://[` and the like lead nowhere
            return []
