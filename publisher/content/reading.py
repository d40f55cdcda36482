"""From one Markdown file to one article, or to the findings that say why not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path, PurePosixPath

from publisher.content.article import Article, FrontMatter
from publisher.content.fields import moment
from publisher.content.front_matter import Located, read_yaml, split, validate
from publisher.content.pages import PageFrontMatter, StandingPage
from publisher.content.prose import Target, targets
from publisher.content.source import Source, error, read_source
from publisher.finding import Finding
from publisher.settings import Settings

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, where its keys stand, and what its text points to in the publication.

    `links` pairs each link to a Markdown file with the path it means, relative to the
    publication's root; `dead` are the links and pictures for which there is no file.
    """

    article: Article
    located: Located
    links: tuple[tuple[Target, str], ...]
    dead: tuple[Target, ...]
    findings: tuple[Finding, ...]


def read_article(
    root: Path, file: Path, settings: Settings, as_of: datetime
) -> ReadArticle | list[Finding]:
    """Read one article below `content/articles/`; nothing of it is used unless all keys fit."""
    read = _read_parts(root, file)
    if isinstance(read, list):
        return read
    source, located, body_line, body = read
    meta = validate(FrontMatter, located)
    slug = _slug(source.path)
    findings = [] if _SLUG.fullmatch(slug) else [_bad_slug(source.path, slug)]
    if isinstance(meta, list):
        return findings + meta
    if findings:
        return findings
    local = _local_files(root, file, meta, located, body_line, body)
    published = _published(meta, settings, as_of)
    article = Article.model_construct(
        **dict(meta),
        path=source.path,
        slug=slug,
        language=meta.lang or settings.language,
        published=published,
        modified=_modified(meta, settings, published),
        body=body,
        body_line=body_line,
        pictures=local.pictures,
        digest=_digest(root, source.raw, local.pictures),
    )
    return ReadArticle(
        article, located, tuple(local.links), tuple(local.dead), tuple(local.findings)
    )


def read_page(root: Path, file: Path, taken: Set[str]) -> StandingPage | list[Finding]:
    """Read one standing page directly below `content/`; no address in `taken` may be its own."""
    read = _read_parts(root, file)
    if isinstance(read, list):
        return read
    source, located, body_line, body = read
    if not _SLUG.fullmatch(file.stem):
        return [_bad_slug(source.path, file.stem)]
    if file.stem in taken:
        fix = "choose another name; the build fills this address itself"
        return [error("form-place", source.path, 1, f"`{file.stem}` is taken", fix)]
    meta = validate(PageFrontMatter, located)
    if isinstance(meta, list):
        return meta
    return StandingPage.model_construct(
        **dict(meta), path=source.path, slug=file.stem, body=body, body_line=body_line
    )


def _read_parts(root: Path, file: Path) -> tuple[Source, Located, int, str] | list[Finding]:
    source = read_source(root, file)
    if isinstance(source, Finding):
        return [source]
    parts = split(source)
    if isinstance(parts, Finding):
        return [parts]
    block, body_line, body = parts
    located = read_yaml(source.path, block.removeprefix("\n"), first_line=2)
    if isinstance(located, list):
        return located
    return source, located, body_line, body


def _slug(path: str) -> str:
    place = PurePosixPath(path)
    return place.parent.name if place.name == "index.md" else place.stem


def _bad_slug(path: str, slug: str) -> Finding:
    return error(
        "front-matter-slug", path, 1,
        f"the file's name makes the address `{slug}`, which readers cannot type",
        "rename it with small letters a-z, digits and single hyphens",
    )


def _published(meta: FrontMatter, settings: Settings, as_of: datetime) -> datetime:
    if meta.date is not None:
        return moment(meta.date, settings.zone)
    # Without a date an article is of the day that is built, from its first minute on.
    return datetime.combine(as_of.astimezone(settings.zone).date(), time(0), settings.zone)


def _modified(meta: FrontMatter, settings: Settings, published: datetime) -> datetime:
    changes = [meta.updated, *(correction.date for correction in meta.corrections)]
    return max([published, *(moment(change, settings.zone) for change in changes if change)])


def _digest(root: Path, raw: bytes, pictures: dict[str, str]) -> str:
    digest = hashlib.sha256(raw)
    for path in sorted(set(pictures.values())):
        digest.update(path.encode() + b"\0" + (root / path).read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Local:
    """What an article's text points to inside the publication."""

    pictures: dict[str, str]
    links: list[tuple[Target, str]]
    dead: list[Target]
    findings: list[Finding]


def _local_files(
    root: Path, file: Path, meta: FrontMatter, located: Located, body_line: int, body: str
) -> _Local:
    local = _Local({}, [], [], [])
    if meta.image:
        line, column = located.place(("image",))
        _add_file(local, root, file, meta.image, (line, column), None)
    for target in targets(body):
        path = target.local_path
        if path is None:
            continue
        place = (body_line + target.line - 1, target.column)
        if path.endswith(".md"):
            meant = (file.parent / path).resolve()
            inside = meant.is_relative_to(root.resolve())
            meant_path = meant.relative_to(root.resolve()).as_posix() if inside else path
            local.links.append((target, meant_path))
        else:
            _add_file(local, root, file, target.address, place, target)
    return local


def _add_file(
    local: _Local, root: Path, file: Path, address: str, place: tuple[int, int],
    target: Target | None,
) -> None:
    """Note a picture or other file that the article shows, or why it cannot be shown."""
    path = file.relative_to(root).as_posix()
    written = target.local_path if target else address
    meant = (file.parent / (written or "")).resolve()
    content = file.relative_to(root).parts[0]
    if written and meant.is_relative_to((root / content).resolve()) and meant.is_file():
        local.pictures[address] = meant.relative_to(root.resolve()).as_posix()
        return
    inside = meant.is_relative_to((root / content).resolve())
    message = f"there is no file `{address}`" if inside else f"`{address}` lies outside {content}/"
    local.findings.append(
        error(
            "form-file", path, place[0], message,
            "put the file beside the article and write its name, as picture.png", place[1],
        )
    )
    if target is not None:
        local.dead.append(target)
