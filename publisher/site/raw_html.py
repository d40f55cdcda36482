"""Raw HTML in a text, made well-formed and harmless.

An HTML5 parser reads it and writes it anew, so that an unclosed tag cannot spill over the page.
What runs, loads or asks for input (scripts, frames, forms, event handlers, inline styles) is
left out: a page of ours sends nobody's data anywhere. Obsolete attributes go, for the theme says
how things look (https://html.spec.whatwg.org/multipage/obsolete.html).
"""

from __future__ import annotations

import re

import nh3

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
_ALIGNED = re.compile(
    r"(<(?:td|th|p|div|h[1-6])\b[^>]*?)\salign=([\"']?)(left|center|right)\2", re.IGNORECASE
)
_ID = re.compile(r' id="([^"]*)"')
_ANCHOR = re.compile(r"(<a\b[^>]*?\s)name=", re.IGNORECASE)


def tidy(html: str) -> str:
    """`html`, well-formed, with only what a reader needs in it."""
    html = _ANCHOR.sub(r"\1id=", html)
    html = _ALIGNED.sub(lambda found: f'{found[1]} class="align-{found[3].lower()}"', html)
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=_WHOLE,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-"},
        link_rel=None,
    )
    return _each_id_once(clean)


def _each_id_once(html: str) -> str:
    seen: set[str] = set()

    def once(found: re.Match[str]) -> str:
        usable = found[1] not in seen and not re.search(r"\s|^$", found[1])
        seen.add(found[1])
        return found[0] if usable else ""

    return _ID.sub(once, html)


def left_out(markdown: str) -> list[tuple[str, int]]:
    """(Tag or attribute, offset) of all in a text, code masked, that `tidy` leaves out."""
    found = []
    for tag in re.finditer(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s>/])([^<>]*)>", markdown):
        if tag[1].lower() not in TAGS | {"br", "hr", "center", "strike", "tt", "font", "acronym"}:
            found.append((f"<{tag[1].lower()}>", tag.start()))
        found += [(name[1], tag.start()) for name in re.finditer(r"\s(on[a-z]+)\s*=", tag[2])]
    return found
