"""An article that came in, as a file of ours."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from publisher.importing.arrival import Arrival
from publisher.importing.convert import tidy

# The order in which our authors are used to find the keys.
ORDER = (
    "id",
    "title",
    "description",
    "date",
    "updated",
    "status",
    "pillar",
    "audience",
    "topics",
    "authors",
    "image",
    "alt",
    "caption",
    "credit",
    "lang",
    "translation_of",
    "aliases",
)


class _Dumper(yaml.SafeDumper):
    """YAML as a person would write it: lists indented, dates without quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


class _Date(str):
    """A date or date-time, which YAML knows without quotes."""

    __slots__ = ()


def _represent_date(dumper: _Dumper, date: _Date) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(date))


_Dumper.add_representer(_Date, _represent_date)


def as_text(arrival: Arrival) -> str:
    """The whole file: front matter in our order, then the text."""
    keys: dict[str, Any] = {key: arrival.keys[key] for key in ORDER if arrival.keys.get(key)}
    for key in ("date", "updated"):
        if key in keys:
            keys[key] = _Date(keys[key])
    block = yaml.dump(keys, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{block}---\n\n{tidy((arrival.linked or arrival.body).text)}"


def write(arrival: Arrival, root: Path, text: str) -> list[Path]:
    """Write the article and its files; what stands there already is never overwritten."""
    file = root / arrival.path
    file.parent.mkdir(parents=True, exist_ok=True)
    written = []
    for name, source in arrival.files.found.items():
        if not (target := file.parent / name).exists():
            shutil.copyfile(source, target)
            written.append(target)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
    return [*written, file]
