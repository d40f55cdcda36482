"""What a ready article must have, and what must agree between files.

A finding here stops an article's announcement, not its page: the page is made of what fits.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Set
from datetime import datetime

from publisher.content.article import (
    DESCRIPTION_LENGTH,
    REVIEWED_PILLARS,
    Article,
    Pillar,
    Status,
)
from publisher.content.front_matter import Located
from publisher.content.people import Person
from publisher.content.reading import ReadArticle
from publisher.content.topics import Topic
from publisher.finding import Finding, Severity

_REQUIRED = ("id", "description", "pillar", "audience", "topics")
_HINTS = {
    "id": "run `publisher check --fix`, which writes one",
    "description": "say in 50 to 160 characters what a reader will know afterwards",
    "pillar": f"write one of {', '.join(Pillar)}",
    "audience": "write one of patients, clinicians, policy, staff",
    "topics": "name at least one key of topics.yml",
}


def complete(read: ReadArticle, as_of: datetime) -> Iterator[Finding]:
    """What one article lacks by itself before it may go out."""
    article, located = read.article, read.located
    if article.status is Status.READY:
        for key in _REQUIRED:
            if not getattr(article, key):
                yield located.error(
                    "front-matter-missing", (key,), f"`{key}` is missing; a ready article needs it",
                    _HINTS[key],
                )
        if article.date is None:
            yield _warning(
                located, "date", "there is no `date`; each build shows the day it is made",
                "write the day on which it came out, as 2026-03-14",
            )
    yield from _description(article, located)
    yield from _review(article, located)
    if article.image and not article.alt:
        yield located.error(
            "form-alt", ("image",), "the lead picture has no `alt`",
            "say in `alt:` what somebody who cannot see it must know",
        )
    if article.modified > max(as_of, article.published):
        yield _warning(
            located, "updated", "`updated` or a correction lies in the future",
            "write the day on which the text was changed",
        )


def _warning(located: Located, key: str, message: str, fix: str) -> Finding:
    line, column = located.place((key,))
    return Finding("front-matter-date", Severity.WARNING, located.path, line, column, message, fix)


def _description(article: Article, located: Located) -> Iterator[Finding]:
    length = len(article.description or "")
    if length and article.status is Status.READY and length not in DESCRIPTION_LENGTH:
        yield located.error(
            "front-matter-description", ("description",),
            f"`description` has {length} characters; search engines and posts show 50 to 160",
            f"write {'more' if length < DESCRIPTION_LENGTH.start else 'less'}, in whole sentences",
        )


def _review(article: Article, located: Located) -> Iterator[Finding]:
    if article.reviewer and article.reviewer in article.authors:
        yield located.error(
            "front-matter-reviewer", ("reviewer",),
            f"`{article.reviewer}` is an author; nobody reviews their own article",
            "name somebody else",
        )
    if (
        not article.reviewer
        and article.status is Status.READY
        and article.pillar in REVIEWED_PILLARS
    ):
        yield located.error(
            "front-matter-missing", ("reviewer",),
            f"`reviewer` is missing; {article.pillar} needs a second person's eyes",
            "name who has read it, by a key of people.yml",
        )
    if article.reviewed and article.review_due and article.review_due <= article.reviewed:
        yield located.error(
            "front-matter-date", ("review_due",),
            f"`review_due` ({article.review_due}) is not after `reviewed` ({article.reviewed})",
            "write a later day",
        )


def agreeing(
    read: ReadArticle,
    people: Mapping[str, Person],
    topics: Mapping[str, Topic],
    ids: Mapping[str, Article],
    missing: Set[str],
) -> Iterator[Finding]:
    """What one article says of others that is not so: people, topics, translations, links."""
    article, located = read.article, read.located
    for index, key in enumerate(article.authors):
        yield from _known(located, ("authors", index), key, people, "people.yml")
    for index, key in enumerate(article.topics):
        yield from _known(located, ("topics", index), key, topics, "topics.yml")
    if article.reviewer:
        yield from _known(located, ("reviewer",), article.reviewer, people, "people.yml")
    if isinstance(article.disclosures, dict):
        for key in article.disclosures:
            yield from _known(located, ("disclosures", key), key, people, "people.yml")
    yield from _translation(article, located, ids)
    for target, meant in read.links:
        if meant in missing:
            yield Finding(
                "form-link", Severity.ERROR, article.path,
                article.body_line + target.line - 1, target.column,
                f"the link goes to `{target.address}`, which is no file of this publication",
                "write the path from this file to the other, as ../2026/other-article.md",
            )


def _known(
    located: Located, keys: tuple[str | int, ...], key: str, known: Mapping[str, object], where: str
) -> Iterator[Finding]:
    if key not in known:
        near = difflib.get_close_matches(key, list(known), n=1)
        fix = f"did you mean `{near[0]}`?" if near else f"add `{key}` to {where}"
        yield located.error("front-matter-unknown", keys, f"`{key}` is not in {where}", fix)


def _translation(
    article: Article, located: Located, ids: Mapping[str, Article]
) -> Iterator[Finding]:
    if not article.translation_of:
        return
    original = ids.get(article.translation_of)
    if original is None:
        yield located.error(
            "front-matter-unknown", ("translation_of",),
            f"no article has the id `{article.translation_of}`",
            "copy the `id` of the original",
        )
    elif original.language == article.language:
        yield located.error(
            "front-matter-translation", ("lang",),
            f"the original is in `{original.language}` too",
            "write this article's own language in `lang`",
        )


def unique(articles: list[ReadArticle]) -> Iterator[tuple[ReadArticle, Finding]]:
    """Articles that claim an id, address or alias that an earlier file has, with the finding."""
    owners: dict[str, str] = {}
    for read in articles:
        article = read.article
        claims = [("front-matter-slug-twice", (), article.address, "rename one of the two files")]
        if article.id:
            claims.append(("front-matter-id-twice", ("id",), f"id {article.id}", _NEW_ID))
        for check, keys, claim, fix in claims:
            if claim in owners:
                message = f"`{claim}` belongs to {owners[claim]} already"
                yield read, read.located.error(check, keys, message, fix)
            else:
                owners[claim] = article.path


_NEW_ID = "if this is a copy, delete the `id:` line and run `publisher check --fix`"
