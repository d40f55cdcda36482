"""Pages of one language that say the same where each should say its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publisher.site.audit._site import Page, Site


def repeated(site: Site, said: Callable[[Page], str]) -> Iterator[tuple[Page, Page]]:
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
