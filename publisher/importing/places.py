"""Where each arriving article will stand: its slug, its file, and what stands there already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from publisher.content.source import files_below
from publisher.finding import Finding
from publisher.importing.arrival import Arrival
from publisher.importing.header import BrokenError, Header, split
from publisher.importing.slugs import slugify, without_date
from publisher.importing.values import plain, texts

# An article without a day of its own is a draft; it has no year to stand under.
UNDATED = "drafts"
_ENOUGH = 200
# Names that say where a file is, not what is in it.
_NO_NAMES = frozenset({"index", "readme", "post", "article", "untitled", "draft", "new-post"})


@dataclass(frozen=True, slots=True)
class Standing:
    """An article that is in the publication already."""

    path: str
    slug: str
    title: str
    aliases: frozenset[str]


@dataclass
class Shelf:
    """Every article of the publication by its id, and every slug and alias that is taken."""

    by_id: dict[str, Standing] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)


def read_shelf(root: Path, content: Path) -> Shelf:
    """What stands in `content`/articles; files that cannot be read still hold their slug."""
    shelf = Shelf()
    for file in files_below(root, content / "articles"):
        if isinstance(file, Finding) or file.suffix != ".md":
            continue
        slug = file.parent.name if file.name == "index.md" else file.stem
        shelf.slugs.add(slug)
        values = _header(file).values
        aliases = frozenset(texts(values.get("aliases", ""), "\n"))
        shelf.aliases |= dict.fromkeys(aliases, plain(values.get("id", "")))
        if name := plain(values.get("id", "")):
            path = file.relative_to(root).as_posix()
            shelf.by_id[name] = Standing(path, slug, plain(values.get("title", "")), aliases)
    return shelf


def _header(file: Path) -> Header:
    try:
        return split(file.read_text(encoding="utf-8-sig"))[0]
    except (OSError, ValueError, BrokenError):
        return Header()


def id_of(path: PurePosixPath) -> str:
    """An id that a second run finds again: a digest of the path below the imported folder."""
    return _digest(path.as_posix())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def place(arrivals: list[Arrival], shelf: Shelf, content: str) -> None:
    """Give every arrival its slug and path; those that came in before keep what they have."""
    for arrival in arrivals:
        standing = shelf.by_id.get(arrival.id)
        if standing and not _is_same(arrival, standing):
            # Another blog had a file by the same name.
            arrival.id = _digest(f"{arrival.foreign.path}\n{arrival.title}")
            standing = shelf.by_id.get(arrival.id)
        if standing:
            arrival.slug, arrival.path, arrival.exists = standing.slug, standing.path, True
    for arrival in arrivals:
        if not arrival.exists:
            arrival.slug = next(s for s in _slugs(arrival) if s not in shelf.slugs)
            shelf.slugs.add(arrival.slug)
            year = str(arrival.keys.get("date", ""))[:4] or UNDATED
            name = f"{arrival.slug}/index.md" if arrival.files.found else f"{arrival.slug}.md"
            arrival.path = f"{content}/articles/{year}/{name}"


def _is_same(arrival: Arrival, standing: Standing) -> bool:
    """Whether what stands there came from this file: its title or an address of it is left.

    Titles that are too long were cut, so that only their beginnings can be compared.
    """
    title = plain(arrival.title)[:_ENOUGH]
    return title == standing.title[:_ENOUGH] or bool(standing.aliases & set(arrival.aliases))


def _slugs(arrival: Arrival) -> Iterator[str]:
    """The article's own name, then names that say of which day or folder it is."""
    name = slugify(arrival.meta.slug or without_date(arrival.foreign.name))
    if name in _NO_NAMES or name.isdigit():
        name = slugify(arrival.title)
    yield name
    if arrival.meta.language:
        yield f"{name}-{slugify(arrival.meta.language)}"
    if arrival.meta.day:
        yield f"{name}-{arrival.meta.day[:4]}"
        yield f"{name}-{arrival.meta.day}"
    if parent := arrival.foreign.path.parent.name:
        yield f"{name}-{slugify(parent)}"
    count = 2
    while True:
        yield f"{name}-{count}"
        count += 1
