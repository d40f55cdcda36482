"""Cited works looked up: is each there, is it what the article says, was it retracted?

`look_up` is what `publisher check --online` tells, `looked_up` what the weekly report is made of.
Nothing here stops anything because a service is down: that is a notice, and the next run asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher._http import UnreachableError
from publisher.content.article import Article
from publisher.content.located import Place
from publisher.content.publication import Publication
from publisher.content.references import Reference
from publisher.finding import Finding, Severity
from publisher.looking_up.asking import Fetch
from publisher.looking_up.cited import cited
from publisher.looking_up.kept import Kept
from publisher.looking_up.services import ask
from publisher.looking_up.told import Kind, Told

RETRACTED = "evidence-retracted"
CORRECTED = "evidence-corrected"
UNKNOWN = "evidence-unknown-work"
GONE = "evidence-page-gone"
TITLE = "evidence-other-title"
NOT_ASKED = "evidence-not-looked-up"

# An article that tells its readers of it has done what the finding asks for.
_SAYS = {
    Kind.RETRACTION: re.compile("retract|withdr[ae]w", re.IGNORECASE),
    Kind.CONCERN: re.compile("concern", re.IGNORECASE),
    Kind.CORRECTION: re.compile("correct|erratum|corrigendum", re.IGNORECASE),
}


@dataclass(frozen=True)
class LookedUp:
    """A work that an article cites at `place`, and what is known of it, or why nothing is."""

    article: Article
    place: Place
    work: Reference
    told: Told | None
    problem: str = ""

    @property
    def is_said(self) -> bool:
        """Whether the article itself tells of the gravest notice."""
        notices = self.told.notices if self.told else ()
        return bool(notices) and bool(_SAYS[notices[0].kind].search(self.article.body))


def look_up(publication: Publication, fetch: Fetch, cache: Kept) -> Iterator[Finding]:
    """Yield what is wrong with the works that articles cite, drafts too.

    `fetch` is best an `asking.Polite`; a service that does not answer is told once.
    """
    told: set[str] = set()
    for each in looked_up(publication, publication.articles, fetch, cache):
        if each.problem not in told:
            yield from _findings(each)
        if each.problem:
            told.add(each.problem)


def looked_up(
    publication: Publication,
    articles: Iterable[Article],
    fetch: Fetch,
    cache: Kept,
    *,
    pages: bool = True,
) -> Iterator[LookedUp]:
    """Yield each work that `articles` list, link to or name by identifier, and what is known of it.

    Without `pages` those are left out that have no identifier, only an address.
    """
    try:
        for article in articles:
            for place, work in cited(publication, article):
                if pages or not work.key.startswith("url:"):
                    yield _one(article, place, work, fetch, cache)
    finally:
        cache.save()


def _one(article: Article, place: Place, work: Reference, fetch: Fetch, cache: Kept) -> LookedUp:
    question = f"{work.key} {work.title or ''}"
    told = cache.get(question)
    if told is None:
        try:
            told = ask(work, fetch)
        except UnreachableError as problem:
            return LookedUp(article, place, work, None, str(problem))
        if told is not None:
            cache.put(question, told)
    return LookedUp(article, place, work, told)


def _findings(each: LookedUp) -> Iterator[Finding]:
    told, key = each.told, each.work.key
    if each.problem:
        message = f"{key} was not looked up: {each.problem}"
        yield _finding(each, NOT_ASKED, Severity.NOTICE, message, "ask again another day")
    if told is None:
        return
    if not told.exists:
        yield _missing(each)
    elif not told.fits:
        message = f"{key} leads to “{told.title}”, not to “{each.work.title}”"
        fix = "check which of the two is meant, and correct the other"
        yield _finding(each, TITLE, Severity.WARNING, message, fix)
    if told.notices and not each.is_said:
        yield _noticed(each, told)


def _missing(each: LookedUp) -> Finding:
    if each.work.key.startswith("url:"):
        message = f"{each.work.url} is not there any more"
        fix = "find where the page went, or cite another work"
        return _finding(each, GONE, Severity.WARNING, message, fix)
    fix = "copy the identifier from the work itself; what nobody knows may not exist"
    return _finding(each, UNKNOWN, Severity.ERROR, f"no work is known as {each.work.key}", fix)


def _noticed(each: LookedUp, told: Told) -> Finding:
    notice = told.notices[0]
    when = f" ({notice.date})" if notice.date else ""
    where = f", see {notice.url}" if notice.url else ""
    if notice.kind is Kind.RETRACTION:
        message = f"{each.work.key} was retracted{when}{where}"
        fix = "find another work, or take the claim out; if the article is about it, say so"
        return _finding(each, RETRACTED, Severity.ERROR, message, fix)
    message = f"{each.work.key} has a published {notice.kind}{when}{where}"
    fix = "read the notice, and say in the text what stands now"
    return _finding(each, CORRECTED, Severity.WARNING, message, fix)


def _finding(each: LookedUp, check: str, severity: Severity, message: str, fix: str) -> Finding:
    return Finding(check, severity, each.article.path, *each.place, message, fix)
