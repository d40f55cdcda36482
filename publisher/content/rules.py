"""What a ready article must have, and what must agree between files.

A finding here stops an article's announcement, not its page: the page is made of what fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from publisher.content.addresses import Addresses, Page
from publisher.content.article import (
    DESCRIPTION_LENGTH,
    Article,
    Audience,
    Pillar,
    Status,
)
from publisher.content.blanks import blanks
from publisher.content.explaining import similar
from publisher.content.ids import id_for
from publisher.content.located import KeyPath, Located
from publisher.content.pages import StandingPage
from publisher.content.prose import Target
from publisher.content.reading import Read
from publisher.content.yaml_faults import own_words, short
from publisher.finding import Finding, Severity, error

_REQUIRED = {
    "description": "say in 50 to 160 characters what a reader will know afterwards",
    "pillar": f"write one of {', '.join(Pillar)}",
    "audience": f"write one of {', '.join(Audience)}",
    "topics": "name at least one key of topics.yml",
}


def complete(read: Read[Article], as_of: datetime) -> Iterator[Finding]:
    """What one article lacks by itself before it may go out."""
    article, located = read.text, read.located
    if article.status is Status.READY:
        yield from _lacking(article, located)
        yield from _description(article, located)
    yield from blanks(read)
    if article.image and not article.alt and not _stands(located, "alt"):
        yield located.error(
            "form-alt",
            ("image",),
            "the lead picture has no `alt`",
            "say in `alt:` what somebody who cannot see it must know",
        )
    if article.modified > max(as_of, article.published):
        message = "`updated` or a correction lies in the future"
        yield _warning(located, "updated", message, "write the day on which the text was changed")


def _stands(located: Located, key: str) -> bool:
    """Whether a key has a value in the file, even one that does not fit and was told of."""
    return isinstance(located.data, dict) and bool(located.data.get(key))


def _lacking(article: Article, located: Located) -> Iterator[Finding]:
    offered = id_for(article.path, article.digest)
    for key, fix in {"id": f"add the line `id: {offered}`", **_REQUIRED}.items():
        if not getattr(article, key) and not _stands(located, key):
            message = f"`{key}` is missing; a ready article needs it"
            yield located.error("front-matter-missing", (key,), message, fix)
    if not _stands(located, "date"):
        message = "there is no `date`; each build shows the day it is made"
        yield _warning(located, "date", message, "write the day it came out, as 2026-03-14")


def _warning(located: Located, key: str, message: str, fix: str) -> Finding:
    place = located.place((key,))
    return Finding("front-matter-date", Severity.WARNING, located.path, *place, message, fix)


def _description(article: Article, located: Located) -> Iterator[Finding]:
    length = len(article.description or "")
    if length and length not in DESCRIPTION_LENGTH:
        message = f"`description` has {length} characters; search engines and posts show 50 to 160"
        fix = f"write {'more' if length < DESCRIPTION_LENGTH.start else 'less'}, in whole sentences"
        yield located.error("front-matter-description", ("description",), message, fix)


@dataclass(frozen=True, slots=True)
class Known:
    """What an article can name: keys of people and topics, ids, languages, files, addresses.

    `people` or `topics` is None when nobody can say what is in the file.
    """

    people: AbstractSet[str] | None
    topics: AbstractSet[str] | None
    ids: Mapping[str, Article]
    languages: Sequence[str]
    missing: AbstractSet[str]
    addresses: Addresses


def agreeing(read: Read[Article], known: Known) -> Iterator[Finding]:
    """What one article says of others that is not so: people, topics, translations, links."""
    article, located = read.text, read.located
    yield from _all_known(located, "authors", article.authors, known.people)
    yield from _all_known(located, "topics", article.topics, known.topics)
    if article.reviewer:
        yield from _known(located, ("reviewer",), article.reviewer, known.people, "people.yml")
    if isinstance(article.disclosures, dict):
        for key in article.disclosures:
            yield from _known(located, ("disclosures", key), key, known.people, "people.yml")
    yield from _translation(article, located, known.ids)
    yield from language_and_links(read, known)


def _all_known(
    located: Located, name: str, keys: Sequence[str], known: AbstractSet[str] | None
) -> Iterator[Finding]:
    where = "topics.yml" if name == "topics" else "people.yml"
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if (name, index) not in located.places:
            continue  # a stand-in for a list that did not fit
        if key in seen:
            message = f"`{short(key)}` is named twice"
            yield located.error(
                "front-matter-unknown",
                (name, index),
                message,
                "name it once",
                secret=own_words(key),
            )
        else:
            seen.add(key)
            yield from _known(located, (name, index), key, known, where)


def _known(
    located: Located, keys: KeyPath, key: str, known: AbstractSet[str] | None, where: str
) -> Iterator[Finding]:
    if known is not None and key not in known:
        fix = similar(key, sorted(known))
        if not fix.startswith("did you mean"):
            fix = f"add `{short(key)}` to {where}"
        message = f"`{short(key)}` is not in {where}"
        yield located.error("front-matter-unknown", keys, message, fix, secret=own_words(key))


def _translation(
    article: Article, located: Located, ids: Mapping[str, Article]
) -> Iterator[Finding]:
    if not article.translation_of:
        return
    original = ids.get(article.translation_of)
    if original is None:
        message = f"no article has the id `{article.translation_of}`"
        fix = "copy the `id` of the original"
        yield located.error("front-matter-unknown", ("translation_of",), message, fix)
    elif original.language == article.language:
        message = f"the original is in `{original.language}` too"
        fix = "write this article's own language in `lang`"
        keys = ("lang",) if article.lang else ("translation_of",)
        yield located.error("front-matter-translation", keys, message, fix)


def language_and_links(read: Read[Article] | Read[StandingPage], known: Known) -> Iterator[Finding]:
    """What an article or a standing page says that the publication does not have."""
    text = read.text
    for target, meant in read.points.links:
        if meant in known.missing:
            yield _dead(text, target)
    for target in read.points.rooted:
        if known.addresses.page(target.site_path or "") is Page.UNKNOWN:
            yield _dead(text, target)


def _dead(text: Article | StandingPage, target: Target) -> Finding:
    message = f"the link goes to `{short(target.address)}`, which this publication does not have"
    place = (text.body_line + target.line - 1, target.column)
    fix = "write the path to its file from this one, as ../2026/other-article.md"
    return error("form-link", text.path, place, message, fix)
