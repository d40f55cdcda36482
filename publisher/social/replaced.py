"""Published articles that seem to have come back under a new id: everything hangs on the old one.

Somebody renames a file by hand, or copies it, and writes a new id, or none. Feeds and ledger would
take it for a new article, and announce it a second time.
"""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publisher.content.article import Article, Status
from publisher.finding import Severity
from publisher.social.records import Published
from publisher.social.snapshot import Snapshot
from publisher.social.snippets import Fault

# How much of an address must have stayed for two to be alike.
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that looks like the published one `about`, whose id `key` is gone.

    `named` is whether its place or name is alike, and not its date alone.
    """

    article: Article
    key: str
    about: Published
    named: bool = True

    @property
    def message(self) -> str:
        """What was found."""
        return f"it looks like {self.about.path}, which was published and is gone"

    @property
    def fix(self) -> str:
        """The lines to write, or what a person says if this is another article."""
        own = self.article.id is not None
        lines = f"`id: {self.key}`" + (" in the place of its own" if own else "")
        if self.article.slug != self.about.slug:
            lines += f" and `aliases: [articles/{self.about.slug}/]`"
        other = f", or if it is another article, `publisher release {self.article.slug}`"
        return f"write {lines}{other if own else ''}"


def replaced(articles: Iterable[Article], published: Mapping[str, Published]) -> dict[str, Copy]:
    """Each article that looks like one whose id is gone, by its path."""
    listed = list(articles)
    ids = {article.id for article in listed}
    # An id is gone too from where it lay, if a copy took it along and the file there has another.
    here = {article.path: article.id for article in listed}
    gone = {
        key: about
        for key, about in published.items()
        if key not in ids or here.get(about.path, key) != key
    }
    found = (_alike(article, gone) for article in listed if _is_new(article, published))
    return {copy.article.path: copy for copy in found if copy}


def faults(
    articles: Iterable[Article], snapshot: Snapshot, unread: Container[str]
) -> Iterator[Fault]:
    """Yield what the check says of each, but where a person has decided about its posts.

    `unread` are the paths of articles that are there and cannot be read: their ids are not gone.
    A date alone is no error: it only keeps an announcement back, until a person has said so.
    """
    published = {k: about for k, about in snapshot.articles.items() if about.path not in unread}
    decided = {key.article for key in snapshot.posts}
    for path, copy in replaced(articles, published).items():
        if copy.named and copy.article.id not in decided:
            where = ("front-matter-id-lost", Severity.ERROR, path, "id")
            yield Fault(*where, copy.message, copy.fix)


def _is_new(article: Article, published: Mapping[str, Published]) -> bool:
    if article.id is None:
        return article.status is not Status.DRAFT
    return article.id not in published


def _alike(article: Article, gone: Mapping[str, Published]) -> Copy | None:
    for key, about in sorted(gone.items()):
        alike = difflib.SequenceMatcher(None, article.slug, about.slug).ratio() >= _ALIKE
        if article.path == about.path or alike:
            return Copy(article, key, about)
    # With another name and title the date is what is left: who says that they were out then, and
    # was not seen, is likely to be the one that was.
    date = article.published if article.date is not None else None
    seen = [(about.since, key) for key, about in gone.items() if date and date <= about.since]
    return Copy(article, min(seen)[1], gone[min(seen)[1]], named=False) if seen else None
