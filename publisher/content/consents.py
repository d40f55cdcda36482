"""Which consents still hold on the day on which a publication is read."""

from __future__ import annotations

from datetime import date

from publisher.content.article import Article
from publisher.content.publication import Publication


def lapsed(publication: Publication, article: Article) -> tuple[int, ...]:
    """The places in `article.consent` of what has run out or was taken back.

    A record that was taken back is so wherever it is named: in a translation, too.
    """
    if not article.consent:
        return ()
    day = today(publication)
    revoked = {
        each.record
        for other in publication.articles
        for each in other.consent
        if each.record and each.revoked and each.revoked <= day
    }
    return tuple(
        number
        for number, each in enumerate(article.consent)
        if each.has_lapsed(day) or each.record in revoked
    )


def today(publication: Publication) -> date:
    """The day it is in the publication's time zone."""
    return publication.as_of.astimezone(publication.settings.zone).date()
