"""The whole site before it is rendered: pages, files to copy, and where each goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from publisher.content.publication import Publication
from publisher.site.cards import Cards
from publisher.site.files import file_addresses
from publisher.site.listings import views
from publisher.site.redirects import redirects
from publisher.site.views import View


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page: the file it seems to come from (relative to content/), its HTML, its view."""

    source: str
    html: str
    view: View


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that will stand in the site, by address relative to its root.

    `cards` are drawn once the pages are written. `copies` maps a file's path relative to content/
    to its address; `redirects` maps a former address to the HTML that leads on.
    """

    publication: Publication
    cards: Cards
    pages: list[PlannedPage] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)

    @property
    def views(self) -> list[View]:
        """Every page's view, in the order of the plan."""
        return [page.view for page in self.pages]


def plan(publication: Publication, html: Mapping[str, str], theme: Path) -> SitePlan:
    """Plan the site of `publication`; `html` is each text's by its path, `theme` a folder.

    The theme's folder holds the brand's picture.

    Raises FileNotFoundError when the brand's picture is not there.
    """
    cards = Cards(publication, theme)
    site = SitePlan(publication, cards)
    sources = {page.slug: page for page in publication.pages}
    for found in views(publication, cards.brand, cards.of):
        view = replace(found, crops=cards.crops(found.article)) if found.article else found
        if view.article:
            path = view.article.path
        elif view.kind == "page":
            path = sources[view.address.rstrip("/")].path
        else:
            path = f"{publication.content}/{view.address}index.md"
        source = _below_content(publication, path)
        site.pages.append(PlannedPage(source, html.get(path, ""), view))
    for path, address in file_addresses(publication).items():
        site.copies[_below_content(publication, path)] = address
    site.redirects.update(redirects(publication, site.views, theme).files)
    return site


def _below_content(publication: Publication, path: str) -> str:
    return path.removeprefix(f"{publication.content}/")
