"""A whole publication: everything below `content/`, read once, with all that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from publisher.content import rules
from publisher.content.article import Article, is_public
from publisher.content.front_matter import Located, read_yaml, validate
from publisher.content.pages import StandingPage
from publisher.content.people import Person
from publisher.content.prose import without_links, without_own_comments
from publisher.content.reading import ReadArticle, read_article, read_page
from publisher.content.source import error, files_below, read_source
from publisher.content.topics import Topic
from publisher.finding import Finding
from publisher.settings import PLACEHOLDER_SITE_URL, Settings

Entry = TypeVar("Entry", bound=BaseModel)

# Addresses at the site's root that the build itself fills.
RESERVED = frozenset(
    {"index", "articles", "topics", "people", "archive", "feeds", "assets", "search", "404"}
)


@dataclass(frozen=True)
class Publication:
    """What was written, as of one moment.

    `articles` are all that could be read, drafts too, newest first; `public` are those whose
    pages readers may see at `as_of`. `findings` are in the order of files and lines.
    """

    root: Path
    content: str
    name: str
    site_url: str
    settings: Settings
    as_of: datetime
    articles: tuple[Article, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    pages: tuple[StandingPage, ...] = ()
    findings: tuple[Finding, ...] = ()
    drafts: bool = False

    @cached_property
    def public(self) -> tuple[Article, ...]:
        """Articles with a page at `as_of`: ready or withdrawn, and their date has come."""
        if self.drafts:
            return self.articles
        return tuple(a for a in self.articles if is_public(a.status, a.published, self.as_of))

    @cached_property
    def current(self) -> tuple[Article, ...]:
        """Public articles that listings, feeds and posts may name: not the withdrawn."""
        return tuple(a for a in self.public if not a.is_withdrawn)

    @property
    def is_sample(self) -> bool:
        """Whether nothing here is meant for the world yet: no indexing, no posts."""
        return self.settings.sample or self.site_url == PLACEHOLDER_SITE_URL

    def url(self, address: str) -> str:
        """The absolute URL of an address relative to the site's root."""
        return self.site_url + address

    def url_of(self, article: Article) -> str:
        """An article's canonical URL."""
        return self.url(article.address)

    def authors_of(self, article: Article) -> list[tuple[str, Person]]:
        """An article's authors that are known, as (key, person), in byline order."""
        return [(key, self.people[key]) for key in article.authors if key in self.people]

    def topics_of(self, article: Article) -> list[tuple[str, Topic]]:
        """An article's topics that are known, as (key, topic)."""
        return [(key, self.topics[key]) for key in article.topics if key in self.topics]

    def translations_of(self, article: Article) -> tuple[Article, ...]:
        """Every current article that says the same, itself included, the original first."""
        origin = article.translation_of or article.id
        group = self._translations.get(origin, []) if origin else []
        return tuple(sorted(group, key=lambda a: (a.translation_of or "", a.language, a.path)))

    @cached_property
    def _translations(self) -> dict[str, list[Article]]:
        groups: dict[str, list[Article]] = {}
        for article in self.current:
            if origin := article.translation_of or article.id:
                groups.setdefault(origin, []).append(article)
        return groups


def load_publication(
    root: Path,
    settings: Settings,
    as_of: datetime,
    *,
    site_url: str = PLACEHOLDER_SITE_URL,
    name: str = "",
    content: str = "content",
    drafts: bool = False,
) -> Publication:
    """Read everything below `root/content`; what cannot be read is left out and told.

    With `drafts` everything counts as public, for a preview that nobody else sees.
    """
    root = root.resolve()
    name = name or settings.organisation.name
    site_url = site_url.rstrip("/") + "/"
    empty = Publication(root, content, name, site_url, settings, as_of, drafts=drafts)
    shelf = _Shelf()
    for entry in files_below(root, root / content):
        if isinstance(entry, Finding):
            shelf.findings.append(entry)
        elif entry.suffix == ".md":
            _read_markdown(entry, empty, shelf)
    for read, finding in list(rules.unique(shelf.articles)):
        shelf.findings.append(finding)
        shelf.articles = [other for other in shelf.articles if other is not read]
    people, told = _read_entries(root, root / content / "people.yml", Person)
    topics, told_too = _read_entries(root, root / content / "topics.yml", Topic)
    known = replace(empty, people=people, topics=topics, pages=tuple(shelf.pages))
    findings = [*shelf.findings, *told, *told_too, *_findings(shelf.articles, known)]
    articles = _with_living_links(shelf.articles, known)
    return replace(
        known,
        articles=tuple(sorted(articles, key=lambda a: (a.published, a.path), reverse=True)),
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
    )


@dataclass
class _Shelf:
    """What has been read so far."""

    articles: list[ReadArticle] = field(default_factory=list)
    pages: list[StandingPage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def _read_markdown(file: Path, publication: Publication, shelf: _Shelf) -> None:
    root, content, settings = publication.root, publication.content, publication.settings
    parts = file.relative_to(root / content).parts
    read: ReadArticle | StandingPage | list[Finding]
    if parts[0] == "articles" and len(parts) > 1:
        read = read_article(root, file, settings, publication.as_of)
    elif len(parts) == 1:
        read = read_page(root, file, RESERVED | set(settings.languages))
    else:
        message = f"this file is neither in {content}/articles/ nor directly in {content}/"
        fix = f"move it to {content}/articles/ if it is an article, else to {content}/"
        read = [error("form-place", file.relative_to(root).as_posix(), 1, message, fix)]
    if isinstance(read, ReadArticle):
        shelf.articles.append(read)
    elif isinstance(read, StandingPage):
        shelf.pages.append(read)
    else:
        shelf.findings += read


def _read_entries(
    root: Path, file: Path, model: type[Entry]
) -> tuple[dict[str, Entry], list[Finding]]:
    """people.yml or topics.yml; one bad entry does not spoil the others."""
    if not file.exists():
        return {}, []
    source = read_source(root, file)
    if isinstance(source, Finding):
        return {}, [source]
    located = read_yaml(source.path, source.text)
    if isinstance(located, list):
        return {}, located
    if not isinstance(located.data or {}, dict):
        return {}, validate(model, located)  # type: ignore[return-value] # no mapping, so findings
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for key, data in (located.data or {}).items():
        places = {(): located.place((key,))}
        places |= {keys[1:]: place for keys, place in located.places.items() if keys[:1] == (key,)}
        entry = validate(model, Located(source.path, data, places))
        if isinstance(entry, list):
            findings += entry
        else:
            entries[str(key)] = entry
    return entries, findings


def _findings(reads: Iterable[ReadArticle], publication: Publication) -> Iterator[Finding]:
    reads = list(reads)
    ids = {read.article.id: read.article for read in reads if read.article.id}
    linked = {meant for read in reads for _, meant in read.links}
    missing = {path for path in linked if not (publication.root / path).is_file()}
    for read in reads:
        yield from read.findings
        yield from rules.complete(read, publication.as_of)
        yield from rules.agreeing(read, publication.people, publication.topics, ids, missing)


def _with_living_links(reads: list[ReadArticle], publication: Publication) -> Iterator[Article]:
    """The articles; a link to what has no page (a draft, an embargo) leaves its words only."""
    living = {page.path for page in publication.pages} | {
        read.article.path
        for read in reads
        if publication.drafts
        or is_public(read.article.status, read.article.published, publication.as_of)
    }
    for read in reads:
        dead = [*read.dead, *(target for target, meant in read.links if meant not in living)]
        body = without_own_comments(without_links(read.article.body, dead))
        yield read.article.model_copy(update={"body": body})
