"""What can be searched, and by what it can be narrowed down: each language by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from publisher.content.article import Article, Audience, Pillar
from publisher.content.pages import StandingPage
from publisher.content.publication import Publication
from publisher.site.words import words

FOLDER = "search/index/"

# Articles in one index. At 1,000 a search costs a reader 120 KB; 10,000 in one index cost its
# maker a minute and 3.9 GB, and ten indexes of 1,000 cost a reader 340 KB.
LIMIT = 2_000

# Chinese, Japanese and Thai are written without spaces: Pagefind would take a clause for a word.
# The page's script takes the same characters apart in what a reader looks for.
_UNSPACED = re.compile("[\u0e01-\u0e30\u3040-\u30ff\u3400-\u9fff]")
_TAG_OR_UNSPACED = re.compile(f"<[^<>]*>|({_UNSPACED.pattern})")

# What stands in a text and is no part of it: marks of footnotes, and the way back from them.
_MARKS = re.compile(
    r'<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>|<!--.*?-->', re.DOTALL
)
_REST = r"""\b(?:[^<>"']|"[^"]*"|'[^']*')*>"""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup"
    rf"|time|u|var|wbr){_REST}"
)
_BLOCK = re.compile(rf"</?(?!h[2-6]\b)[a-z][a-z0-9]*{_REST}")


Text = Article | StandingPage


@dataclass(frozen=True, slots=True)
class Shard:
    """One index: a name that stays while years go by, and its articles, the oldest first."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search down; `options` are (value, label)."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def shards(articles: Iterable[Article], limit: int) -> list[Shard]:
    """The indexes of `articles`, the newest first: whole years, filled up from the oldest.

    A year that is past stays where it is, so that its index stays what it is. Only a single
    year can hold more than `limit`.
    """
    groups: list[list[Article]] = []
    ordered = sorted(articles, key=lambda article: (article.published, article.path))
    for _, year in groupby(ordered, key=lambda article: article.published.year):
        own = list(year)
        if groups and len(groups[-1]) + len(own) <= limit:
            groups[-1] += own
        else:
            groups.append(own)
    return [Shard(str(group[0].published.year), tuple(group)) for group in reversed(groups)]


def indexes(publication: Publication, language: str) -> dict[str, list[Text]]:
    """Folder of each index in one language → what it holds; the newest first, with the pages."""
    first = publication.settings.language
    pages = [page for page in publication.pages if (page.lang or first) == language]
    own = (article for article in publication.current if article.language == language)
    newest, *older = shards(own, LIMIT) or [Shard("pages", ())]
    held: dict[str, list[Text]] = {newest.name: [*newest.articles, *pages]}
    held |= {shard.name: [*shard.articles] for shard in older}
    return {f"{FOLDER}{language}/{name}/": texts for name, texts in held.items() if texts}


def facets(publication: Publication, language: str) -> Iterator[Facet]:
    """By what the articles in one language can be narrowed down, in that language's words."""
    say = words(language).say
    used: dict[str, set[str]] = {}
    for article in publication.current:
        if article.language == language:
            for name, values in _filters(publication, article).items():
                used.setdefault(name, set()).update(values)
    labels: dict[str, dict[str, str]] = {
        "topic": {key: t.name.in_language(language) for key, t in publication.topics.items()},
        "pillar": {pillar.value: say(f"pillar_{pillar}") for pillar in Pillar},
        "audience": {audience.value: say(f"audience_{audience}") for audience in Audience},
        "year": {year: year for year in sorted(used.get("year", ()), reverse=True)},
    }
    for name, known in labels.items():
        options = tuple((value, known[value]) for value in known if value in used.get(name, ()))
        if options:
            yield Facet(name, say(f"search_{name}"), options)


def document(publication: Publication, text: Text, html: str) -> str:
    """What Pagefind reads of one text, whose rendered HTML is `html`: words and headings."""
    facts = [_fact("meta", "title", text.title)]
    if isinstance(text, Article):
        facts += _facts(publication, text)
    description = escape(text.description or "")
    body = _BLOCK.sub(" ", _INLINE.sub("", _MARKS.sub("", html)))
    return f"<html><body>{''.join(facts)}<p>{_spaced(description)}</p>{_spaced(body)}</body></html>"


def _facts(publication: Publication, article: Article) -> Iterator[str]:
    language = article.language
    authors = [p.name.in_language(language) for _, p in publication.authors_of(article)]
    topics = [t.name.in_language(language) for _, t in publication.topics_of(article)]
    yield _fact("meta", "date", article.published.date().isoformat())
    yield _fact("meta", "authors", words(language).several(authors))
    yield _fact("meta", "topics", ", ".join(topics))
    for name, values in _filters(publication, article).items():
        for value in values:
            yield _fact("filter", name, value)


def _filters(publication: Publication, article: Article) -> Mapping[str, Sequence[str]]:
    return {
        "topic": [key for key, _ in publication.topics_of(article)],
        "pillar": [article.pillar] if article.pillar else [],
        "audience": article.audience,
        "year": [str(article.published.year)],
    }


def _fact(kind: str, name: str, value: str) -> str:
    """https://pagefind.app/docs/metadata and https://pagefind.app/docs/filtering."""
    said = escape(_spaced(value) if kind == "meta" else value)
    return f'<i data-pagefind-{kind}="{name}[title]" title="{said}"></i>'


def _spaced(html: str) -> str:
    """Each character that is written without spaces by itself; tags are left alone."""
    if not _UNSPACED.search(html):
        return html
    return _TAG_OR_UNSPACED.sub(lambda found: f" {found[1]} " if found[1] else found[0], html)
