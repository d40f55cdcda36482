"""Authors and topics of foreign articles, as entries of our people.yml and topics.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publisher.content.people import Person
from publisher.content.topics import Topic
from publisher.importing.bylines import as_person, kind, parted
from publisher.importing.fitting import fit, fitting
from publisher.importing.header import BrokenError, split
from publisher.importing.notes import Notes, shown
from publisher.importing.site import Site, read_settings
from publisher.importing.slugs import as_hashtag, from_words, slugify
from publisher.importing.values import Value, plain

TEAM = "editorial-team"
_TEAM_ENTRY = {"name": "Editorial team", "kind": "team"}

# Where blogs keep what is known of their authors, from the folder of their settings on.
_ONE_FILE = (
    ".authors.yml",
    "blog/.authors.yml",
    "docs/blog/.authors.yml",
    "docs/.authors.yml",
    "_data/authors.yml",
    "_data/authors.yaml",
    "_data/authors.json",
    "_data/authors.toml",
    "data/authors.yml",
    "data/authors.yaml",
    "data/authors.json",
    "data/authors.toml",
)
_ONE_EACH = (
    "_authors/*.md",
    "_data/authors/*.y*ml",
    "_data/authors/*.json",
    "data/authors/*.y*ml",
    "data/authors/*.json",
    "data/authors/*.toml",
    "content/authors/*.md",
    "content/authors/*/*index.md",
    "authors/*.md",
    "authors/*/*index.md",
)
_NAMES = ("name", "displayname", "fullname", "title", "shortname")
_PARENTS = 3


@dataclass
class Authors:
    """What a foreign blog tells of its authors: key → their record, and the notes on it."""

    known: dict[str, dict[str, Value]] = field(default_factory=dict)
    notes: list[Notes] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def entry(self, author: Value, article: Notes, line: int) -> tuple[str, dict[str, object]]:
        """Our key for an author as an article names them, and what people.yml says of them."""
        if isinstance(author, dict):
            record = _small(author)
            name = _first(record, _NAMES) or next(iter(author), "")
            handle = plain(record.get("id", "")) or parted(name)[0]
        else:
            handle = parted(plain(author))[0]
            record = self.known.get(_key(handle), {})
            name = _first(record, _NAMES) or as_person(plain(author))
        key = slugify(handle, "person")
        name, credentials = parted(name)
        entry: dict[str, object] = {"name": name, "kind": kind(name), **dict(_details(record))}
        if credentials and entry["kind"] == "person":
            entry["credentials"] = list(credentials)
        entry = fit(Person, entry, article, line)
        if key not in self._told:
            self._told.add(key)
            _tell_rest(record, name, article, line)
        return key, entry


def read_authors(site: Site, source: Path, notes: list[Notes]) -> Authors:
    """Every list of authors near the imported folder; the nearest file wins."""
    authors = Authors(notes=notes)
    source = source.resolve()
    folders = [source, site.text, site.root]
    for parent in source.parents[:_PARENTS]:
        folders += [parent] if parent.is_relative_to(site.root) else []
    for folder in dict.fromkeys(folders):
        for key, record in _records(folder, notes):
            authors.known.setdefault(_key(key), _small(record))
    return authors


def topic(name: str) -> tuple[str, dict[str, object]]:
    """Our key for a foreign topic, and what topics.yml says of it."""
    entry: dict[str, object] = {"name": from_words(name)}
    if hashtag := as_hashtag(name):
        entry["hashtag"] = hashtag
    return slugify(name, "topic"), fitting(Topic, entry)[0]


def team() -> tuple[str, dict[str, object]]:
    """The byline of an article that names nobody."""
    return TEAM, dict(_TEAM_ENTRY)


def _records(folder: Path, notes: list[Notes]) -> Iterator[tuple[str, dict[str, Value]]]:
    for name in _ONE_FILE:
        data = read_settings(folder / name) or {}
        inner = data.get("authors")
        for key, record in (inner if isinstance(inner, dict) else data).items():
            yield key, record if isinstance(record, dict) else {"name": record}
    for pattern in _ONE_EACH:
        for file in sorted(folder.glob(pattern)):
            key = file.parent.name if file.stem.endswith("index") else file.stem
            yield from ((key, record) for record in _own_file(file, notes))


def _own_file(file: Path, notes: list[Notes]) -> Iterator[dict[str, Value]]:
    if file.suffix != ".md":
        yield read_settings(file) or {}
        return
    try:
        header, _, _ = split(file.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
        yield header.values
    except (OSError, ValueError) as problem:
        notes.append(Notes(file.as_posix()))
        notes[-1].warning("author", 1, f"this author cannot be read: {problem}")
    except BrokenError as problem:
        notes.append(Notes(file.as_posix()))
        notes[-1].warning("author", problem.line, str(problem))


def _small(record: dict[str, Value]) -> dict[str, Value]:
    return {re.sub(r"[-_\s]", "", key).lower(): value for key, value in record.items()}


def _key(handle: str) -> str:
    return slugify(handle, "person")


def _details(record: dict[str, Value]) -> Iterator[tuple[str, str]]:
    name = _first(record, _NAMES)
    for key, names in (("role", _ROLES), ("bio", _BIOS), ("url", _URLS), ("github", _GITHUBS)):
        text = _first(record, names)
        if text and text != name and re.fullmatch(_FORMS.get(key, r".+"), text):
            yield key, text


_ROLES = ("role", "jobtitle", "position", "title")
_BIOS = ("bio", "description", "about")
_URLS = ("url", "website", "homepage", "uri", "web")
_GITHUBS = ("github", "githubusername")
_FORMS = {"url": r"https?://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?", "github": r"[A-Za-z0-9-]{1,39}"}


def _first(record: dict[str, Value], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := plain(record.get(name, "")))), "")


def _tell_rest(record: dict[str, Value], name: str, notes: Notes, line: int) -> None:
    kept = {text for _, text in _details(record)} | {_first(record, _NAMES)}
    for key, value in record.items():
        if value and plain(value) not in kept and key not in {"slug", "id", "layout"}:
            notes.notice("author", line, f"kept nothing of {name}'s `{key}: {shown(value)}`")
