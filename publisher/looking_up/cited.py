"""The works that an article cites: those in its list, behind its links and in its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from publisher.citing import reference_for
from publisher.content.article import Article
from publisher.content.blocks import body_passages
from publisher.content.filling import located_in
from publisher.content.identifiers import identifiers
from publisher.content.located import Place
from publisher.content.passages import Kind
from publisher.content.prose import mask, targets
from publisher.content.publication import Publication
from publisher.content.references import Reference
from publisher.content.source import Source, read_source

# How an identifier is told from one of another kind.
_PREFIXES = {"pmid": "pmid:", "pmc": "PMC", "nct": "NCT", "isbn": "isbn:"}
# No paragraph that people write names more works.
_MOST = 50


def cited(publication: Publication, article: Article) -> Iterator[tuple[Place, Reference]]:
    """Yield each work that an article lists, links to or names by identifier, and its first place.

    What is listed comes first, pages without an identifier too.
    """
    source = read_source(publication.root, publication.root / article.path)
    located = located_in(source.text) if isinstance(source, Source) else None
    seen: set[str] = set()
    for number, work in enumerate(article.references):
        place = located.place(("references", number)) if located else (1, 1)
        keys = (work.doi, work.pmid, work.pmcid, work.nct, work.isbn, work.url)
        seen.update(key.casefold() for key in keys if key)
        yield place, work
    for place, work in (*_linked(article), *_named(article)):
        key = work.key.partition(":")[2].casefold()
        if key not in seen:
            seen.add(key)
            yield place, work


def _linked(article: Article) -> Iterator[tuple[Place, Reference]]:
    """Yield the works that links lead to by identifier; other links are `--site`'s to look at."""
    for target in targets(article.body):
        work = _identified(target.address)
        if work and not work.url:
            yield (article.body_line + target.line - 1, target.column), work


def _named(article: Article) -> Iterator[tuple[Place, Reference]]:
    """Yield the works whose identifier stands in the words of the text and its notes."""
    body = mask(article.body)
    for passage in body_passages(article.path, body, article.body_line, article.language):
        if passage.kind not in {Kind.ADDRESS, Kind.CODE}:
            for each in islice(identifiers(passage.text), _MOST):
                work = _identified(f"{_PREFIXES.get(each.sign, '')}{each.value}")
                if work and each.is_right:
                    yield passage.place(each.start), work


def _identified(key: str) -> Reference | None:
    try:
        return reference_for(key)
    except ValueError:
        return None
