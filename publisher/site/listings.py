"""Which pages there are, and what each shows: a view for every address of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from publisher.content.article import Article
from publisher.content.pages import StandingPage
from publisher.content.people import Person
from publisher.content.publication import Publication, Vacancy
from publisher.site import feeds
from publisher.site.paging import parts
from publisher.site.views import Kind, Picture, View
from publisher.site.words import Words, words

# How many articles the front page shows below its lead story.
LATEST = 12


@dataclass(frozen=True)
class Edition:
    """What is public in one language: its words, the beginning of its addresses, its articles."""

    publication: Publication
    language: str
    brand: Picture

    @property
    def words(self) -> Words:
        """The words of this language."""
        return words(self.language)

    @property
    def prefix(self) -> str:
        """Empty for the publication's first language, else `es/`."""
        first = self.language == self.publication.settings.language
        return "" if first else f"{self.language}/"

    @property
    def articles(self) -> tuple[Article, ...]:
        """The current articles in this language, newest first."""
        return tuple(a for a in self.publication.current if a.language == self.language)

    @property
    def home(self) -> tuple[str, str]:
        """The first crumb of every page."""
        return (self.words.say("home"), self.prefix)

    def view(self, kind: Kind, address: str, title: str, description: str, **more: Any) -> View:
        """A view in this language; `more` are further fields of a view."""
        view = View(kind, self.prefix + address, title, description, self.language, self.brand)
        view = replace(view, **more)
        return replace(view, feeds=tuple(feeds.links(self.publication, view)))


def editions(publication: Publication, brand: Picture) -> list[Edition]:
    """One edition for the first language, and one for each other that has articles."""
    used = {article.language for article in publication.current}
    first, *others = publication.settings.languages
    others = [*others, *sorted(used - {first, *others})]
    return [Edition(publication, tag, brand) for tag in (first, *others) if tag in used | {first}]


def views(
    publication: Publication, brand: Picture, picture: Callable[[Article], Picture]
) -> list[View]:
    """Every page of the site but redirects, with what it shows."""
    all_editions = editions(publication, brand)
    listed: list[View] = []
    for edition in all_editions:
        listed += _home(edition)
        listed += _topics(edition)
        listed += _archive(edition)
        listed += _search(edition)
    first = all_editions[0]
    single = [*_people(first), _feeds(first), *(_page(first, page) for page in publication.pages)]
    articles = [_article(publication, a, brand, picture) for a in publication.public]
    vacant = [_vacant(publication, one, brand) for one in publication.withheld.vacant]
    return [*_with_alternates(listed, all_editions), *single, *articles, *vacant]


def _home(edition: Edition) -> Iterator[View]:
    name = edition.publication.name
    description = edition.publication.settings.description_in(edition.language)
    shown = edition.articles[: LATEST + 1]
    yield edition.view("home", "", name, description, articles=shown, crumbs=())


def _pages(edition: Edition, front: View, articles: Sequence[Article]) -> Iterator[View]:
    """A listing's front page, as given, and its numbered pages."""

    def at(number: int | None) -> str | None:
        if number is None:
            return None
        return front.address + (f"page/{number}/" if number else "")

    for part in parts(articles, edition.publication.settings.page_size):
        numbered = f" ({part.number})" if part.number else ""
        yield replace(
            front,
            address=at(part.number) or front.address,
            title=front.title + numbered,
            description=front.description + numbered,
            articles=part.things,
            older=at(part.older),
            newer=at(part.newer),
        )


def _topics(edition: Edition) -> Iterator[View]:
    say, language = edition.words.say, edition.language
    crumbs = (edition.home, (say("topics"), f"{edition.prefix}topics/"))
    used = [
        (key, topic)
        for key, topic in edition.publication.topics.items()
        if any(key in article.topics for article in edition.articles)
    ]
    yield edition.view(
        "topics",
        "topics/",
        say("topics"),
        say("topics_about"),
        crumbs=crumbs,
        entries=tuple(
            (
                topic.name.in_language(language),
                f"{edition.prefix}topics/{key}/",
                topic.description.in_language(language) if topic.description else "",
            )
            for key, topic in used
        ),
    )
    for key, topic in used:
        name = topic.name.in_language(language)
        about = topic.description.in_language(language) if topic.description else name
        here = (*crumbs, (name, f"{edition.prefix}topics/{key}/"))
        own = [article for article in edition.articles if key in article.topics]
        front = edition.view(
            "topic", f"topics/{key}/", name, about, topic=(key, topic), crumbs=here
        )
        yield from _pages(edition, front, own)


