"""What the checks of the sign-off share: which articles they look at, and what is too long ago."""

from __future__ import annotations

from publisher.checks._document import Document, Found
from publisher.content.article import REVIEWED_PILLARS, Article, Pillar, Status

READ_AGAIN = "have it read again, then write the day in `reviewed` and a new day in `review_due`"


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


def long_ago(document: Document, article: Article, months: int) -> Found:
    """That the last review is so many months ago."""
    message = f"it was reviewed on {article.reviewed}, {months} months ago or more"
    return document.found(document.place("reviewed"), message, READ_AGAIN)
