"""What feed readers get. One file here is one format: docs/adding-a-feed.md."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib import import_module
from typing import Protocol, cast
from uuid import uuid5

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.site.addresses import absolute, person_page
from publisher.site.feeds._channel import Author, Channel, Entry
from publisher.site.feeds._html import absolute_html
from publisher.site.feeds._scopes import Scope, ScopeKind, face, scopes, scopes_of
from publisher.site.views import FeedLink, Picture, View
from publisher.site.words import words


class Format(Protocol):
    """What a module in this folder offers.

    `NAME` is what readers call it, `FILE` the name of its file, `MIME` its media type, `SCOPES`
    whose feeds come in it.
    """

    NAME: str
    FILE: str
    MIME: str
    SCOPES: tuple[ScopeKind, ...]

    @staticmethod
    def render(channel: Channel) -> bytes:
        """The feed as a document."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that will stand in the site: its format, whose it is, and what it holds."""

    format: Format
    scope: Scope
    link: FeedLink
    articles: tuple[Article, ...]


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in order of its file's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(cast("Format", module) for module in modules)


def plan(publication: Publication) -> list[Feed]:
    """Every feed of the site; nobody without a current article has one."""
    return [
        Feed(form, scope, _link(publication, scope, form), tuple(scope.articles(publication)))
        for scope in scopes(publication)
        for form in _of(scope)
    ]


def catalogue(publication: Publication) -> list[FeedLink]:
    """Every feed of the site, to be listed."""
    return [_link(publication, scope, form) for scope in scopes(publication) for form in _of(scope)]


def links(publication: Publication, view: View) -> list[FeedLink]:
    """The feeds that a page advertises, the nearest to its subject first."""
    near = scopes_of(publication, view)
    return [_link(publication, scope, form) for scope in near for form in _of(scope)]


def render_all(
    publication: Publication,
    rendered: Mapping[str, str],
    pictures: Mapping[str, Picture] | None = None,
) -> dict[str, bytes]:
    """Address → document; each article's HTML and lead picture are by its page's address."""
    planned = plan(publication)
    articles = {article.address: article for feed in planned for article in feed.articles}
    entries = {
        address: _entry(publication, article, rendered, pictures or {})
        for address, article in articles.items()
    }
    return {
        feed.link.address: feed.format.render(_channel(publication, feed, entries))
        for feed in planned
    }


def _of(scope: Scope) -> list[Format]:
    return [form for form in formats() if scope.kind in form.SCOPES]


def _link(publication: Publication, scope: Scope, form: Format) -> FeedLink:
    shown = face(publication, scope)
    title = f"{shown.title} ({form.NAME})"
    return FeedLink(title, scope.folder + form.FILE, form.MIME, shown.language)


def _channel(publication: Publication, feed: Feed, entries: Mapping[str, Entry]) -> Channel:
    shown = face(publication, feed.scope)
    address = feed.link.address
    return Channel(
        id=feed.scope.urn(publication),
        title=shown.title,
        description=shown.description,
        language=shown.language,
        author=Author(publication.settings.organisation.name, absolute(publication, "")),
        url=absolute(publication, address),
        home_url=absolute(publication, shown.home),
        icon=absolute(publication, publication.settings.organisation.logo),
        stylesheet="../" * address.count("/") + "assets/feed.css",
        entries=tuple(entries[article.address] for article in feed.articles),
        hub="" if publication.is_sample else publication.settings.hub,
    )


def _entry(
    publication: Publication,
    article: Article,
    rendered: Mapping[str, str],
    pictures: Mapping[str, Picture],
) -> Entry:
    url, language = absolute(publication, article.address), article.language
    html, summary = (
        _withdrawn(article)
        if article.is_withdrawn
        else (absolute_html(rendered[article.address], url), article.description or "")
    )
    picture = None if article.is_withdrawn else pictures.get(article.address)
    return Entry(
        id=uuid5(publication.settings.publication_id, str(article.id)).urn,
        title=article.title,
        url=url,
        html=html,
        summary=summary,
        language=language,
        authors=tuple(
            Author(person.name.in_language(language), person_page(publication, key))
            for key, person in publication.authors_of(article)
        ),
        categories=tuple(t.name.in_language(language) for _, t in publication.topics_of(article)),
        published=article.published,
        updated=article.modified,
        picture=picture and replace(picture, address=absolute(publication, picture.address)),
    )


def _withdrawn(article: Article) -> tuple[str, str]:
    """What stands for a withdrawn article's text, as HTML and in one line."""
    say = words(article.language).say
    told = [f"{say('withdrawn')} {say('withdrawn_how')}"]
    told += [correction.note for correction in article.corrections[-1:]]
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in told), say("withdrawn")
