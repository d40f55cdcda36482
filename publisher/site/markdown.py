"""Articles and standing pages from Markdown to HTML, each by itself.

Beyond Python-Markdown's own extensions: a link to a file of the publication becomes a link to
its page; tables align by class instead of `style`, which a strict Content-Security-Policy
blocks; local pictures say their size, so that the page does not jump, come in several widths,
and load when they come near; headings begin at level 2, for the page's title is level 1, and
skip none. Figures, tables and quotations: figures.py, tables.py, quotes.py.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from publisher.content.article import Article
from publisher.content.pages import StandingPage
from publisher.content.prose import targets
from publisher.content.publication import Publication
from publisher.finding import Finding, Severity
from publisher.site.addresses import as_pasted
from publisher.site.figures import frame
from publisher.site.files import file_addresses
from publisher.site.quotes import lift
from publisher.site.raw_html import tidy
from publisher.site.renditions import IN_TEXT, MIME, picture
from publisher.site.tables import caption_tables, wrap_table
from publisher.site.views import Picture, Rendition
from publisher.site.words import words

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

Text = Article | StandingPage


@dataclass(frozen=True)
class Rendering:
    """The publication without what could not be rendered, and the HTML by source path.

    `renditions` are those of the pictures in the texts.
    """

    publication: Publication
    html: Mapping[str, str]
    renditions: frozenset[Rendition] = frozenset()


def render(
    publication: Publication,
    extensions: Sequence[Any],
    configs: Mapping[str, Any],
    step: Callable[[], None] = lambda: None,
) -> Rendering:
    """Render everything public; a text that Python-Markdown cannot take is withheld and told.

    `extensions` and `configs` are Python-Markdown's; `step` is called after each article.
    """
    renderer = Renderer(publication, tuple(extensions), configs)
    html: dict[str, str] = {}
    failed: list[Finding] = []
    shown = [article for article in publication.public if not article.is_withdrawn]
    texts: list[Text] = [*publication.pages, *shown]
    for text in texts:
        try:
            html[text.path] = renderer.html(text)
        except (Exception, RecursionError) as problem:  # noqa: BLE001 - one text never stops another
            failed.append(_unreadable(text, problem))
        step()
    gone = {finding.path for finding in failed}
    left = replace(
        publication,
        articles=tuple(a for a in publication.articles if a.path not in gone),
        pages=tuple(p for p in publication.pages if p.path not in gone),
        findings=tuple(sorted((*publication.findings, *failed), key=lambda f: f.sort_key)),
    )
    return Rendering(left, html, frozenset(renderer.renditions))


def _unreadable(text: Text, problem: BaseException) -> Finding:
    message = f"the text cannot be turned into a page ({type(problem).__name__})"
    fix = "look for quotes or lists nested many levels deep, or a broken web address"
    return Finding("form-markdown", Severity.ERROR, text.path, text.body_line, 1, message, fix)


def address_of(text: Text) -> str:
    """The address of a text's page relative to the site's root."""
    return text.address if isinstance(text, Article) else f"{text.slug}/"


def _language_of(text: Text, publication: Publication) -> str:
    if isinstance(text, Article):
        return text.language
    return text.lang or publication.settings.language


@dataclass
class Renderer:
    """Python-Markdown set up once; setting it up anew costs more than a short text."""

    publication: Publication
    extensions: tuple[Any, ...]
    configs: Mapping[str, Any]
    source: str = ""
    address: str = ""
    language: str = ""
    renditions: set[Rendition] = field(default_factory=set)
    _markdown: Markdown | None = field(default=None, repr=False)

    def html(self, text: Text) -> str:
        """The HTML of one text, its links relative to the page's own address."""
        self.source = text.path
        self.address = address_of(text)
        self.language = _language_of(text, self.publication)
        markdown = self._markdown or Markdown(
            extensions=[*self.extensions, _Ours(self)],
            extension_configs=dict(self.configs),
            output_format="html",
        )
        self._markdown = None  # a text that breaks off leaves it in an unknown state
        html = markdown.reset().convert(self._with_served_html(text.body))
        raw = markdown.htmlStash.html_counter > 0
        self._markdown = markdown
        return tidy(html) if raw else html

    def _with_served_html(self, body: str) -> str:
        """`body` with the addresses in its raw HTML as the page must say them.

        What shows a file that is not served goes: a picture whole, of a link or film the address.
        """
        if "<" not in body:
            return body
        places = [(*t.cuts[0][:2], t.address) for t in targets(body) if t.kind == "html"]
        for start, end, address in sorted(places, reverse=True):
            written = body[start:end]
            kept = "" if self.is_dead(address) else written.replace(address, self.served(address))
            body = body[:start] + kept + body[end:]
        return body

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Source path → address, of every page and file that is published."""
        texts: list[Text] = [*self.publication.public, *self.publication.pages]
        return {text.path: address_of(text) for text in texts} | file_addresses(self.publication)

    def meant(self, url: str) -> str | None:
        """The source path that a relative address in the text means; None for any other."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        folder = posixpath.dirname(self.source)
        return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))

    def is_dead(self, url: str) -> bool:
        """Whether `url` means a text or file of the publication that readers do not get."""
        source = self.meant(url)
        return source is not None and source not in self.addresses and self._is_file(source)

    def _is_file(self, source: str) -> bool:
        """Whether a file is meant, there or not, rather than an address of the site."""
        named = posixpath.splitext(source)[1]
        return bool(named) or Path(self.publication.root, source).is_file()

    def root(self) -> str:
        """What leads from the page to the site's root."""
        return "../" * self.address.count("/")

    def shown(self, url: str, alt: str) -> Picture | None:
        """The picture that `url` means; None for what is no picture of the publication."""
        source = self.meant(url)
        if source is None or source not in self.addresses:
            return None
        found = picture(self.publication, source, alt)
        self.renditions.update(found.renditions if found else ())
        return found

    def served(self, url: str) -> str:
        """`url` as the page must say it."""
        if "\x02" in url:  # Python-Markdown's mark for a mail address that it hides from robots
            return url
        source = self.meant(url)
        if source is None or source not in self.addresses:
            return as_pasted(url)
        parts = urlsplit(url)
        target = posixpath.relpath(self.addresses[source] or ".", self.address or ".")
        slash = "/" if self.addresses[source].endswith("/") or not self.addresses[source] else ""
        return urlunsplit(("", "", quote(target) + slash, parts.query, parts.fragment))


