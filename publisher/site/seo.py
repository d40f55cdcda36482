"""What stands in a page's `<head>` for search engines, networks and feed readers."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain

from babel.core import get_global

from publisher.content.article import Article, Pillar
from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.site.addresses import absolute, person_page, picture_url, profiles
from publisher.site.views import View


def head(publication: Publication, view: View) -> str:
    """The elements of `<head>` that say what the page is: escaped HTML, one element a line."""
    parts = (_page, _open_graph, _card, _article, _citation, _people, _neighbours, _feeds)
    return "".join(f"{line}\n" for line in chain(*(part(publication, view) for part in parts)))


def is_indexed(publication: Publication, view: View) -> bool:
    """Whether search engines may list the page: a page of the real site that still stands."""
    withdrawn = view.article is not None and view.article.is_withdrawn
    return view.indexed and not withdrawn and not publication.is_sample


def one_line(text: str) -> str:
    """`text` without line breaks: YAML's folded texts bring them along."""
    return " ".join(text.split())


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(one_line(content))}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(one_line(content))}">'


def _link(rel: str, href: str, **attributes: str) -> str:
    more = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'<link rel="{rel}"{more} href="{escape(href)}">'


def _description(view: View) -> str:
    return view.description or view.title


def _page(publication: Publication, view: View) -> Iterator[str]:
    name = publication.name
    title = name if view.title == name else f"{view.title} — {name}"
    index = "index" if is_indexed(publication, view) else "noindex"
    yield f"<title>{escape(one_line(title))}</title>"
    yield _meta("description", _description(view))
    yield _meta("robots", f"{index}, follow, max-image-preview:large")
    yield _link("canonical", absolute(publication, view.address))
    for language, address in view.alternates:
        yield _link("alternate", absolute(publication, address), hreflang=language)
    for _, address in view.alternates[:1]:
        yield _link("alternate", absolute(publication, address), hreflang="x-default")


def _open_graph(publication: Publication, view: View) -> Iterator[str]:
    """https://ogp.me."""
    kinds = {"article": "article", "person": "profile"}
    picture = view.picture
    yield _property("og:type", kinds.get(view.kind, "website"))
    yield _property("og:title", view.title)
    yield _property("og:description", _description(view))
    yield _property("og:url", absolute(publication, view.address))
    yield _property("og:site_name", publication.name)
    yield _property("og:locale", _locale(view.language))
    for language, _ in view.alternates:
        if language != view.language:
            yield _property("og:locale:alternate", _locale(language))
    yield _property("og:image", picture_url(publication, picture))
    yield _property("og:image:type", picture.mime)
    yield _property("og:image:width", str(picture.width))
    yield _property("og:image:height", str(picture.height))
    yield _property("og:image:alt", picture.alt)


def _locale(language: str) -> str:
    """`ll_CC` as Open Graph wants it, with the likely country (Unicode CLDR) where none is said."""
    parts = language.replace("-", "_").split("_")
    if len(parts) == 1:
        likely = get_global("likely_subtags").get(language, language)
        parts = likely.split("_")
    return "_".join((parts[0], *(part for part in parts[1:] if len(part) in (2, 3))))


def _card(publication: Publication, view: View) -> Iterator[str]:
    """https://developer.x.com/en/docs/x-for-websites/cards/overview/markup."""
    yield _meta("twitter:card", "summary_large_image")
    yield _meta("twitter:title", view.title)
    yield _meta("twitter:description", _description(view))
    yield _meta("twitter:image", picture_url(publication, view.picture))
    yield _meta("twitter:image:alt", view.picture.alt)


def _article(publication: Publication, view: View) -> Iterator[str]:
    article = view.article
    if article is None:
        return
    yield _property("article:published_time", article.published.isoformat())
    yield _property("article:modified_time", article.modified.isoformat())
    for page in _author_pages(publication, article):
        yield _property("article:author", page)
    names = [t.name.in_language(article.language) for _, t in publication.topics_of(article)]
    for name in names[:1]:
        yield _property("article:section", name)
    for name in names:
        yield _property("article:tag", name)
    yield _meta("publisher:digest", article.digest)


def _author_pages(publication: Publication, article: Article) -> list[str]:
    keys = [key for key, _ in publication.authors_of(article)]
    return [page for key in keys if (page := person_page(publication, key))]


def _citation(publication: Publication, view: View) -> Iterator[str]:
    """Highwire Press tags, https://scholar.google.com/intl/en/scholar/inclusion.html.

    An author's name comes without degrees, and is followed by the institution. A withdrawn
    article is not to be cited, so it has none.
    """
    article = view.article
    if article is None or article.pillar is not Pillar.RESEARCH or article.is_withdrawn:
        return
    url = absolute(publication, view.address)
    published = article.published.astimezone(publication.settings.zone)
    yield _meta("citation_title", article.title)
    for _, person in publication.authors_of(article):
        yield _meta("citation_author", person.name.in_language(article.language))
        yield _meta("citation_author_institution", publication.settings.organisation.name)
    yield _meta("citation_publication_date", f"{published:%Y/%m/%d}")
    yield _meta("citation_journal_title", publication.name)
    yield _meta("citation_language", article.language)
    yield _meta("citation_public_url", url)
    yield _meta("citation_abstract_html_url", url)


def _people(publication: Publication, view: View) -> Iterator[str]:
    """`rel=me` (https://microformats.org/wiki/rel-me): whose page this is.

    A person's page is that person's alone; every other one speaks for the organisation, and so
    does a team's that is found nowhere else.
    """
    settings = publication.settings
    same_as = [str(address) for address in settings.organisation.same_as]
    creator = settings.fediverse
    if view.person:
        person = view.person[1]
        own = profiles(person)
        same_as = own if own or person.kind == "person" else same_as
        creator = _fediverse([person]) or creator
    elif view.article:
        authors = [person for _, person in publication.authors_of(view.article)]
        creator = _fediverse(authors[:1]) or creator
        yield from (_link("author", page) for page in _author_pages(publication, view.article))
    yield from (_link("me", address) for address in same_as)
    if creator:
        yield _meta("fediverse:creator", creator)


def _fediverse(people: list[Person]) -> str | None:
    return next((p.fediverse for p in people if p.fediverse and not p.left), None)


def _neighbours(publication: Publication, view: View) -> Iterator[str]:
    for rel, address in (("prev", view.newer), ("next", view.older)):
        if address is not None:
            yield _link(rel, absolute(publication, address))


def _feeds(publication: Publication, view: View) -> Iterator[str]:
    for feed in view.feeds:
        address = absolute(publication, feed.address)
        yield _link("alternate", address, type=feed.mime, title=feed.title)
