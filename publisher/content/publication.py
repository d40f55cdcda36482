"""A whole publication: everything below `content/`, read once, with all that was found."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from publisher.content.addresses import Addresses
from publisher.content.article import Article, is_public
from publisher.content.clashes import as_address
from publisher.content.entries import read_entries, read_people
from publisher.content.freezing import Freeze
from publisher.content.masking import without_comments
from publisher.content.pages import StandingPage
from publisher.content.people import Person
from publisher.content.pointing import is_file
from publisher.content.prose import without_links
from publisher.content.reading import Read, Text, unshown
from publisher.content.rules import Known, agreeing, complete, language_and_links
from publisher.content.shelf import Shelf, read_shelf
from publisher.content.suppressions import without_headings_of_ours
from publisher.content.timing import times
from publisher.content.topics import Topic
from publisher.finding import Finding
from publisher.settings import PLACEHOLDER_SITE_URL, Settings

# The keys of people.yml or topics.yml; None when nobody can say which there are.
Keys = AbstractSet[str] | None


class Vacancy(NamedTuple):
    """An address at which nothing may be read any more, relative to the site's root."""

    address: str
    language: str


@dataclass(frozen=True)
class Withheld:
    """What must not get out: paths of articles and pages, and what is left where some had stood.

    `pictures` are paths of files that no text shows any more.
    """

    paths: frozenset[str] = frozenset()
    vacant: tuple[Vacancy, ...] = ()
    pictures: frozenset[str] = frozenset()


NOTHING_WITHHELD = Withheld()


@dataclass(frozen=True)
class Publication:
    """What was written, as of one moment.

    `articles` are all that could be read, drafts too, newest first; `public` are those whose
    pages readers may see at `as_of`. `findings` are in the order of files and lines.
    `freeze` is the hold that stands, if one does; `void` says what was changed in articles, by
    path, after they were signed off. What is `withheld` has no page.
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
    freeze: Freeze | None = None
    void: Mapping[str, str] = field(default_factory=dict)
    withheld: Withheld = NOTHING_WITHHELD

    def shows(self, article: Article) -> bool:
        """Whether the article has a page: no draft, its date has come, and no hold freezes it."""
        if self.drafts:
            return True
        out = is_public(article.status, article.published, self.as_of)
        frozen = self.freeze is not None and self.freeze.hides(article)
        return out and not frozen and article.path not in self.withheld.paths

    @cached_property
    def public(self) -> tuple[Article, ...]:
        """Articles that have a page: ready or withdrawn, and their date has come."""
        return tuple(article for article in self.articles if self.shows(article))

    @cached_property
    def current(self) -> tuple[Article, ...]:
        """Public articles that listings, feeds and posts may name.

        Not the withdrawn, nor what is new while a hold stands.
        """
        shown = (a for a in self.public if not a.is_withdrawn)
        return tuple(a for a in shown if not (self.freeze and self.freeze.is_new(a)))

    @property
    def today(self) -> date:
        """The day it is in the publication's own time zone."""
        return self.as_of.astimezone(self.settings.zone).date()

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


def load_publication(  # noqa: PLR0913 - what mkdocs.yml says beside our settings, by name
    root: Path,
    settings: Settings,
    as_of: datetime,
    *,
    site_url: str = PLACEHOLDER_SITE_URL,
    name: str = "",
    content: str = "content",
    drafts: bool = False,
    freeze: Freeze | None = None,
    withheld: Withheld = NOTHING_WITHHELD,
) -> Publication:
    """Read everything below `root/content`; what cannot be read is left out and told.

    With `drafts` everything counts as public, for a preview that nobody else sees.
    """
    root = Path(os.path.realpath(root))
    name = name or settings.organisation.name
    site_url = site_url.rstrip("/") + "/"
    empty = Publication(
        root,
        content,
        name,
        site_url,
        settings,
        as_of,
        drafts=drafts,
        freeze=freeze,
        withheld=withheld,
    )
    return _filled(empty, read_shelf(root, content, settings, as_of))


def _filled(empty: Publication, shelf: Shelf) -> Publication:
    """The publication with all that has been read, each file held against the others."""
    folder = empty.root / empty.content
    gone = empty.withheld.paths
    shelf.pages = [replace(p, withheld=p.withheld or p.text.path in gone) for p in shelf.pages]
    unseen = empty.withheld.pictures
    shelf.articles = [unshown(read, unseen) for read in shelf.articles]
    shelf.pages = [unshown(read, unseen) for read in shelf.pages]
    people = read_people(empty.root, empty.content)
    topics = read_entries(empty.root, folder / "topics.yml", Topic)
    known = _known(empty, shelf, (people.named, topics.named))
    told = _told(shelf, known, empty)
    findings = {*shelf.findings, *people.findings, *topics.findings, *told}
    whole = [read for read in shelf.articles if not read.withheld]
    articles = [read.text.model_copy(update=_alive(read, known)) for read in whole]
    pages = [read for read in shelf.pages if not read.withheld]
    return replace(
        empty,
        articles=tuple(sorted(articles, key=lambda a: (a.published, a.path), reverse=True)),
        pages=tuple(read.text.model_copy(update=_alive(read, known)) for read in pages),
        people=people.fitting,
        topics=topics.fitting,
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
    )


def _known(publication: Publication, shelf: Shelf, keys: tuple[Keys, Keys]) -> Known:
    """What is there to be named, once all is read; `keys` are those of people and topics."""
    articles, pages = shelf.articles, [read.text for read in shelf.pages if not read.withheld]
    links = [link for read in articles for link in read.points.links]
    links += [link for read in shelf.pages for link in read.points.links]
    everyone = sorted(articles, key=lambda read: not read.withheld)
    shown = [read.text for read in articles if _has_page(read, publication)]
    living = {text.address for text in shown} | {f"{page.slug}/" for page in pages}
    living |= {as_address(alias) for text in shown for alias in text.aliases}
    return Known(
        people=keys[0],
        topics=keys[1],
        ids={read.text.id: read.text for read in everyone if read.text.id},
        languages=publication.settings.languages,
        missing={meant for _, meant in links if not is_file(publication.root, meant)},
        addresses=Addresses(
            site_url=publication.site_url,
            paths={*(text.path for text in shown), *(page.path for page in pages)},
            living=living,
            hidden={read.text.address for read in articles} - living,
            languages=frozenset(publication.settings.languages),
            people=keys[0],
            topics=keys[1],
        ),
    )


def _has_page(read: Read[Article], publication: Publication) -> bool:
    return publication.shows(read.text) and not read.withheld


def _told(shelf: Shelf, known: Known, empty: Publication) -> Iterator[Finding]:
    for read in shelf.articles:
        yield from complete(read, empty.as_of)
        yield from times(read.text, read.located, empty.settings.zone)
        yield from agreeing(read, known)
    for page in shelf.pages:
        yield from language_and_links(page, known)


def _alive(read: Read[Text], known: Known) -> dict[str, str]:
    """The body without comments, in whatever form; a link to what has no page is only its words."""
    points, addresses = read.points, known.addresses
    dead = [*points.dead]
    dead += [target for target, meant in points.links if meant not in addresses.paths]
    dead += [target for target in points.rooted if not addresses.has(target.site_path or "")]
    body = without_headings_of_ours(without_links(read.text.body, dead))
    return {"body": without_comments(body)}
