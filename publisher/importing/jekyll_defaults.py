"""What Jekyll's settings say of articles that do not say it themselves.

Scopes and which of them wins: https://jekyllrb.com/docs/configuration/front-matter-defaults/;
collections: https://jekyllrb.com/docs/collections/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from publisher.importing.source import Foreign
from publisher.importing.taken import Given
from publisher.importing.values import Value, is_true

_SCOPE = ("path", "type")
_COLLECTION = "/:collection/:path:output_ext"


@dataclass(frozen=True)
class Default:
    """Values for the articles below `path`, or at its pattern, that are of `kind`; empty is any."""

    path: str
    kind: str
    values: dict[str, Value]

    def is_for(self, place: PurePosixPath) -> bool:
        """Whether it holds for the article at `place`, counted from the settings."""
        if self.kind and self.kind != _kind(place):
            return False
        wanted = self.path.strip("/")
        folders = [place.as_posix(), *(folder.as_posix() for folder in place.parents)]
        return not wanted or any(fnmatchcase(folder, wanted) for folder in folders)


def read_defaults(settings: dict[str, Value]) -> tuple[Default, ...]:
    """The defaults in `_config.yml`, the weakest first; what collections say is weakest of all."""
    stated = settings.get("defaults", [])
    entries = stated if isinstance(stated, list) else []
    rules = [rule for entry in entries if (rule := _default(entry))]
    rules.sort(key=lambda rule: (len(rule.path.strip("/")), bool(rule.kind)))
    return (*_of_collections(settings.get("collections", {})), *rules)


def with_defaults(
    foreign: Foreign, place: PurePosixPath, defaults: tuple[Default, ...], given: Given
) -> Foreign:
    """The article with what it does not say itself; `given` is where the settings stand."""
    values: dict[str, Value] = {}
    names: dict[str, str] = {}
    for default in defaults:
        if default.is_for(place):
            for name, value in default.values.items():
                key = re.sub(r"[-_\s]", "", name).lower()
                values[key], names[key] = value, name
    header = foreign.header
    new = frozenset(values) - frozenset(key for key, value in header.values.items() if value)
    header = replace(
        header,
        values=header.values | {key: values[key] for key in new},
        names=header.names | {key: names[key] for key in new},
    )
    return replace(foreign, header=header, given=replace(given, keys=new))


def _kind(place: PurePosixPath) -> str:
    """`posts`, `drafts`, the name of a collection, or `pages`."""
    return next((part[1:] for part in place.parts[:-1] if part.startswith("_")), "pages")


def _default(entry: Value) -> Default | None:
    values = entry.get("values") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(values, dict):
        return None
    scope = entry.get("scope", {})
    path, kind = (str(scope.get(key, "")) if isinstance(scope, dict) else "" for key in _SCOPE)
    return Default(path, kind, values)


def _of_collections(collections: Value) -> Iterator[Default]:
    """A collection has addresses of its own, and no pages unless it says so."""
    if isinstance(collections, list):
        collections = {name: {} for name in collections if isinstance(name, str)}
    for name, said in collections.items() if isinstance(collections, dict) else ():
        settings = said if isinstance(said, dict) else {}
        pattern = settings.get("permalink", "" if name == "posts" else _COLLECTION)
        values: dict[str, Value] = {"permalink": pattern} if pattern else {}
        if name != "posts" and not is_true(settings.get("output", "")):
            values["output"] = "false"
        yield Default("", name, values)
