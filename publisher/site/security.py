"""The Content-Security-Policy of each page: what its browser may do, and nothing else.

It stands in a meta tag, for a static host sets no headers; `frame-ancestors` and `report-to` do
not count there (https://www.w3.org/TR/CSP3/#meta-element). Data for search engines is no script
and would not run; its hash is named all the same, for validators ask for it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from publisher.site.stylesheet import Style
from publisher.site.views import View

# Kinds of pages with a script of their own; every other page has none.
SCRIPTS = {"article": ("assets/copy.js",), "search": ("assets/search.js",)}


# For a page that shows its own words and no more.
NOTHING = "default-src 'none'"


def policy(view: View, data: str, style: Style) -> str:
    """The policy of one page; `data` is its structured data."""
    return "; ".join(_directives(view, data, style))


def _directives(view: View, data: str, style: Style) -> Iterator[str]:
    yield NOTHING
    yield "base-uri 'none'"
    yield "form-action 'self'" if view.kind == "search" else "form-action 'none'"
    yield " ".join(("style-src", _hash(style.pages), *(["'self'"] if style.fonts else [])))
    yield "font-src 'self'"
    yield "img-src 'self' data:" if style.is_drawn else "img-src 'self'"
    yield "media-src 'self'"
    yield " ".join(("script-src", *_scripts(view, data)))
    # No script of other pages fetches anything, but who looks after the site does, by the browser:
    # Lighthouse reads robots.txt from within the page.
    yield "connect-src 'self'"


def _scripts(view: View, data: str) -> Iterator[str]:
    yield _hash(data)
    if view.kind in SCRIPTS:
        yield "'self'"
    if view.kind == "search":
        yield "'wasm-unsafe-eval'"  # Pagefind searches with WebAssembly


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
