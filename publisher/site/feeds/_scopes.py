"""Whose feeds there are: the publication's, and each topic's, person's and language's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import uuid5

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.site.views import View
from publisher.site.words import words

ScopeKind = Literal["publication", "topic", "person", "language"]


# How long an entry says that its article was withdrawn: most feed readers ask within days.
TAKEN_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose feed it is; `key` is the topic's, the person's or the language tag, or empty."""

    kind: ScopeKind
    key: str = ""

    @property
    def folder(self) -> str:
        """The address below which its feeds stand."""
        match self.kind:
            case "publication":
                return ""
            case "topic":
                return f"topics/{self.key}/"
            case "person":
                return f"people/{self.key}/"
            case "language":
                return f"{self.key}/"

    def holds(self, article: Article) -> bool:
        """Whether an article belongs in its feeds; without an id it could come out twice."""
        if not article.id:
            return False
        match self.kind:
            case "publication":
                return True
            case "topic":
                return self.key in article.topics
            case "person":
                return self.key in article.authors
            case "language":
                return self.key == article.language

    def articles(self, publication: Publication) -> list[Article]:
        """The articles of its feeds, newest first: as many as a feed shows, and the withdrawn."""
        most = publication.settings.feed_entries
        shown = _newest(filter(self.holds, publication.current))[:most]
        return _newest([*shown, *filter(self.holds, _taken_back(publication))])

    def urn(self, publication: Publication) -> str:
        """The feed's id, which neither a new name nor a new domain changes."""
        own = publication.settings.publication_id
        return (uuid5(own, f"{self.kind}/{self.key}") if self.key else own).urn


def _newest(articles: Iterable[Article]) -> list[Article]:
    return sorted(
        sorted(articles, key=lambda article: str(article.id)),
        key=lambda article: article.published,
        reverse=True,
    )


def _taken_back(publication: Publication) -> Iterator[Article]:
    """What was withdrawn lately: readers keep the text of an entry that only disappears."""
    for article in publication.public:
        if article.is_withdrawn and publication.as_of < article.modified + TAKEN_BACK:
            yield article


def scopes(publication: Publication) -> Iterator[Scope]:
    """Every scope that has an article to show."""
    used = {article.language for article in publication.current}
    possible = [Scope("publication")]
    possible += [Scope("language", tag) for tag in sorted(used) if _is_told_apart(publication, tag)]
    possible += [Scope("topic", key) for key in publication.topics]
    possible += [Scope("person", key) for key in publication.people]
    return (scope for scope in possible if any(map(scope.holds, publication.current)))


def scopes_of(publication: Publication, view: View) -> Iterator[Scope]:
    """The scopes that a page advertises, the nearest first."""
    possible: list[Scope] = []
    if view.topic:
        possible.append(Scope("topic", view.topic[0]))
    if view.person:
        possible.append(Scope("person", view.person[0]))
    if _is_told_apart(publication, view.language):
        possible.append(Scope("language", view.language))
    possible.append(Scope("publication"))
    return (scope for scope in possible if any(map(scope.holds, publication.current)))


def _is_told_apart(publication: Publication, language: str) -> bool:
    """Whether a language has a feed of its own; the only one has the publication's."""
    settings = publication.settings
    return len(settings.languages) > 1 or language != settings.language


@dataclass(frozen=True, slots=True)
class Face:
    """What a scope is called and about, in which language, and the address of its page."""

    title: str
    description: str
    language: str
    home: str


def face(publication: Publication, scope: Scope) -> Face:
    """How the feeds of `scope` present themselves."""
    make: dict[ScopeKind, Callable[[Publication, str], Face]] = {
        "publication": _publication_face,
        "topic": _topic_face,
        "person": _person_face,
        "language": _language_face,
    }
    made = make[scope.kind](publication, scope.key)
    return made if made.description else Face(made.title, made.title, made.language, made.home)


def _publication_face(publication: Publication, _: str) -> Face:
    language = publication.settings.language
    about = publication.settings.description_in(language)
    return Face(publication.name, about, language, "")


def _language_face(publication: Publication, language: str) -> Face:
    title = f"{words(language).name_of(language)} — {publication.name}"
    about = publication.settings.description_in(language)
    return Face(title, about, language, _prefix(publication, language))


def _topic_face(publication: Publication, key: str) -> Face:
    topic = publication.topics[key]
    used = [article.language for article in publication.current if key in article.topics]
    first = publication.settings.language
    language = first if first in used else used[0]
    about = topic.description.in_language(language) if topic.description else ""
    home = f"{_prefix(publication, language)}topics/{key}/"
    title = f"{topic.name.in_language(language)} — {publication.name}"
    return Face(title, about, language, home)


def _person_face(publication: Publication, key: str) -> Face:
    person = publication.people[key]
    language = publication.settings.language
    about = person.bio or person.role
    title = f"{person.name.in_language(language)} — {publication.name}"
    return Face(title, about.in_language(language) if about else "", language, f"people/{key}/")


def _prefix(publication: Publication, language: str) -> str:
    return "" if language == publication.settings.language else f"{language}/"
