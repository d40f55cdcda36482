"""Which foreign articles say the same in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from publisher.importing.arrival import Arrival
from publisher.importing.source import Foreign

_Group: TypeAlias = tuple[str, ...]

_CODE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2,4})?")


def language_folders(articles: Iterable[Foreign], default: str) -> frozenset[str]:
    """The first folders that are languages, as `en/` and `es/`; none unless there are several."""
    firsts = {foreign.path.parts[0] for foreign in articles if len(foreign.path.parts) > 1}
    codes = frozenset(first for first in firsts if _CODE.fullmatch(first))
    return codes if len(codes) > 1 and codes & {default, "en"} else frozenset()


def in_folder(foreign: Foreign, folders: frozenset[str]) -> Foreign:
    """The same article, knowing the language that its first folder tells."""
    first = foreign.path.parts[0]
    if first not in folders or foreign.language:
        return foreign
    return replace(foreign, language=first)


def originals_first(arrivals: Iterable[Arrival], default: str) -> list[Arrival]:
    """The same articles; those in `default` come first to slugs and addresses."""
    return sorted(arrivals, key=lambda arrival: arrival.meta.language not in {"", default})


def language_to_write(arrival: Arrival, default: str, ours: str) -> str:
    """The article's language; where it tells none, its blog's, if the publication has another."""
    is_ours = default.partition("-")[0] == ours.partition("-")[0]
    return arrival.meta.language or ("" if is_ours else default)


def join(arrivals: list[Arrival], folders: frozenset[str], default: str) -> None:
    """Say of each translation which article is its original: the one in `default`, or the first."""
    keys: dict[_Group, str] = {}
    for arrival in arrivals:
        if arrival.meta.group:
            keys.setdefault(_file(arrival.foreign, folders), arrival.meta.group)
    groups: dict[_Group, list[Arrival]] = {}
    for arrival in arrivals:
        file = _file(arrival.foreign, folders)
        # A key that one of two forgot is the other's key.
        key = arrival.meta.group or keys.get(file)
        groups.setdefault((key,) if key else file, []).append(arrival)
    for group in groups.values():
        original = next((a for a in group if (a.meta.language or default) == default), group[0])
        for arrival in group:
            if arrival.meta.language not in {"", original.meta.language or default}:
                arrival.translation_of = original.id


def _file(foreign: Foreign, folders: frozenset[str]) -> _Group:
    """What the paths of translations have in common: all but the language."""
    name = foreign.path.name.split(".")[0] if foreign.language else foreign.path.stem
    parts = foreign.path.parts[:-1]
    if parts and parts[0] in folders:
        parts = parts[1:]
    return ("file", *parts, name)
