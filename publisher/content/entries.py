"""`people.yml` and `topics.yml`: key → entry. One bad entry does not spoil the others."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from publisher.content.fields import Record
from publisher.content.front_matter import validate
from publisher.content.located import Located, parse
from publisher.content.people import Person
from publisher.content.pointing import Whereabouts, is_file
from publisher.content.reading import SLUG
from publisher.content.source import read_source, shown_path
from publisher.content.yaml_faults import short
from publisher.finding import Finding

Entry = TypeVar("Entry", bound=Record)


@dataclass(slots=True)
class Entries(Generic[Entry]):
    """What such a file holds; `named` are all keys in it, also those whose entry does not fit.

    `named` is None when the file cannot be read at all, so that nobody can say what is in it;
    `located` is where everything stands.
    """

    located: Located

    fitting: dict[str, Entry] = field(default_factory=dict)
    named: frozenset[str] | None = frozenset()
    findings: list[Finding] = field(default_factory=list)


def read_entries(root: Path, file: Path, model: type[Entry]) -> Entries[Entry]:
    """Read a file of entries; that there is none is no fault."""
    nothing = Located(shown_path(root, file), None)
    if not os.path.lexists(file):
        return Entries(nothing)
    source = read_source(root, file)
    located = source if isinstance(source, Finding) else parse(source.path, source.text)
    if isinstance(located, Finding):
        return Entries(nothing, named=None, findings=[located])
    entries: Entries[Entry] = Entries(located, findings=[*located.findings])
    data = {} if located.data is None else located.data
    if not isinstance(data, dict):
        told = validate(model, located)
        return Entries(nothing, named=None, findings=told if isinstance(told, list) else [])
    entries.named = frozenset(str(keys[0]) for keys in located.places if keys)
    for key in data:
        _read_entry(entries, key, model)
    return entries


def _read_entry(entries: Entries[Entry], key: str, model: type[Entry]) -> None:
    located = entries.located
    entry = validate(model, located.below(key))
    if not SLUG.fullmatch(key):
        message = f"the key `{short(key)}` makes an address that readers cannot type"
        fix = "write it with small letters a-z, digits and single hyphens"
        entries.findings.append(located.error("front-matter-slug", (key,), message, fix))
    elif not isinstance(entry, list):
        entries.fitting[key] = entry
    entries.findings += entry if isinstance(entry, list) else []


def read_people(root: Path, content: str) -> Entries[Person]:
    """Read `people.yml`, and look for everybody's photo."""
    file = root / content / "people.yml"
    entries = read_entries(root, file, Person)
    where = Whereabouts(root, content, file)
    for key, person in entries.fitting.items():
        if person.photo and not _is_there(where, person.photo):
            message = f"`{key}` has a photo `{short(person.photo)}` that is no file in {content}/"
            fix = f"put the file into {content}/ and write its path from there"
            told = entries.located.error("form-file", (key, "photo"), message, fix)
            entries.findings.append(told)
            entries.fitting[key] = person.model_copy(update={"photo": None})
    return entries


def _is_there(where: Whereabouts, photo: str) -> bool:
    meant = where.meant(photo)
    return meant is not None and is_file(where.root, meant)
