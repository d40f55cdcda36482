"""Adding entries to people.yml and topics.yml without touching what stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from publisher.importing.notes import Notes
from publisher.importing.plain_yaml import as_yaml
from publisher.importing.slugs import slugify


@dataclass
class Entries:
    """What stands in people.yml or topics.yml, and what is to be added to it."""

    file: Path
    there: frozenset[str]
    _by_name: dict[str, str]
    new: dict[str, dict[str, object]] = field(default_factory=dict)

    def key(self, key: str, entry: dict[str, object], *, new: bool) -> str:
        """The key under which `entry` stands or will stand; with `new` it is added if need be."""
        if key in self.there or key in self.new:
            return key
        if known := self._by_name.get(slugify(str(entry["name"]))):
            return known
        if new:
            self.new[key] = entry
        return key

    def write(self, notes: Notes) -> bool:
        """Append what is new; whether the file was written.

        What could not be read afterwards is not written, but told.
        """
        if not self.new:
            return False
        old = self.file.read_text(encoding="utf-8-sig") if self.file.exists() else ""
        old = re.sub(r"(?m)^\{\s*\}[ \t]*$", "", old)  # an empty list, written as `{}`
        text = f"{old.rstrip()}\n" if old.strip() else ""
        new: dict[str, object] = dict(sorted(self.new.items()))
        text += as_yaml(new)
        after = _parsed(text)
        if after is None or set(after) != {*self.there, *new}:
            names = ", ".join(new)
            message = f"{names} cannot be added to {self.file.name}, which is not plain YAML"
            notes.error("entries", 1, message, "mend that file, and add them to it")
            return False
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(text, encoding="utf-8", newline="\n")
        return True


def read_entries(file: Path) -> Entries:
    """What stands in `file`; nothing where there is none or it cannot be read."""
    try:
        data = _parsed(file.read_text(encoding="utf-8-sig")) or {}
    except (OSError, ValueError):
        data = {}
    by_name = {slugify(name): key for key, entry in data.items() for name in _names(entry)}
    return Entries(file, frozenset(data), by_name)


def _parsed(text: str) -> dict[str, object] | None:
    try:
        data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds texts, lists, mappings
    except (yaml.YAMLError, RecursionError):
        return None
    if not data:
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else None


def _names(entry: object) -> list[str]:
    name = entry.get("name") if isinstance(entry, dict) else None
    if isinstance(name, dict):
        return [str(value) for value in name.values()]
    return [name] if isinstance(name, str) else []
