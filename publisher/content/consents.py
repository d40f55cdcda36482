"""Which consents still hold on the day on which a publication is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from publisher.content.article import Article
from publisher.content.parts import Consent
from publisher.content.publication import Publication


class Lapse(NamedTuple):
    """A consent that no longer holds: its place in `article.consent`, and why.

    Where it was taken back, `revoked` is the first day of that and `path` the article that says so.
    """

    number: int
    revoked: date | None = None
    path: str = ""


def lapsed(publication: Publication, article: Article) -> tuple[Lapse, ...]:
    """What has run out or was taken back of an article's consents.

    A record that was taken back is so wherever it is named: in a translation, too.
    """
    if not article.consent:
        return ()
    day = publication.today
    elsewhere = _revoked(publication, day)
    return tuple(
        Lapse(number, *_why(article, each, elsewhere, day))
        for number, each in enumerate(article.consent)
        if each.has_lapsed(day) or each.record in elsewhere
    )


def _why(
    article: Article, consent: Consent, elsewhere: Mapping[str, tuple[date, str]], day: date
) -> tuple[date | None, str]:
    if consent.revoked and consent.revoked <= day:
        return consent.revoked, article.path
    return elsewhere.get(consent.record or "", (None, ""))


def _revoked(publication: Publication, day: date) -> dict[str, tuple[date, str]]:
    """Record → the first day on which it was taken back, and the article that says so."""
    found = sorted(
        (each.revoked, other.path, each.record)
        for other in publication.articles
        for each in other.consent
        if each.record and each.revoked and each.revoked <= day
    )
    return {record: (revoked, path) for revoked, path, record in reversed(found)}


def lapsed_original(publication: Publication, article: Article) -> Article | None:
    """The article of which this one is a translation, if a consent to that no longer holds."""
    wanted = article.translation_of
    originals = (other for other in publication.articles if wanted and other.id == wanted)
    return next((each for each in originals if lapsed(publication, each)), None)


def must_go(publication: Publication, article: Article) -> bool:
    """Whether nothing of an article may be out any more, for a consent that no longer holds."""
    return bool(lapsed(publication, article) or lapsed_original(publication, article))


def lapsed_pictures(publication: Publication) -> dict[str, str]:
    """Path of each file that such an article shows → the article's path."""
    gone = (each for each in publication.articles if must_go(publication, each))
    return {file: each.path for each in gone for file in each.pictures.values()}
