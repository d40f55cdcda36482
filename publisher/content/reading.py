"""From one Markdown file to one article or standing page, or to the findings that say why not.

A file is withheld as a whole, on purpose, when anything in it is not understood: a key that
nobody knows, a value that does not fit, YAML that is none. A mistyped `date` or `status` would
otherwise publish what was meant to stay secret. All the same everything that can be said of
such a file is said at once: what does fit is read, checked with the others, and then left out.
A key that is missing withholds nothing; the page is made of what there is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import PurePosixPath
from typing import Generic, TypeVar, cast

from pydantic import ValidationError

from publisher.content.addresses import RESERVED
from publisher.content.article import Article, FrontMatter
from publisher.content.fields import Record, moment
from publisher.content.front_matter import split, validate
from publisher.content.limits import limits
from publisher.content.located import KeyPath, Located, parse
from publisher.content.masking import mask, open_comment
from publisher.content.pages import PageFrontMatter, StandingPage
from publisher.content.pointing import Pointing, Whereabouts, pointing, show
from publisher.content.prose import targets, targets_in
from publisher.content.source import Source, position, read_source
from publisher.content.yaml_faults import short
from publisher.finding import Finding, error
from publisher.settings import Settings

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Folders that hold articles, and are no bundles themselves.
_NO_BUNDLE = re.compile("articles|[0-9]{4}")

# What stands for a title and for authors where there are none that fit.
_ARTICLES_OWN: dict[str, object] = {"title": "?", "authors": ["?"]}

Text = TypeVar("Text", bound=Article | StandingPage)
Meta = TypeVar("Meta", bound=Record)


@dataclass(frozen=True, slots=True)
class Read(Generic[Text]):
    """A text, where its keys stand, and what it points to in the publication.

    `withheld` is whether it must not be published, for a reason among the `findings`.
    """

    text: Text
    located: Located
    points: Pointing
    findings: tuple[Finding, ...]
    withheld: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file that has front matter and a body, with what was found in either."""

    source: Source
    located: Located
    body_line: int
    body: str
    masked: str
    findings: list[Finding]


def read_article(
    where: Whereabouts, settings: Settings, as_of: datetime
) -> Read[Article] | list[Finding]:
    """Read one article below `content/articles/`; a list if nothing of it can be read."""
    parts = _parts(where)
    if isinstance(parts, list):
        return parts
    meta, faults = _meta(FrontMatter, parts.located, _ARTICLES_OWN)
    faults = [*parts.findings, *faults]
    points = _points(where, parts)
    for written, keys in _pictures_named(meta):
        show(points, where, (written, written), parts.located.place(keys))
    digest = _digest(where, parts.source.raw, points.pictures)
    article = _article(meta, parts, settings, as_of, (points.pictures, digest))
    found = (*faults, *points.findings)
    return Read(article, parts.located, points, found, withheld=bool(faults))


def article_of_text(
    source: Source, settings: Settings, as_of: datetime
) -> tuple[Article | None, list[Finding]]:
    """The article that a text would be which lies nowhere, and what of its front matter is wrong.

    It shows no pictures, for beside it lie none. None if there is no front matter, or no YAML.
    """
    if not source.text.startswith("---"):
        return None, []
    parts = _parts_of(source)
    if isinstance(parts, list):
        return None, parts
    meta, faults = _meta(FrontMatter, parts.located, _ARTICLES_OWN)
    article = _article(meta, parts, settings, as_of, ({}, hashlib.sha256(source.raw).hexdigest()))
    return article, [*parts.findings, *faults]


def _article(
    meta: FrontMatter,
    parts: _Parts,
    settings: Settings,
    as_of: datetime,
    shown: tuple[dict[str, str], str],
) -> Article:
    """An article as it was read; `shown` are its pictures, and the digest of it and of them."""
    published = _published(meta, settings, as_of)
    pictures, digest = shown
    return Article.model_construct(
        **dict(meta),
        path=parts.source.path,
        slug=_slug(parts.source.path),
        language=meta.lang or settings.language,
        published=published,
        modified=_modified(meta, settings, published),
        body=parts.body,
        body_line=parts.body_line,
        pictures=pictures,
        digest=digest,
    )


def read_page(
    where: Whereabouts, settings: Settings, _as_of: datetime
) -> Read[StandingPage] | list[Finding]:
    """Read one standing page directly below `content/`; a list if nothing of it can be read."""
    parts = _parts(where)
    if isinstance(parts, list):
        return parts
    meta, faults = _meta(PageFrontMatter, parts.located, {"title": "?", "description": "?"})
    slug = where.file.stem
    faults = [*parts.findings, *faults]
    if slug in RESERVED or slug in settings.languages:
        message = f"the address `/{slug}/` is one that the site fills itself"
        faults.append(error("form-place", where.path, (1, 1), message, "rename the file"))
    points = _points(where, parts)
    page = StandingPage.model_construct(
        **dict(meta),
        path=parts.source.path,
        slug=slug,
        body=parts.body,
        body_line=parts.body_line,
        pictures=points.pictures,
    )
    found = (*faults, *points.findings)
    return Read(page, parts.located, points, found, withheld=bool(faults))