def _archive(edition: Edition) -> Iterator[View]:
    say = edition.words.say
    crumbs = (edition.home, (say("archive"), f"{edition.prefix}archive/"))
    years: dict[int, list[Article]] = {}
    for article in edition.articles:
        years.setdefault(article.published.year, []).append(article)
    yield edition.view(
        "archive",
        "archive/",
        say("archive"),
        say("archive_about"),
        crumbs=crumbs,
        entries=tuple(
            (str(year), f"{edition.prefix}archive/{year}/", edition.words.articles(len(own)))
            for year, own in years.items()
        ),
    )
    for year, own in years.items():
        title = say("articles_of", year=year)
        here = (*crumbs, (str(year), f"{edition.prefix}archive/{year}/"))
        front = edition.view("archive", f"archive/{year}/", title, title, crumbs=here)
        yield from _pages(edition, front, own)


def _search(edition: Edition) -> Iterator[View]:
    say = edition.words.say
    crumbs = (edition.home, (say("search"), f"{edition.prefix}search/"))
    yield edition.view("search", "search/", say("search"), say("search_about"), crumbs=crumbs)


def _people(edition: Edition) -> Iterator[View]:
    """The people who wrote or reviewed something public; nobody else leaves a trace."""
    publication, say = edition.publication, edition.words.say
    crumbs = (edition.home, (say("people"), "people/"))
    named = {key for a in publication.current for key in (*a.authors, a.reviewer) if key}
    shown = [(key, person) for key, person in publication.people.items() if key in named]
    yield edition.view(
        "people",
        "people/",
        say("people"),
        say("people_about"),
        crumbs=crumbs,
        entries=tuple(
            (
                full_name(person, edition.language),
                f"people/{key}/",
                person.role.in_language(edition.language) if person.role else "",
            )
            for key, person in shown
        ),
    )
    for key, person in shown:
        name = full_name(person, edition.language)
        about = person.bio or person.role
        own = [a for a in publication.current if key in a.authors]
        front = edition.view(
            "person",
            f"people/{key}/",
            name,
            about.in_language(edition.language) if about else say("articles_by", name=name),
            person=(key, person),
            crumbs=(*crumbs, (name, f"people/{key}/")),
        )
        yield from _pages(edition, front, own)


def full_name(person: Person, language: str) -> str:
    """`Name, RN, PhD` as a byline says it."""
    return ", ".join((person.name.in_language(language), *person.credentials))


def _feeds(edition: Edition) -> View:
    say = edition.words.say
    crumbs = (edition.home, (say("feeds"), "feeds/"))
    return edition.view("feeds", "feeds/", say("feeds"), say("feeds_about"), crumbs=crumbs)


def _page(edition: Edition, page: StandingPage) -> View:
    own = replace(edition, language=page.lang) if page.lang else edition
    crumbs = (own.home, (page.title, f"{page.slug}/"))
    view = own.view("page", "", page.title, page.description, crumbs=crumbs)
    return replace(view, address=f"{page.slug}/")


def _article(
    publication: Publication,
    article: Article,
    brand: Picture,
    picture: Callable[[Article], Picture],
) -> View:
    edition = Edition(publication, article.language, brand)
    crumbs: list[tuple[str, str]] = [edition.home]
    for key, topic in publication.topics_of(article)[:1]:
        if not article.is_withdrawn:
            crumbs.append(
                (topic.name.in_language(article.language), f"{edition.prefix}topics/{key}/")
            )
    crumbs.append((article.title, article.address))
    group = publication.translations_of(article)
    alternates = tuple((a.language, a.address) for a in group) if len(group) > 1 else ()
    view = edition.view(
        "article",
        "",
        article.title,
        edition.words.say("withdrawn") if article.is_withdrawn else article.description or "",
        article=article,
        crumbs=tuple(crumbs),
        picture=picture(article),
        alternates=alternates,
        indexed=not article.is_withdrawn,
    )
    return replace(view, address=article.address)


def _vacant(publication: Publication, vacancy: Vacancy, brand: Picture) -> View:
    """The page where an article had stood: it says that there is none, and no reason."""
    edition = Edition(publication, vacancy.language, brand)
    title = edition.words.say("unavailable")
    view = edition.view("unavailable", "", title, title, crumbs=(edition.home,), indexed=False)
    return replace(view, address=vacancy.address)


def _with_alternates(listed: list[View], all_editions: list[Edition]) -> Iterator[View]:
    """The front pages of listings, each with its equals in other languages."""
    prefixes = {edition.language: edition.prefix for edition in all_editions}
    groups: dict[str, list[View]] = {}
    for view in listed:
        groups.setdefault(view.address.removeprefix(prefixes[view.language]), []).append(view)
    for view in listed:
        same = groups[view.address.removeprefix(prefixes[view.language])]
        several = len(same) > 1 and "/page/" not in view.address
        alternates = tuple((other.language, other.address) for other in same) if several else ()
        yield replace(view, alternates=alternates)
