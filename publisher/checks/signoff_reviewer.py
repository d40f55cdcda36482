"""A second person has read what people act on, and did not write it.

Research, advocacy, health education and statements name a `reviewer`. It is never an author, also
not under another key: whoever has written a text reads what was meant, not what stands there.

Source: NHS standard for creating health content, on clinical review before publication
(https://service-manual.nhs.uk/content/standard-for-creating-health-content); JAMA 1997, Silberg
et al. (https://doi.org/10.1001/jama.1997.03540390074039).

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    ---
    A fever helps the body.
Flags:
    ---
    title: Our new garden
    status: ready
    pillar: community
    authors: [editorial-team]
    reviewer: editorial-team
    ---
    It is open to all.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewer: patient-safety-team
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import finished, reviewed
from publisher.content.article import Article
from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield that there is no reviewer, or that it is an author."""
    article = finished(document)
    if article and article.reviewer:
        yield from _an_author(document, article, article.reviewer)
    elif needing := reviewed(document):
        message = f"`reviewer` is missing; {needing.pillar} needs a second person's eyes"
        fix = "name who has read it, by a key of people.yml"
        yield document.found(document.place("reviewer"), message, fix)


def _an_author(document: Document, article: Article, reviewer: str) -> Iterator[Found]:
    place = document.place("reviewer")
    if reviewer in article.authors:
        message = f"`{reviewer}` is an author; nobody reviews their own article"
        yield document.found(place, message, "name somebody else")
    elif author := _same_as(document.publication, reviewer, article):
        message = f"`{reviewer}` is the author `{author}` under another key of people.yml"
        yield document.found(place, message, "name somebody else")


def _same_as(publication: Publication, reviewer: str, article: Article) -> str | None:
    known = publication.people
    marks = _marks(known[reviewer]) if reviewer in known else frozenset()
    return next((key for key in article.authors if key in known and marks & _marks(known[key])), "")


def _marks(person: Person) -> frozenset[str]:
    """What two entries of one person share: their account, a profile, or the name."""
    if person.kind == "team":
        return frozenset()
    name = person.name.in_language("en").casefold()
    return frozenset(filter(None, {name, (person.github or "").casefold(), *person.same_as}))
