"""Published articles that seem to have come back under a new id: everything hangs on the old one.

Somebody renames a file by hand, or copies it, and writes a new id. Feeds and ledger would take it
for a new article, and announce it a second time.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from publisher.content.article import Article
from publisher.social.records import Published

# How much of an address must have stayed for two to be alike.
_ALIKE = 0.7


def replaced(articles: Iterable[Article], published: Mapping[str, Published]) -> dict[str, str]:
    """What to do about each article that looks like one whose id is gone, by its path."""
    listed = list(articles)
    ids = {article.id for article in listed}
    # An id is gone too from where it lay, if a copy took it along and the file there has another.
    here = {article.path: article.id for article in listed}
    gone = {
        key: about
        for key, about in published.items()
        if key not in ids or here.get(about.path, key) != key
    }
    new = [article for article in listed if article.id and article.id not in published]
    found = {article.path: _alike(article, gone) for article in new}
    return {path: said for path, said in found.items() if said}


def _alike(article: Article, gone: Mapping[str, Published]) -> str | None:
    for key, about in sorted(gone.items()):
        alike = difflib.SequenceMatcher(None, article.slug, about.slug).ratio() >= _ALIKE
        if article.path == about.path or alike:
            return _words(article, key, about)
    # With another name and title the date is what is left: who says that they were out then, and
    # was not seen, is likely to be the one that was.
    date = article.published if article.date is not None else None
    seen = [(about.since, key) for key, about in gone.items() if date and date <= about.since]
    return _words(article, min(seen)[1], gone[min(seen)[1]]) if seen else None


def _words(article: Article, key: str, about: Published) -> str:
    lines = [f"`id: {key}`"]
    if article.slug != about.slug:
        lines.append(f"`aliases: [articles/{about.slug}/]`")
    return (
        f"it looks like {about.path}, which was published and is gone; write {' and '.join(lines)} "
        f"above it, or if it is another article, `publisher release {article.slug}`"
    )
