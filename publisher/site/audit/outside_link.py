"""A link to another site that leads nowhere any more, or somewhere else for good.

Warning for a page that is gone, a server that does not answer or a certificate that is not valid;
notice for a page that has moved for good. Neither fails anything: the other site may be back
tomorrow. Told is only what stands in a text of ours, so not the compose addresses of networks.
Servers that turn programs away (401, 403, 405, 406, 429, 451, 999) or are busy (503) say nothing
of the page. A DOI is asked of doi.org alone. Good answers hold for 30 days, bad ones for one:
`.cache/publisher/outside-links.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publisher.finding import Finding, Severity
from publisher.site.audit import _memory
from publisher.site.audit._asking import UNTRUSTED, Verdict, ask
from publisher.site.audit._site import Page, Site

CHECK = "form-outside-link"

# So many are asked in one run, which then takes a few minutes at most; the next one goes on.
LIMIT = 300

_SILENT = frozenset({401, 403, 405, 406, 429, 451, 503, 999})

Places = dict[str, tuple[Page, str]]


def find(site: Site) -> Iterator[Finding]:
    """What was found of each address, at the first place where it is written."""
    places: Places = {}
    for url, place in _places(site):
        places.setdefault(url, place)
    root, today = site.publication.root, site.publication.as_of.date()
    known = _memory.recall(root, today)
    unknown = sorted(url for url in places if url not in known)
    asked = ask(unknown[:LIMIT], site.publication.site_url)
    if asked and not any(verdict.status for verdict in asked.values()):
        yield _offline(next(iter(asked.values())), len(asked))
        asked = {}
    else:
        yield from _left(len(unknown[LIMIT:]))
    known |= {url: (today, verdict) for url, verdict in asked.items()}
    if asked:
        _memory.remember(root, known)
    yield from _told(site, places, known)


def _places(site: Site) -> Iterator[tuple[str, tuple[Page, str]]]:
    """Each URL, once for each source, with the page that links to it and the words there."""
    seen: set[tuple[str, str]] = set()
    for page, link in site.links():
        path = site.sources.path(page.address)
        if (path, link.url) in seen or not link.url.startswith(("http://", "https://")):
            continue
        seen.add((path, link.url))
        if site.address(link.url) is None and (words := site.sources.written(path, link.url)):
            yield link.url, (page, words)


def _told(site: Site, places: Places, known: dict[str, tuple[date, Verdict]]) -> Iterator[Finding]:
    for url, (page, words) in places.items():
        if url in known and (told := _judged(url, known[url][1])):
            severity, message, fix = told
            yield site.finding(CHECK, severity, page, words=words, message=message, fix=fix)


def _judged(url: str, verdict: Verdict) -> tuple[Severity, str, str] | None:
    """How much it weighs, what was found and what to write instead; None where all is well."""
    if verdict.status in _SILENT or (verdict.is_good and not verdict.moved_to):
        return None
    if verdict.is_good:
        return Severity.NOTICE, f"{url} has moved for good", f"write {verdict.moved_to}"
    if verdict.status in (0, UNTRUSTED):
        return Severity.WARNING, f"{url}: {verdict.problem}", "look whether it is still there"
    message = f"{url} leads nowhere: the answer has status {verdict.status}"
    return Severity.WARNING, message, "find where the page is now, or link to a copy of it"


def _offline(verdict: Verdict, number: int) -> Finding:
    message = f"no other site could be reached ({verdict.problem}); links not looked at: {number}"
    return _general(message, "check again when the network is there")


def _left(number: int) -> Iterator[Finding]:
    if number:
        message = f"links to other sites that are left for the next run: {number}"
        yield _general(message, "run the same command again")


def _general(message: str, fix: str) -> Finding:
    return Finding(CHECK, Severity.NOTICE, "mkdocs.yml", 1, 1, message, fix)
