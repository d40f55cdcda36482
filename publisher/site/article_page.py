"""What an article's page prints beside its text: who, when, how sure, what next, where to talk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from publisher.content.article import Article, Status
from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.content.references import Reference
from publisher.content.reviews import is_overdue
from publisher.site.how_to_cite import citation, citation_address, is_citable
from publisher.site.listings import full_name
from publisher.site.renditions import film_poster
from publisher.site.sharing import share_links
from publisher.site.words import Words
from publisher.site.works import count_words

# Brysbaert 2019 (https://doi.org/10.1016/j.jml.2019.104047): silent reading of English, words
# a minute. Scripts without spaces are counted by characters, about 500 a minute.
WORDS_A_MINUTE = 238
CHARACTERS_A_MINUTE = 500

# With more authors than that only the first few stand above the text, the others behind a press.
MOST_NAMED = 6
FIRST_NAMED = 3

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def minutes_to_read(markdown: str) -> int:
    """Whole minutes, at least 1."""
    characters = len(_UNSPACED.findall(markdown))
    spaced = count_words(_UNSPACED.sub(" ", markdown) if characters else markdown)
    return max(1, round(spaced / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class Byline:
    """A person as an article names them: name with credentials, role, and address if any."""

    name: str
    role: str
    address: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what readers judge a page by: its label, a text that may lead on, and a day."""

    label: str
    text: str = ""
    address: str = ""
    day: str = ""
    date: date | None = None

    @property
    def iso(self) -> str:
        """The day as machines read it."""
        return self.date.isoformat()[:10] if self.date else ""


@dataclass(frozen=True)
class ArticlePage:
    """One article in the words of its page; `pages` are the keys of people who have a page."""

    publication: Publication
    article: Article
    say: Words
    pages: frozenset[str]

    def context(self) -> dict[str, Any]:
        """The variables that the article's template prints, in the order of the page."""
        article, say, bylines = self.article, self.say, self._bylines()
        many = len(bylines) > MOST_NAMED
        return {
            "article": article,
            "draft": article.status is Status.DRAFT or article.published > self.publication.as_of,
            "overdue": self._overdue(),
            "byline": bylines[:FIRST_NAMED] if many else bylines,
            "others": bylines[FIRST_NAMED:] if many else [],
            "facts": list(self._facts()),
            "film": self._film(),
            "emergency": self._emergency(),
            "references": [_reference(reference) for reference in article.references],
            "cite": self._cite(),
            "corrections": [
                (c.date.isoformat(), say.day(c.date), c.note) for c in article.corrections
            ],
            "disclosures": self._disclosures(),
            "share": list(share_links(article.title, self._url, say.say("share_mail"))),
            "url": self._url,
            "mistake": self._mistake(),
        }

    @property
    def _url(self) -> str:
        return self.publication.url_of(self.article)

    def _bylines(self) -> list[Byline]:
        return [self._byline(key, person) for key, person in self._authors()]

    def _authors(self) -> list[tuple[str, Person]]:
        return self.publication.authors_of(self.article)

    def _byline(self, key: str, person: Person) -> Byline:
        role = person.role.in_language(self.say.language) if person.role else ""
        address = f"people/{key}/" if key in self.pages else ""
        return Byline(full_name(person, self.say.language), role, address)

    def _facts(self) -> Iterator[Fact]:
        """What readers judge a page by."""
        article, say = self.article, self.say
        yield Fact(say.say("published"), day=say.day(article.published), date=article.published)
        if article.modified > article.published:
            yield Fact(say.say("updated"), day=say.day(article.modified), date=article.modified)
        yield from self._review()
        if article.is_withdrawn:
            return
        minutes = minutes_to_read(article.body)
        reading = say.say("minute") if minutes == 1 else say.say("minutes", n=minutes)
        yield Fact(say.say("reading_time"), reading)
        if article.audience:
            names = [say.say(f"audience_{audience}") for audience in article.audience]
            yield Fact(say.say("audience"), ", ".join(names))

    def _review(self) -> Iterator[Fact]:
        article, say = self.article, self.say
        reviewer, read = self.publication.people.get(article.reviewer or ""), article.reviewed
        if article.reviewer and reviewer and read:
            who = self._byline(article.reviewer, reviewer)
            on = say.say("reviewed_on", date=say.day(read))
            yield Fact(say.say("reviewed"), who.name, who.address, on, read)
        if due := article.review_due:
            yield Fact(say.say("review_due"), day=say.day(due), date=due)

    def _overdue(self) -> str | None:
        """What readers must know before they rely on a text that nobody has read again."""
        article, publication = self.article, self.publication
        today = publication.today
        if article.is_withdrawn or not article.reviewed or not is_overdue(article, today):
            return None
        return self.say.say("overdue", date=self.say.day(article.reviewed))

    def _film(self) -> dict[str, Any] | None:
        film, poster = self.article.film, film_poster(self.publication, self.article)
        if film is None or poster is None:
            return None
        return {
            "url": film.url,
            "poster": poster,
            "captions": self.say.several([self.say.called(tag) for tag in film.captions]),
            "transcript": [part.strip() for part in _PARAGRAPHS.split(film.transcript)],
        }

    def _emergency(self) -> str:
        number = self.publication.settings.emergency_number
        return self.say.say("emergency", n=number) if number else self.say.say("emergency_local")

    def _cite(self) -> dict[str, str] | None:
        if not is_citable(self.publication, self.article):
            return None
        return {
            "words": citation(self.publication, self.article, self.say),
            "bibtex": citation_address(self.article, "bib"),
            "ris": citation_address(self.article, "ris"),
        }

    def _disclosures(self) -> list[str]:
        declared = self.article.disclosures
        if declared is None:
            return []
        told = {} if declared == "none" else {k: v for k, v in declared.items() if v != "none"}
        if not told:
            return [self.say.say("no_interests")]
        people, language = self.publication.people, self.say.language
        return [
            f"{full_name(people[key], language)}: {text}"
            for key, text in told.items()
            if key in people
        ]

    def _mistake(self) -> str | None:
        """Where a reader reports a mistake; a mail begins with the article's title and address."""
        settings = self.publication.settings
        mail = f"mailto:{settings.organisation.email}" if settings.organisation.email else ""
        address = settings.mistakes_to or mail
        if address.startswith("mailto:"):
            subject = quote(self.say.say("mistake_subject", title=self.article.title), safe="")
            mark = "&" if "?" in address else "?"
            return f"{address}{mark}subject={subject}&body={quote(self._url, safe='')}"
        return address or None


def _reference(reference: Reference) -> Mapping[str, Any]:
    return {
        "authors": ", ".join(reference.authors),
        "title": reference.title or reference.key,
        "container": reference.container,
        "year": reference.year,
        "address": reference.address,
        "elsewhere": list(reference.addresses),
        "isbn": reference.isbn,
    }