def unshown(read: Read[Text], files: AbstractSet[str]) -> Read[Text]:
    """The same text as if `files`, by path, were not there to be shown; its words stay."""
    shown = read.text.pictures
    taken = {written for written, path in shown.items() if path in files}
    if not taken:
        return read
    dead = [*read.points.dead, *(each for each in targets(read.text.body) if each.address in taken)]
    left = {written: path for written, path in shown.items() if written not in taken}
    text = cast("Text", read.text.model_copy(update={"pictures": left}))
    return replace(read, text=text, points=replace(read.points, pictures=left, dead=dead))


def _parts(where: Whereabouts) -> _Parts | list[Finding]:
    source = read_source(where.root, where.file)
    if isinstance(source, Finding):
        return [source]
    parts, faults = _parts_of(source), _slug_faults(source.path)
    if isinstance(parts, list):
        return [*parts, *faults]
    parts.findings.extend(faults)
    return parts


def _parts_of(source: Source) -> _Parts | list[Finding]:
    parts = split(source)
    if isinstance(parts, Finding):
        return [parts]
    block, body_line, body = parts
    masked = mask(body)
    located = parse(source.path, block)
    faults = _body_faults(source.path, body, masked, body_line)
    if isinstance(located, Finding):
        return [located, *faults]
    return _Parts(source, located, body_line, body, masked, [*faults, *located.findings])


def _body_faults(path: str, body: str, masked: str, body_line: int) -> list[Finding]:
    found = list(limits(path, body, masked, body_line))
    if (start := open_comment(body, masked)) is not None:
        line, column = position(body[:start])
        message = "a comment begins here with `<!--` and never ends, so readers would see it"
        place = (body_line + line - 1, column)
        found.append(error("form-comment", path, place, message, "write `-->` where it ends"))
    return found


def _meta(
    model: type[Meta], located: Located, stand_in: dict[str, object]
) -> tuple[Meta, list[Finding]]:
    """The front matter; if some of it does not fit, of what does, with what to say of the rest."""
    meta = validate(model, located)
    if not isinstance(meta, list):
        return meta, []
    data = located.data if isinstance(located.data, dict) else {}
    fitting: dict[str, object] = dict(stand_in)
    for key, value in data.items():
        with suppress(ValidationError):
            model.model_validate(stand_in | {key: value})
            fitting[key] = value
    return model.model_validate(fitting), meta


def _points(where: Whereabouts, parts: _Parts) -> Pointing:
    return pointing(where, targets_in(parts.body, parts.masked), parts.body_line)


def _pictures_named(meta: FrontMatter) -> Iterator[tuple[str, KeyPath]]:
    """The pictures that front matter names, each with its key."""
    if meta.image:
        yield meta.image, ("image",)
    if meta.film:
        yield meta.film.poster, ("film", "poster")


def _slug(path: str) -> str:
    place = PurePosixPath(path)
    return place.parent.name if place.name == "index.md" else place.stem


def _slug_faults(path: str) -> list[Finding]:
    slug = _slug(path)
    if path.endswith("/index.md") and _NO_BUNDLE.fullmatch(slug):
        message = f"this would be the article `{slug}`, for it lies in no folder of its own"
        fix = f"move it to {slug}/what-it-is-about/index.md, or call it what-it-is-about.md"
        return [error("form-place", path, (1, 1), message, fix)]
    if SLUG.fullmatch(slug):
        return []
    message = f"the file's name makes the address `{short(slug)}`, which readers cannot type"
    fix = "rename it with small letters a-z, digits and single hyphens"
    return [error("front-matter-slug", path, (1, 1), message, fix)]


def _published(meta: FrontMatter, settings: Settings, as_of: datetime) -> datetime:
    if meta.date is not None:
        return moment(meta.date, settings.zone)
    # Without a date an article is of the day that is built, from its first minute on.
    return datetime.combine(as_of.astimezone(settings.zone).date(), time(0), settings.zone)


def _modified(meta: FrontMatter, settings: Settings, published: datetime) -> datetime:
    changes = [meta.updated, *(correction.date for correction in meta.corrections)]
    return max([published, *(moment(change, settings.zone) for change in changes if change)])


def _digest(where: Whereabouts, raw: bytes, pictures: dict[str, str]) -> str:
    digest = hashlib.sha256(raw)
    for path in sorted(set(pictures.values())):
        digest.update(path.encode() + b"\0" + (where.root / path).read_bytes())
    return digest.hexdigest()
