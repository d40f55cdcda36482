"""The pictures that stand for an article where others link to it.

Networks show its share card, search engines its lead picture in three shapes. An article without
a lead picture shares these with its pillar: docs/decisions/0007.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.finding import Finding, Severity
from publisher.site import renditions
from publisher.site.addresses import picture_url
from publisher.site.card_files import Cropped, Drawn
from publisher.site.card_words import pillar_wording, wording
from publisher.site.drawing.design import CARD, Look
from publisher.site.drawing.fonts import unset
from publisher.site.drawing.layout import Size
from publisher.site.pictures import RASTER, cache_of, measure
from publisher.site.places import line_of
from publisher.site.views import Picture

# https://developers.google.com/search/docs/appearance/structured-data/article: one picture in
# each of these shapes, of 50,000 pixels at least; 1,200 wide for the largest previews.
SHAPES: dict[str, Size] = {"1x1": (1200, 1200), "4x3": (1200, 900), "16x9": (1200, 675)}
_FEWEST_PIXELS = 50_000

# Fonts that a publication brings along, for scripts that the packages lack.
FONTS = "fonts"


@dataclass(frozen=True)
class Cards:
    """The cards of one publication; `theme` is the folder that holds the brand's pictures."""

    publication: Publication
    theme: Path

    @cached_property
    def brand(self) -> Picture:
        """The brand's own picture.

        Raises FileNotFoundError, in words for who sets the publication up, when there is none.
        """
        settings = self.publication.settings
        measured = measure(self.theme / settings.picture, cache_of(self.publication))
        if measured is None:
            message = f"publisher.picture: there is no picture {self.theme / settings.picture}"
            raise FileNotFoundError(message)
        alt = settings.picture_alt or self.publication.name
        return Picture(
            settings.picture, measured.width, measured.height, measured.mime, alt, measured.size
        )

    def of(self, article: Article) -> Picture:
        """An article's card; its lead picture, else the brand's, where none can be drawn."""
        card = self._card(article)
        return card.served if card else lead(self.publication, article) or self.brand

    def crops(self, article: Article) -> tuple[Picture, ...]:
        """What search engines show of an article: square, 4:3, 16:9."""
        return tuple(shape.served for shape in self._shapes(article))

    def files(self) -> dict[str, Callable[[], bytes]]:
        """Address → what makes the bytes, of every card and crop of what is current."""
        pictures = chain.from_iterable(map(self._pictures, self.publication.current))
        cache = cache_of(self.publication)
        return {picture.address: partial(picture.made, cache) for picture in pictures}

    def url_and_alt(self, article: Article) -> tuple[str, str]:
        """The absolute URL and the alternative text of an article's card."""
        picture = self.of(article)
        return picture_url(self.publication, picture), picture.alt

    def file(self, article: Article) -> Path | io.BytesIO:
        """The card's picture, to be opened."""
        if card := self._card(article):
            return io.BytesIO(card.made(cache_of(self.publication)))
        return self._lead_file(article) or self.theme / self.publication.settings.picture

    def findings(self) -> Iterator[Finding]:
        """Articles whose words no font here can set."""
        for article in self.publication.articles:
            words = wording(self.publication, article, self._fonts)
            letter = unset(words.text, words.language, words.fonts)
            if letter and not article.is_withdrawn:
                message = f"no font here has `{letter}`, so this article has no card of its own"
                fix = f"put an open font that has it, as a .ttf file, into the folder {FONTS}/"
                line = line_of(self.publication.root / article.path, "title:")
                told = (article.path, line, 1, message, fix)
                yield Finding("social-card", Severity.WARNING, *told)

    def _pictures(self, article: Article) -> Iterator[Drawn | Cropped]:
        if card := self._card(article):
            yield card
        yield from self._shapes(article)

    def _card(self, article: Article) -> Drawn | None:
        words = wording(self.publication, article, self._fonts)
        if article.is_withdrawn or unset(words.text, words.language, words.fonts):
            return None
        own = lead(self.publication, article)
        address = f"cards/{article.slug}.png"
        return Drawn(address, words, self._look, CARD, self._lead_file(article), own)

    def _shapes(self, article: Article) -> Iterator[Drawn | Cropped]:
        if article.is_withdrawn:
            return
        own, file = lead(self.publication, article), self._lead_file(article)
        large = own and min(own.width, own.height) ** 2 >= _FEWEST_PIXELS
        for name, shape in SHAPES.items():
            if own and file and large:
                address = f"cards/{article.slug}/{name}.jpg"
                yield Cropped(address, file, self._look, shape, own)
            else:
                words = pillar_wording(self.publication, article, self._fonts)
                address = f"cards/pillars/{article.pillar or 'none'}-{article.language}-{name}.png"
                yield Drawn(address, words, self._look, shape)

    def _lead_file(self, article: Article) -> Path | None:
        path = article.lead_picture
        found = path and lead(self.publication, article)
        return self.publication.root / path if path and found else None

    @cached_property
    def _look(self) -> Look:
        """The brand as cards wear it."""
        settings = self.publication.settings
        return Look(settings.brand.colour, self.theme / settings.organisation.logo)

    @cached_property
    def _fonts(self) -> Path | None:
        folder = self.publication.root / FONTS
        return folder if folder.is_dir() else None


def lead(publication: Publication, article: Article) -> Picture | None:
    """An article's lead picture; None without one, or where networks could not show it."""
    path = article.lead_picture
    if path is None or article.is_withdrawn:
        return None
    shown = renditions.picture(publication, path, article.alt or "", renditions.LEAD)
    if shown is None or shown.mime not in RASTER:
        return None
    return replace(shown, caption=article.caption or "", credit=article.credit or "")
