"""A link to a former address, and a former address that leads to another one.

Warning: each step costs the reader on a slow network a second, and search engines stop following
after a few. Links to other sites that have moved are told by `form-outside-link`.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._site import Link, Page, Site

CHECK = "form-redirect-chain"


def find(site: Site) -> Iterator[Finding]:
    """Each such link once in a page, and each such former address."""
    told: set[tuple[str, str]] = set()
    for page, link in _all(site):
        via = site.page(link.url)
        if via is None or via.leads_to is None or (page.address, via.address) in told:
            continue
        told.add((page.address, via.address))
        goal = site.address(via.leads_to)
        message = f"`{via.address}` is a former address, and leads on to `{goal}`"
        fix = f"write the file that stands there now, or {via.leads_to}"
        words = page.address if page.leads_to else site.words(page, link)
        yield site.finding(CHECK, Severity.WARNING, page, words=words, message=message, fix=fix)


def _all(site: Site) -> Iterator[tuple[Page, Link]]:
    """Links that readers follow; of a redirect page, what it leads to by itself."""
    for page in site.pages.values():
        if page.leads_to:
            yield page, Link(page.leads_to, page.leads_to, "")
        else:
            yield from ((page, link) for link in page.links)
