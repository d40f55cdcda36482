"""An article's HTML as it may leave its page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

from publisher.content.source import NOT_XML

_ADDRESSES = frozenset({"href", "src", "poster", "cite", "data"})
_FOREIGN = frozenset({"script", "style", "form", "template"})

# One candidate of https://html.spec.whatwg.org/multipage/images.html#srcset-attributes: an
# address, which neither begins nor ends with a comma, then up to the next comma its descriptors.
_CANDIDATE = re.compile(r"([\s,]*)([^\s,](?:\S*[^\s,])?)(,|[^,]*)")

# Tags of a whole document have no place in a part of one, and would end it early.
_FRAME = re.compile(r"</?(?:html|head|body)\b[^>]*>", re.IGNORECASE)

# Empty elements that came with HTML 5; the serialiser, which knows HTML 4, closes them.
_EMPTY_CLOSED = re.compile(r"</(?:source|track|wbr)>")


def absolute_html(html: str, base_url: str) -> str:
    """`html` for a reader elsewhere: every address absolute, nothing that only works on our page.

    Scripts in every form, styles, forms, comments and the anchors beside headings are left
    out, and so is every character that XML 1.0 does not allow.
    """
    fragment = _FRAME.sub("", NOT_XML.sub("", html))
    document = f"<html><body>{fragment}</body></html>".encode()
    root = document_fromstring(document, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    elements: list[HtmlElement] = list(root.iter())
    for element in elements:
        if _is_foreign(element):
            element.drop_tree()
        else:
            _mend(element, base_url)
    body = tostring(root.find("body"), encoding="unicode", with_tail=False)
    inner = body.removeprefix("<body>").removesuffix("</body>")
    return NOT_XML.sub("", _EMPTY_CLOSED.sub("", inner)).strip()


def _is_foreign(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):  # a comment or a processing instruction
        return True
    return element.tag in _FOREIGN or "headerlink" in element.get("class", "").split()


def _mend(element: HtmlElement, base_url: str) -> None:
    for name, value in element.items():
        if name in _ADDRESSES:
            element.set(name, _join(base_url, value))
        elif name == "srcset":
            candidates = _CANDIDATE.findall(value)
            element.set(name, "".join(a + _join(base_url, url) + z for a, url, z in candidates))
        elif name.startswith("on"):
            del element.attrib[name]


def _join(base_url: str, address: str) -> str:
    address = address.strip()
    try:
        joined = urljoin(base_url, address)
    except ValueError:  # `http://[` and the like lead nowhere from our page either
        return base_url
    return base_url if joined.lower().startswith("javascript:") else joined
