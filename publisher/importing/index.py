"""Which article stands behind a path, a name or an old address of the imported blog."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from publisher.importing.addresses import clean

Entry = TypeVar("Entry")


@dataclass
class Index(Generic[Entry]):
    """Finds entries (articles that came in) by what foreign links call them."""

    base: str = ""
    _paths: dict[str, Entry] = field(default_factory=dict)
    _names: dict[str, list[Entry]] = field(default_factory=dict)
    _addresses: dict[str, Entry] = field(default_factory=dict)

    def add(
        self, entry: Entry, path: PurePosixPath, place: PurePosixPath, addresses: tuple[str, ...]
    ) -> None:
        """Make `entry` known by its path, its place below the texts, and its old addresses.

        Where two claim the same, the first claim stands.
        """
        self._paths[path.as_posix().lower()] = entry
        self._paths.setdefault(place.as_posix().lower(), entry)
        bundle = path.name.split(".")[0] in {"index", "_index"}
        for name in {path.name, path.stem} if not bundle else {path.parent.name}:
            self._names.setdefault(name.lower(), []).append(entry)
        for address in addresses:
            self._addresses.setdefault(_key(address), entry)

    def at_address(self, path: str) -> Entry | None:
        """The article that could be read at `path`, counted from the old site's root."""
        address = clean(path, self.base)
        return self._addresses.get(_key(address)) if address else None

    def at_path(self, path: str, folder: PurePosixPath) -> Entry | None:
        """The article in the file at `path`, counted from `folder` or the imported folder."""
        wanted = path.strip("/").lower()
        for start in ("" if path.startswith("/") else folder.as_posix().lower(), ""):
            place = posixpath.normpath(posixpath.join(start, wanted))
            for ending in ("", ".md", ".markdown", "/index.md"):
                if found := self._paths.get(place + ending):
                    return found
        return None

    def named(self, path: str) -> Entry | None:
        """The article whose file has the last name in `path`, if only one has."""
        name = path.rstrip("/").rsplit("/", 1)[-1].lower()
        if name in {"index.md", "_index.md"}:
            name = path.rstrip("/").lower().rsplit("/", 2)[-2] if "/" in path else name
        found = self._names.get(name, [])
        return found[0] if len(found) == 1 else None


def _key(address: str) -> str:
    return re.sub(r"(?:/index)?\.html?$", "", address.lower()).strip("/")
