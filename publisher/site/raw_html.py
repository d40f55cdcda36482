"""Raw HTML in a text, made well-formed and harmless.

An HTML5 parser reads it and writes it anew, so that an unclosed tag cannot spill over the page.
What runs, loads or asks for input (scripts, frames, forms, event handlers, inline styles) is
left out: a page of ours sends nobody's data anywhere. Obsolete attributes go, for the theme says
how things look (https://html.spec.whatwg.org/multipage/obsolete.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

import nh3

from publisher.content.article import Article
from publisher.content.pages import StandingPage
from publisher.content.prose import mask
from publisher.content.publication import Publication
from publisher.content.source import position
from publisher.finding import Finding, Severity
from publisher.site.addresses import as_pasted

_MEDIA = {"audio", "video", "source", "track", "picture"}
TAGS = (nh3.ALLOWED_TAGS | _MEDIA | {"tfoot"}) - {
    "acronym", "center", "strike", "tt", "rtc", "nav", "header", "footer", "hgroup",
}  # fmt: skip

_EVERYWHERE = {"id", "class", "lang", "dir", "title", "role", "hidden", "translate"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "hreflang", "rel", "type", "download"},
    "abbr": set(),
    "audio": {"src", "controls", "preload"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "div": {"tabindex"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "ins": {"cite", "datetime"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "source": {"src", "srcset", "sizes", "type", "media", "width", "height"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "video": {"src", "controls", "preload", "poster", "width", "height"},
}
# Their content is code, not text.
_WHOLE = {"script", "style", "noscript", "template", "iframe", "object"}
# Their words stay, only the element goes.
_REWRITTEN = {"center", "strike", "tt", "font", "acronym", "nav", "header", "footer", "hgroup"}
# Of these the checks form-script and form-embed tell more.
_TOLD = {
    "applet", "base", "button", "datalist", "embed", "form", "frame", "iframe", "input", "link",
    "meta", "noscript", "object", "option", "portal", "script", "select", "style", "template",
    "textarea",
}  # fmt: skip
_TAG = re.compile(r"<(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?=[\s>/])(?P<rest>[^<>]*)>")
_ALIGNED = re.compile(
    r"(<(?:td|th|p|div|h[1-6])\b[^>]*?)\salign=([\"']?)(left|center|right)\2", re.IGNORECASE
)
_REMOTE_IMAGE = re.compile(
    r"<img\b[^>]*?\ssrc\s*=\s*([\"']?)(?P<address>(?:https?:)?//[^\"'\s>]+)\1[^>]*>", re.IGNORECASE
)
_ALT = re.compile(r"\salt\s*=\s*([\"'])(?P<alt>.*?)\1", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_ANCHOR = re.compile(r"(<a\b[^>]*?\s)name=", re.IGNORECASE)


def tidy(html: str) -> str:
    """`html`, well-formed, with only what a reader needs in it."""
    html = _REMOTE_IMAGE.sub(_as_link, html)
    html = _ANCHOR.sub(r"\1id=", html)
    html = _ALIGNED.sub(lambda found: f'{found[1]} class="align-{found[3].lower()}"', html)
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=_WHOLE,
        attributes=_ATTRIBUTES,
        attribute_filter=_valid,
        generic_attribute_prefixes={"aria-"},
        link_rel=None,
    )
    return _each_id_once(clean)


def _as_link(image: re.Match[str]) -> str:
    words = _ALT.search(image[0])
    address = escape(image["address"])
    return f'<a href="{address}">{(words and words["alt"]) or address}</a>'


def _valid(tag: str, attribute: str, value: str) -> str | None:
    """An attribute as it may stand; None for what would be fetched from another server."""
    fetched = tag != "a" and attribute in {"src", "srcset", "poster"}
    if fetched and "//" in value:
        return None
    if attribute == "tabindex" and value != "0":
        return None  # the order in which a keyboard goes is that of the page
    return as_pasted(value) if attribute in {"href", "src", "poster", "cite"} else value


def _each_id_once(html: str) -> str:
    seen: set[str] = set()

    def once(found: re.Match[str]) -> str:
        usable = found[1] not in seen and not re.search(r"\s|^$|^page:", found[1])
        seen.add(found[1])
        return found[0] if usable else ""

    return _ID.sub(once, html)


def unshown(publication: Publication) -> Iterator[Finding]:
    """A warning for each element that `tidy` leaves out; the words around it are shown."""
    texts: list[Article | StandingPage] = [*publication.articles, *publication.pages]
    for text in texts:
        for name, offset in _left_out(mask(text.body)) if "<" in text.body else ():
            line, column = position(text.body[:offset])
            message = f"`<{name}>` is not shown: it is none of the elements that pages have"
            fix = "say in words what it is for"
            line += text.body_line - 1
            yield Finding("form-html", Severity.WARNING, text.path, line, column, message, fix)


def _left_out(markdown: str) -> Iterator[tuple[str, int]]:
    """(Element, offset) of what is left out, in order; code is masked."""
    for tag in _TAG.finditer(markdown):
        name = tag["name"].lower()
        if name not in TAGS | _REWRITTEN | _TOLD:
            yield name, tag.start()
