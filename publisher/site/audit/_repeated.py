"""Pages of one language that say the same where each should say its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publisher.finding import Finding, Severity
from publisher.site.audit._site import Page, Site


def repetitions(site: Site, check: str, key: str, said: Callable[[Page], str]) -> Iterator[Finding]:
    """A warning for each page that repeats what one before it says under the front matter's `key`.

    In the order of addresses.
    """
    fix = f"write a {key} that says what only this page holds"
    for page, before in _repeated(site, said):
        named = before.address or "the front page"
        message = f"`{page.address}` has the same {key} as `{named}`"
        words = f"{key}:" if site.sources.is_text(page.address) else ""
        yield site.finding(check, Severity.WARNING, page, words=words, message=message, fix=fix)


def _repeated(site: Site, said: Callable[[Page], str]) -> Iterator[tuple[Page, Page]]:
    """Each page that says what another said before it, with that other.

    Redirects and the further pages of a list are left out; a translation has another language.
    """
    first: dict[tuple[str, str], Page] = {}
    for page in site.pages.values():
        text = " ".join(said(page).split()).casefold()
        if text and page.is_own:
            before = first.setdefault((page.language, text), page)
            if before is not page:
                yield page, before