class _Ours(Extension):
    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        # Below `toc` (5), so that identifiers are given to headings first; above `unescape` (0).
        md.treeprocessors.register(_Tidy(md, self.renderer), "publisher", 4)


class _Tidy(Treeprocessor):
    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, root: Element) -> None:
        say = words(self.renderer.language)
        framed = {inner for figure in root.iter("figure") for inner in figure.iter("p")}
        caption_tables(root, say)
        for element in list(root.iter()):  # some change in their place
            if element.tag == "p" and element not in framed:
                frame(element, say)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "a" and (href := element.get("href")):
                self._link(element, href)
            elif element.tag in ("td", "th"):
                _align(element)
            elif element.tag == "table":
                wrap_table(element, say)
            elif element.tag == "blockquote":
                lift(element, self.renderer.language)
        _nest_headings(root)

    def _link(self, link: Element, href: str) -> None:
        if self.renderer.is_dead(href):
            link.tag = "span"  # to a text or file that is not public: only its words stay
            link.attrib.clear()
        else:
            link.set("href", self.renderer.served(href))

    def _picture(self, image: Element) -> None:
        address, alt = image.get("src", ""), image.get("alt", "")
        if re.match(r"(https?:)?//", address):
            image.tag = "a"  # another server would learn who reads the page
            image.attrib.clear()
            image.set("href", self.renderer.served(address))
            image.text = alt or address
            return
        if self.renderer.is_dead(address):
            image.tag, image.text = "span", alt
            image.attrib.clear()
            return
        image.attrib.pop("credit", None)
        image.set("loading", "lazy")
        image.set("decoding", "async")
        image.set("src", self.renderer.served(address))
        if shown := self.renderer.shown(address, alt):
            image.set("width", str(shown.width))
            image.set("height", str(shown.height))
            if shown.renditions:
                _in_widths(image, shown, self.renderer.root())


def _in_widths(image: Element, shown: Picture, root: str) -> None:
    """Put a `<picture>` with all widths around `image`, in its place."""
    inner = Element("img", image.attrib)
    tail = image.tail
    image.clear()
    image.tag, image.tail = "picture", tail
    source = SubElement(image, "source", type=MIME, srcset=shown.srcset(root), sizes=IN_TEXT)
    source.tail = None
    image.append(inner)


def _align(cell: Element) -> None:
    style = cell.attrib.pop("style", "")
    if found := re.fullmatch(r"text-align: (left|center|right);?", style):
        cell.set("class", f"align-{found[1]}")


def _headings(root: Element) -> Iterator[Element]:
    return (e for e in root.iter() if e.tag in _HEADINGS)


def _nest_headings(root: Element) -> None:
    """Give headings levels that begin at 2 and skip none, in the order the author gave them."""
    above: list[int] = []
    for heading in _headings(root):
        level = int(heading.tag[1])
        above = [*(other for other in above if other < level), level]
        heading.tag = f"h{min(6, 1 + len(above))}"
