"""What a hold keeps from readers: nothing new appears by itself while it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from publisher.content.article import Article, Pillar


@dataclass(frozen=True, slots=True)
class Freeze:
    """A hold that stands `since`, None where that cannot be told.

    `out` are the ids of the articles that were out before; None where nobody has kept that.
    Statements are what a hold is for: it keeps none of them back.
    """

    since: datetime | None
    out: Collection[str] | None = None

    def hides(self, article: Article) -> bool:
        """Whether it keeps back a page that the article's date would bring out by itself.

        An article without a date comes out only because somebody merges it.
        """
        if article.date is None or article.pillar is Pillar.STATEMENT:
            return False
        return self.is_new(article) if self.since is None else article.published > self.since

    def is_new(self, article: Article) -> bool:
        """Whether an article came meanwhile: it has a page, which nothing leads to yet."""
        if self.out is None or article.id is None or article.pillar is Pillar.STATEMENT:
            return False
        return article.id not in self.out
