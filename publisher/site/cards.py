"""The picture that stands for an article where others link to it: its lead, else the brand's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.site import renditions
from publisher.site.addresses import absolute
from publisher.site.pictures import RASTER, cache_of, measure
from publisher.site.views import Picture


@dataclass(frozen=True)
class Cards:
    """The cards of one publication; `theme` is the folder that holds the brand's picture."""

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
        """An article's lead picture, else the brand's."""
        return lead(self.publication, article) or self.brand

    def url_and_alt(self, article: Article) -> tuple[str, str]:
        """The absolute URL and the alternative text of an article's card."""
        picture = self.of(article)
        return absolute(self.publication, picture.address), picture.alt

    def file(self, article: Article) -> Path:
        """Where the card's picture lies on disk."""
        if article.lead_picture and lead(self.publication, article):
            return self.publication.root / article.lead_picture
        return self.theme / self.publication.settings.picture


def lead(publication: Publication, article: Article) -> Picture | None:
    """An article's lead picture; None without one, or where networks could not show it."""
    path = article.lead_picture
    if path is None or article.is_withdrawn:
        return None
    shown = renditions.picture(publication, path, article.alt or "", renditions.LEAD)
    return shown if shown and shown.mime in RASTER else None
