"""A page whose description another page of the same language has already.

Warning: in a list of search results nobody can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._repeated import repeated
from publisher.site.audit._site import Site

CHECK = "form-duplicate-description"

_FIX = "write a description that says what only this page holds"


def find(site: Site) -> Iterator[Finding]:
    """Each page that repeats the description of one before it, in the order of addresses."""
    for page, before in repeated(site, lambda page: page.description):
        named = before.address or "the front page"
        message = f"`{page.address}` has the same description as `{named}`"
        words = "description:" if site.sources.is_text(page.address) else ""
        yield site.finding(CHECK, Severity.WARNING, page, words=words, message=message, fix=_FIX)
