"""What the templates print: every decision is made here, none in a template."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from typing import Any

from publisher.content.article import Article
from publisher.content.people import Person
from publisher.site import feeds, seo, structured_data
from publisher.site.addresses import profiles
from publisher.site.article_page import ArticlePage
from publisher.site.cards import lead
from publisher.site.plan import SitePlan
from publisher.site.renditions import AS_LEAD, AS_LEAD_TEASER, IN_TEXT, portrait, preload
from publisher.site.search import facets, indexes
from publisher.site.security import SCRIPTS, policy
from publisher.site.stylesheet import Style
from publisher.site.views import NOTHING_OUTSIDE, Outside, View
from publisher.site.words import Words, words

# How many articles stand at the end of an article, and below what a person has written.
RELATED = 3
REVIEWED = 6


@dataclass(frozen=True)
class Presentation:
    """Turns the views of one site into what its templates print."""

    site: SitePlan
    style: Style
    outside: Outside = NOTHING_OUTSIDE

    def not_found(self, root: str) -> dict[str, Any]:
        """The variables of the page for addresses that do not exist; `root` is absolute."""
        publication = self.site.publication
        say = words(publication.settings.language)
        home = self.site.views[0]
        context = self.context(home, root)
        title = html.escape(f"{say.say('not_found')} — {publication.name}")
        head = f'<title>{title}</title>\n<meta name="robots" content="noindex">\n'
        view = replace(home, kind="404", title=say.say("not_found"), articles=(), alternates=())
        nothing = {"data": "", "preload": None, "policy": policy(view, "", self.style)}
        return context | nothing | {"view": view, "head": head, "languages": []}

    def context(self, view: View, root: str) -> dict[str, Any]:
        """The variables of one page; `root` leads from it to the site's root."""
        publication, say = self.site.publication, words(view.language)
        data = structured_data.data(publication, view)
        context: dict[str, Any] = {
            "view": view,
            "root": root,
            "style": self.style,
            "scripts": SCRIPTS.get(view.kind, ()),
            "statement": self.outside.statement,
            "words": say,
            "policy": policy(view, data, self.style),
            "head": seo.head(publication, view),
            "data": data,
            "publication": publication,
            "sections": self._sections(say),
            "standing": [(page.title, f"{page.slug}/") for page in publication.pages],
            "home": self._prefix(say.language),
            "cards": [self._card(article, say) for article in view.articles],
            "languages": self._other_languages(view, say),
        }
        context |= self._first_picture(view, root)
        if view.article:
            context |= self._article(view.article, say)
        if view.person:
            context |= self._person(*view.person, say)
        if view.kind == "feeds":
            context["feed_list"] = feeds.catalogue(publication)
        if view.kind == "search":
            context["facets"] = list(facets(publication, view.language))
            context["indexes"] = list(indexes(publication, view.language))
        return context

    def _first_picture(self, view: View, root: str) -> dict[str, Any]:
        """What a page shows first is fetched first; a template and a browser are told the same."""
        publication = self.site.publication
        shown = (view.article,) if view.article else view.articles if view.kind == "home" else ()
        first = next((lead(publication, article) for article in shown[:1]), None)
        sizes = AS_LEAD if view.article else AS_LEAD_TEASER
        told = preload(first, root, sizes) if first else None
        return {"lead_sizes": sizes, "text_sizes": IN_TEXT, "preload": told}

    def _sections(self, say: Words) -> list[tuple[str, str]]:
        prefix = self._prefix(say.language)
        listed = [(say.say(key), f"{prefix}{key}/") for key in ("topics", "archive")]
        search = (say.say("search"), f"{prefix}search/")
        return [listed[0], (say.say("people"), "people/"), listed[1], search]

    def _prefix(self, language: str) -> str:
        return f"{language}/" if f"{language}/" in self._homes else ""

    @cached_property
    def _homes(self) -> frozenset[str]:
        return frozenset(view.address for view in self.site.views if view.kind == "home")

    def _other_languages(self, view: View, say: Words) -> list[tuple[str, str, str]]:
        """(language, its own name, address) of the same page in other languages."""
        return [
            (language, say.name_of(language), address)
            for language, address in view.alternates
            if language != view.language
        ]

    def _card(self, article: Article, say: Words) -> dict[str, Any]:
        return {
            "title": article.title,
            "address": article.address,
            "description": article.description,
            "language": article.language if article.language != say.language else None,
            "date": article.published.date().isoformat(),
            "day": say.day(article.published),
            "pillar": say.say(f"pillar_{article.pillar}") if article.pillar else None,
            "picture": lead(self.site.publication, article),
        }

    def _article(self, article: Article, say: Words) -> dict[str, Any]:
        publication = self.site.publication
        page = ArticlePage(publication, article, say, self._paged)
        contact = "contact/" if any(p.slug == "contact" for p in publication.pages) else None
        return page.context() | {
            "card": self._card(article, say),
            "contact": contact,
            "conversation": self.outside.posts.get(article.id or "", ()),
            "article_topics": self._topics(article),
            "related": [self._card(other, say) for other in self._related(article)],
        }

    def _topics(self, article: Article) -> list[tuple[str, str]]:
        prefix = self._prefix(article.language)
        return [
            (topic.name.in_language(article.language), f"{prefix}topics/{key}/")
            for key, topic in self.site.publication.topics_of(article)
        ]

    @cached_property
    def _paged(self) -> frozenset[str]:
        """Keys of the people who have a page."""
        return frozenset(view.person[0] for view in self.site.views if view.person)

    def _person(self, key: str, person: Person, say: Words) -> dict[str, Any]:
        return {
            "person": person,
            "role": person.role.in_language(say.language) if person.role else None,
            "bio": person.bio.in_language(say.language) if person.bio else None,
            "elsewhere": [] if person.left else [(a, _shown(a)) for a in profiles(person)],
            "contact": () if person.left else person.contact,
            "reviewed": [self._card(article, say) for article in self._reviewed_by(key)],
            "left": say.say("left", date=say.day(person.left)) if person.left else None,
            "photo": portrait(self.site.publication, person),
            "key": key,
        }

    def _reviewed_by(self, key: str) -> list[Article]:
        return [a for a in self.site.publication.current if a.reviewer == key][:REVIEWED]

    def _related(self, article: Article) -> Iterable[Article]:
        """The articles in the same language that share most topics, the newest of equals."""
        places = (self._by_topic.get((article.language, key), ()) for key in article.topics)
        shared = Counter(chain.from_iterable(places))
        best = nsmallest(RELATED + 1, shared.items(), key=lambda found: (-found[1], found[0]))
        near = (self.site.publication.current[index] for index, _ in best)
        return [other for other in near if other is not article][:RELATED]

    @cached_property
    def _by_topic(self) -> dict[tuple[str, str], list[int]]:
        """(Language, topic) → places in `current`, which is newest first."""
        places: dict[tuple[str, str], list[int]] = {}
        for index, article in enumerate(self.site.publication.current):
            for key in article.topics:
                places.setdefault((article.language, key), []).append(index)
        return places


def _shown(address: str) -> str:
    """An address as a reader would say it."""
    return re.sub(r"^https?://(www\.)?|/$", "", address)
