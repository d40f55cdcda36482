"""The whole site before it is rendered: pages, files to copy, and where each goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from publisher.content.publication import Publication
from publisher.site.cards import Cards
from publisher.site.files import file_addresses
from publisher.site.listings import views
from publisher.site.views import View
from publisher.site.words import words


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page: the file it seems to come from (relative to content/), its HTML, its view."""

    source: str
    html: str
    view: View


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that will stand in the site, by address relative to its root.

    `copies` maps a file's path relative to content/ to its address; `redirects` maps a former
    address to the HTML that leads on.
    """

    publication: Publication
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
    site = SitePlan(publication)
    sources = {page.slug: page for page in publication.pages}
    for view in views(publication, cards.brand, cards.of):
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
    site.redirects.update(_redirects(site))
    return site


def _below_content(publication: Publication, path: str) -> str:
    return path.removeprefix(f"{publication.content}/")


def _redirects(site: SitePlan) -> Iterator[tuple[str, str]]:
    taken = {view.address for view in site.views}
    for view in site.views:
        for alias in view.article.aliases if view.article else ():
            address = alias if alias.endswith(".html") else alias.rstrip("/") + "/"
            if address not in taken:
                file = address if address.endswith(".html") else f"{address}index.html"
                yield file, _redirect(site.publication, view)


def _redirect(publication: Publication, view: View) -> str:
    say = words(view.language).say
    url = escape(publication.url(view.address))
    return (
        f'<!doctype html>\n<html lang="{view.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(say('moved'))}</title>\n"
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{url}">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n</head>\n<body>\n'
        f'<p>{escape(say("moved_to"))} <a href="{url}">{escape(view.title)}</a>.</p>\n'
        "</body>\n</html>\n"
    )
