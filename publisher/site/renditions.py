"""A picture in several widths, so that nobody loads more pixels than their screen shows.

WebP, which every browser of today shows: as AVIF the sample's pictures are a quarter smaller, but
take four times as long to make. Addresses follow from the bytes, so they may be kept for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from publisher.content.article import Article
from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.site.cleaning import in_width
from publisher.site.files import file_address
from publisher.site.pictures import MADE_WITH, RASTER, Measure, cache_of, measure
from publisher.site.views import Picture, Rendition

MIME = "image/webp"

# Widths in pixels. What is no wider than the first needs none.
TEXT = (480, 800, 1200, 1600)
LEAD = (360, 640, 800, 1200, 1600)
PORTRAIT = (160, 320)

# How wide pictures stand, by publication.css: in a column of text, above it, and on a front page.
IN_TEXT = "min(42rem, 100vw - 2.5rem)"
AS_LEAD = "min(62rem, 100vw - 2.5rem)"
AS_LEAD_TEASER = "(min-width: 52rem) min(58vw, 43rem), calc(100vw - 2.5rem)"

_SCALED = RASTER | {"image/avif"}


def picture(
    publication: Publication, path: str, alt: str, widths: tuple[int, ...] = TEXT
) -> Picture | None:
    """The file at `path`, from the root, as pages show it; None for what is no picture."""
    measured = measure(publication.root / path, cache_of(publication))
    if measured is None:
        return None
    made = tuple(_renditions(path, measured, widths))
    address = file_address(publication, path)
    return Picture(
        address, measured.width, measured.height, measured.mime, alt, measured.size, made
    )


def portrait(publication: Publication, person: Person) -> Picture | None:
    """A person's photograph; None without one that can be shown."""
    if not person.photo:
        return None
    return picture(publication, f"{publication.content}/{person.photo}", "", PORTRAIT)


def film_poster(publication: Publication, article: Article) -> Picture | None:
    """The picture that stands for an article's film; None without one that can be shown."""
    path = article.film_poster
    if path is None or article.film is None or article.is_withdrawn:
        return None
    return picture(publication, path, article.film.alt)


def rendered(publication: Publication, rendition: Rendition) -> bytes:
    """A rendition's bytes."""
    data = (publication.root / rendition.source).read_bytes()
    width = rendition.width
    make = lambda: in_width(data, width)  # noqa: E731 - one expression, kept or made
    return cache_of(publication).kept(make, MIME, MADE_WITH, str(width), data)


def preload(shown: Picture, root: str, sizes: str) -> Markup:
    """The element that lets a browser load the picture before it has read the page's style."""
    start = Markup('<link rel="preload" as="image" fetchpriority="high"')
    if not shown.renditions:
        return start + Markup(' href="{}{}">').format(root, shown.address)
    which = Markup(' type="{}" imagesrcset="{}" imagesizes="{}">')
    return start + which.format(MIME, shown.srcset(root), sizes)


def _renditions(path: str, measured: Measure, widths: tuple[int, ...]) -> Iterator[Rendition]:
    """In every width up to the picture's own, which is one of them unless it is very large."""
    if measured.moves or measured.mime not in _SCALED or measured.width <= widths[0]:
        return
    narrower = [width for width in widths if width < measured.width]
    own = [measured.width] if measured.width <= widths[-1] else []
    for width in (*narrower, *own):
        yield Rendition(f"pictures/{measured.digest[:16]}-{width}.webp", width, path)
