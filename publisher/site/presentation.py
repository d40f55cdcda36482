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

from publisher.content.article import Article, Status
from publisher.content.people import Person
from publisher.content.references import Reference
from publisher.site import feeds, seo, structured_data
from publisher.site.cards import lead
from publisher.site.listings import full_name
from publisher.site.plan import SitePlan
from publisher.site.search import facets, indexes
from publisher.site.views import View
from publisher.site.words import Words, words
from publisher.site.works import count_words

# Brysbaert 2019 (https://doi.org/10.1016/j.jml.2019.104047): silent reading of English, words
# a minute. Scripts without spaces are counted by characters, about 500 a minute.
WORDS_A_MINUTE = 238
CHARACTERS_A_MINUTE = 500
RELATED = 3

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def minutes_to_read(markdown: str) -> int:
    """Whole minutes, at least 1."""
    characters = len(_UNSPACED.findall(markdown))
    spaced = count_words(_UNSPACED.sub(" ", markdown) if characters else markdown)
    return max(1, round(spaced / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))


@dataclass(frozen=True)
class Presentation:
    """Turns the views of one site into what its templates print."""

    site: SitePlan
    stylesheets: tuple[str, ...] = ()

    def not_found(self, root: str) -> dict[str, Any]:
        """The variables of the page for addresses that do not exist; `root` is absolute."""
        publication = self.site.publication
        say = words(publication.settings.language)
        home = self.site.views[0]
        context = self.context(home, root)
        title = html.escape(f"{say.say('not_found')} — {publication.name}")
        head = f'<title>{title}</title>\n<meta name="robots" content="noindex">\n'
        view = replace(home, kind="404", title=say.say("not_found"), articles=(), alternates=())
        return context | {"view": view, "head": head, "languages": []}

    def context(self, view: View, root: str) -> dict[str, Any]:
        """The variables of one page; `root` leads from it to the site's root."""
        publication, say = self.site.publication, words(view.language)
        context: dict[str, Any] = {
            "view": view,
            "root": root,
            "stylesheets": self.stylesheets,
            "words": say,
            "head": seo.head(publication, view) + structured_data.script(publication, view),
            "publication": publication,
            "sections": self._sections(say),
            "standing": [(page.title, f"{page.slug}/") for page in publication.pages],
            "home": self._prefix(say.language),
            "cards": [self._card(article, say) for article in view.articles],
            "languages": self._other_languages(view, say),
        }
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
        minutes = minutes_to_read(article.body)
        topics = publication.topics_of(article)
        return {
            "article": article,
            "card": self._card(article, say),
            "draft": article.status is Status.DRAFT or article.published > publication.as_of,
            "byline": [
                self._byline(key, person, say) for key, person in publication.authors_of(article)
            ],
            "reviewed": self._reviewed(article, say),
            "due": article.review_due
            and say.say("review_due_alone", date=say.day(article.review_due)),
            "updated": say.day(article.modified) if article.modified > article.published else None,
            "reading_time": say.say("minute") if minutes == 1 else say.say("minutes", n=minutes),
            "audiences": [say.say(f"audience_{audience}") for audience in article.audience],
            "article_topics": [
                (
                    topic.name.in_language(article.language),
                    f"{self._prefix(article.language)}topics/{key}/",
                )
                for key, topic in topics
            ],
            "references": [self._reference(reference) for reference in article.references],
            "corrections": [
                (c.date.isoformat(), say.day(c.date), c.note) for c in article.corrections
            ],
            "disclosures": self._disclosures(article, say),
            "related": [self._card(other, say) for other in self._related(article)],
        }

    def _byline(self, key: str, person: Person, say: Words) -> tuple[str, str, str]:
        """(full name, role, address)."""
        role = person.role.in_language(say.language) if person.role else ""
        return full_name(person, say.language), role, f"people/{key}/" if key in self._paged else ""

    @cached_property
    def _paged(self) -> frozenset[str]:
        """Keys of the people who have a page."""
        return frozenset(view.person[0] for view in self.site.views if view.person)

    def _reviewed(self, article: Article, say: Words) -> dict[str, Any] | None:
        reviewer = self.site.publication.people.get(article.reviewer or "")
        if reviewer is None or article.reviewed is None:
            return None
        due = article.review_due
        name, _, address = self._byline(article.reviewer or "", reviewer, say)
        return {
            "name": name,
            "address": address,
            "date": article.reviewed.isoformat(),
            "on": say.say("reviewed_on", date=say.day(article.reviewed)),
            "due": say.say("review_due", date=say.day(due)) if due else None,
        }

    def _reference(self, reference: Reference) -> dict[str, Any]:
        return {
            "authors": ", ".join(reference.authors),
            "title": reference.title or reference.key,
            "container": reference.container,
            "year": reference.year,
            "key": None if reference.url else reference.key,
            "address": reference.address,
        }

    def _disclosures(self, article: Article, say: Words) -> list[str]:
        declared = article.disclosures
        if declared is None:
            return []
        told = {} if declared == "none" else {k: v for k, v in declared.items() if v != "none"}
        if not told:
            return [say.say("no_interests")]
        people = self.site.publication.people
        return [
            f"{full_name(people[key], say.language) if key in people else key}: {text}"
            for key, text in told.items()
        ]

    def _person(self, key: str, person: Person, say: Words) -> dict[str, Any]:
        addresses = [str(person.url)] if person.url else []
        return {
            "person": person,
            "role": person.role.in_language(say.language) if person.role else None,
            "bio": person.bio.in_language(say.language) if person.bio else None,
            "elsewhere": [] if person.left else [*addresses, *person.same_as],
            "left": say.say("left", date=say.day(person.left)) if person.left else None,
            "photo": person.photo,
            "key": key,
        }

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
