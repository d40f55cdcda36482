"""An article to which only the lists lead, and a page to which nothing leads.

Notice for an article that no other article ("related" counts) and no standing page links to:
who reads on never meets it. Warning for a page that cannot be reached from the front page by links
at all. A withdrawn article is meant to be found no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._site import Page, Site

CHECK = "form-orphan"


def find(site: Site) -> Iterator[Finding]:
    """The orphans, in the order of addresses."""
    hidden = {article.address for article in site.publication.public if article.is_withdrawn}
    articles = {article.address for article in site.publication.current}
    texts = articles | {f"{page.slug}/" for page in site.publication.pages}
    led_to = _led_to(site)
    found = _reachable(led_to)
    leads = {to for address in texts for to in led_to.get(address, set()) - {address}}
    for page in site.pages.values():
        if page.leads_to or page.is_vacant or page.address in {"404.html", *hidden}:
            continue
        if page.address not in found:
            message = f"nothing leads from the front page to `{page.address}`"
            yield _told(site, page, Severity.WARNING, message, "link to it where it belongs")
        elif page.address in articles - leads:
            message = "only the lists lead to this article, no other article and no page"
            fix = "link to it from an article on the same subject, or give it that article's topic"
            yield _told(site, page, Severity.NOTICE, message, fix)


def _told(site: Site, page: Page, severity: Severity, message: str, fix: str) -> Finding:
    return site.finding(CHECK, severity, page, words="title:", message=message, fix=fix)


def _led_to(site: Site) -> dict[str, set[str]]:
    """Page → the pages to which it leads, by way of redirects too."""
    led_to: dict[str, set[str]] = {}
    for page, link in site.links():
        target = site.page(link.url)
        target = site.page(target.leads_to) if target and target.leads_to else target
        if target:
            led_to.setdefault(page.address, set()).add(target.address)
    return led_to


def _reachable(led_to: dict[str, set[str]]) -> set[str]:
    found, waiting = {""}, [""]
    while waiting:
        new = led_to.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
