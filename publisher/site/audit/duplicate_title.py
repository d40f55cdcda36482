"""A page whose title another page of the same language has already.

Warning: in a list of search results nobody can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._repeated import repeated
from publisher.site.audit._site import Site

CHECK = "form-duplicate-title"

_FIX = "write a title that says what only this page holds"


def find(site: Site) -> Iterator[Finding]:
    """Each page that repeats the title of one before it, in the order of addresses."""
    for page, before in repeated(site, lambda page: page.title):
        named = before.address or "the front page"
        message = f"`{page.address}` has the same title as `{named}`"
        words = "title:" if site.sources.is_text(page.address) else ""
        yield site.finding(CHECK, Severity.WARNING, page, words=words, message=message, fix=_FIX)
