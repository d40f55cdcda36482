"""An article that came in, as a file of ours."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from publisher.importing.arrival import Arrival
from publisher.importing.convert import tidy
from publisher.importing.plain_yaml import Date, as_yaml

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
    "review_due",
    "image",
    "alt",
    "caption",
    "credit",
    "lang",
    "translation_of",
    "aliases",
)


def as_text(arrival: Arrival) -> str:
    """The whole file: front matter in our order, then the text."""
    keys: dict[str, Any] = {key: arrival.keys[key] for key in ORDER if arrival.keys.get(key)}
    for key in ("date", "updated", "review_due"):
        if key in keys:
            keys[key] = Date(keys[key])
    return f"---\n{as_yaml(keys)}---\n\n{tidy((arrival.linked or arrival.body).text)}"


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
