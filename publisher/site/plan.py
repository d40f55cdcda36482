"""The whole site before it is rendered: pages, files to copy, and where each goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from publisher.content.publication import Publication
from publisher.site.cards import Cards, lead
from publisher.site.files import file_addresses, named
from publisher.site.listings import views
from publisher.site.markdown import Rendering
from publisher.site.pictures import cache_of, published
from publisher.site.redirects import redirects
from publisher.site.renditions import film_poster, portrait, rendered
from publisher.site.views import Rendition, View


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page: the file it seems to come from (relative to content/), its HTML, its view."""

    source: str
    html: str
    view: View


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that will stand in the site, by address relative to its root.

    `made` maps an address to what makes the bytes of the file there, which is called when the
    file is written and not before: all pictures at once would fill the memory. `redirects` maps
    a former address to the HTML that leads on.
    """

    publication: Publication
    pages: list[PlannedPage] = field(default_factory=list)
    made: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)

    @property
    def views(self) -> list[View]:
        """Every page's view, in the order of the plan."""
        return [page.view for page in self.pages]


def plan(rendering: Rendering, theme: Path) -> SitePlan:
    """Plan the site of what was rendered; the folder `theme` holds the brand's picture.

    Raises FileNotFoundError when the brand's picture is not there.
    """
    publication, html = rendering.publication, rendering.html
    cards = Cards(publication, theme)
    site = SitePlan(publication)
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
    site.made.update(_files(publication, rendering.renditions))
    site.made.update(cards.files())
    site.redirects.update(redirects(publication, site.views, theme).files)
    return site


def _files(
    publication: Publication, shown: Iterable[Rendition]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(Address, what makes its bytes) of every file that pages show, cleaned and in all widths."""
    cache = cache_of(publication)
    for path, address in file_addresses(publication).items():
        yield address, partial(published, publication.root / path, cache)
    shows = (lead, film_poster)
    leads = (show(publication, article) for show in shows for article in publication.current)
    faces = (portrait(publication, person) for _, person in named(publication))
    pictures = [picture for picture in (*leads, *faces) if picture]
    for rendition in {*shown, *(each for picture in pictures for each in picture.renditions)}:
        yield rendition.address, partial(rendered, publication, rendition)


def _below_content(publication: Publication, path: str) -> str:
    return path.removeprefix(f"{publication.content}/")
