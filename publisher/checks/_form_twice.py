"""What two texts of one language say in the same words, where each should have its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publisher.checks._document import Found, document
from publisher.content.article import Article, Status
from publisher.content.pages import StandingPage
from publisher.content.publication import Publication
from publisher.content.source import Source, read_source

Text = Article | StandingPage


def twice(
    publication: Publication, key: str, said: Callable[[Text], str | None]
) -> Iterator[Found]:
    """Yield each text that says under `key` what one before it says, in the order of paths.

    What was withdrawn shows neither.
    """
    first: dict[tuple[str, str], str] = {}
    for text in sorted(_texts(publication), key=lambda each: each.path):
        words = " ".join((said(text) or "").split()).casefold()
        before = first.setdefault((_language(publication, text), words), text.path)
        if words and before != text.path:
            message = f"{before} has the same {key}, so nobody can tell the two apart in a list"
            fix = f"write a {key} that says what only this page holds"
            yield Found(text.path, _place(publication, text.path, key), message, fix)


def _texts(publication: Publication) -> Iterator[Text]:
    yield from (each for each in publication.articles if each.status is not Status.WITHDRAWN)
    yield from publication.pages


def _language(publication: Publication, text: Text) -> str:
    return text.lang or publication.settings.language


def _place(publication: Publication, path: str, key: str) -> tuple[int, int]:
    source = read_source(publication.root, publication.root / path)
    return document(source, publication).place(key) if isinstance(source, Source) else (1, 1)
