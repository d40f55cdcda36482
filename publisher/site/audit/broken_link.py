"""A link, or a file that a page needs, that leads to nothing on this site; or to no such heading.

Error. What stands on many pages (a menu) is told once, with how many they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._site import Link, Page, Site

CHECK = "form-broken-link"

_FIX = "correct the address, or take the link out"
# Addresses of https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment
# and https://wicg.github.io/scroll-to-text-fragment/ for which there need be no element.
_ANYWHERE = ("", "top", ":~:")


def find(site: Site) -> Iterator[Finding]:
    """Each link to nowhere once in a source, or once at all if it is in none."""
    told: dict[tuple[str, str], list[tuple[Page, Link, str]]] = {}
    for page, link in _all(site):
        if problem := _problem(site, link):
            words = site.words(page, link)
            source = site.sources.path(page.address) if words else ""
            told.setdefault((source, problem), []).append((page, link, words))
    for (source, problem), places in told.items():
        page, _, words = places[0]
        others = len({place[0].address for place in places}) - 1
        more = f", and {others} more pages do" if others and not source else ""
        message = f"{page.address or 'the front page'} leads to {problem}{more}"
        yield site.finding(CHECK, Severity.ERROR, page, words=words, message=message, fix=_FIX)


def _all(site: Site) -> Iterator[tuple[Page, Link]]:
    yield from site.links()
    for page in site.pages.values():
        for url in page.parts:
            yield page, Link(url, url.partition("#")[0], "")


def _problem(site: Site, link: Link) -> str:
    """Where a link leads that is not there; empty for a good one and for one to elsewhere."""
    address = site.address(link.url)
    if address is None:
        return ""
    if site.file(address) is None:
        return f"`{address}`, which is not there"
    page = site.page(link.url)
    if page is None or link.fragment in page.ids or link.fragment.startswith(_ANYWHERE[2]):
        return ""
    if link.fragment in _ANYWHERE or page.leads_to:
        return ""
    return f"`{address}#{link.fragment}`, where nothing is called so"
