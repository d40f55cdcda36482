"""What the checks of the sign-off share: which articles they look at, and what day it is."""

from __future__ import annotations

from datetime import date

from publisher.checks._document import Document
from publisher.content.article import REVIEWED_PILLARS, Article, Pillar, Status
from publisher.content.publication import Publication


def finished(document: Document) -> Article | None:
    """The article, if it is `ready`: a draft is asked for nothing, a withdrawn one is over."""
    article = document.article
    return article if article and article.status is Status.READY else None


def reviewed(document: Document) -> Article | None:
    """The article, if it is `ready` and its pillar needs a second person's eyes."""
    article = finished(document)
    return article if article and article.pillar in REVIEWED_PILLARS else None


def lasting(document: Document) -> Article | None:
    """The same, but no statement, which is of its hour and must not wait for a form."""
    article = reviewed(document)
    return None if article and article.pillar is Pillar.STATEMENT else article


def today(publication: Publication) -> date:
    """The day it is in the publication's time zone."""
    return publication.as_of.astimezone(publication.settings.zone).date()
