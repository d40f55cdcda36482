"""References filled in where they stand: nothing else in the file changes, not even a line end."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from publisher.content.article import FrontMatter
from publisher.content.front_matter import read_yaml, split, validate
from publisher.content.located import Located, Place, events_of, place_of
from publisher.content.references import Reference
from publisher.content.source import Source, decode
from publisher.finding import Finding

# Where a reference's identifier stands (line and column, from 1), and the reference.
Placed = tuple[int, int, Reference]

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def bare_references(source: Source) -> list[Placed] | Finding:
    """Each reference in an article that has no title yet and can be looked up, with its place."""
    located = _front_matter(source)
    if isinstance(located, Finding):
        return located
    meta = validate(FrontMatter, located)
    if isinstance(meta, list):
        return meta[0]
    return [
        (*located.place(("references", index, reference.key.partition(":")[0])), reference)
        for index, reference in enumerate(meta.references)
        if reference.title is None and (reference.doi or reference.pmid)
    ]


def _front_matter(source: Source) -> Located | Finding:
    parts = split(source)
    if isinstance(parts, Finding):
        return parts
    located = read_yaml(source.path, parts[0])
    return located[0] if isinstance(located, list) else located


def fill(text: str, places: Sequence[Placed]) -> str:
    """`text`, a file with its own line ends, with each looked-up reference's missing keys.

    A reference that cannot be written without changing anything else is left as it is; then
    `bare_references` still names it.
    """
    for line, column, reference in sorted(places, key=lambda placed: placed[:2], reverse=True):
        text = _with(text, (line, column), reference)
    return text


def _with(text: str, place: Place, reference: Reference) -> str:
    before = located_in(text)
    keys = next((keys for keys, at in before.places.items() if at == place), ()) if before else ()
    if before is None or keys[:1] != ("references",):
        return text
    wanted: Any = copy.deepcopy(before.data)
    entry = wanted["references"][keys[1]]
    given = reference.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    missing = {key: value for key, value in given.items() if key not in entry}
    entry |= missing
    filled = _written(text, place, missing) if missing else text
    after = located_in(filled)
    return filled if after is not None and after.data == wanted else text


def located_in(text: str) -> Located | None:
    """The front matter of a file's text, whatever its line ends."""
    source = decode("", text.encode("utf-8"))
    located = _front_matter(source) if isinstance(source, Source) else source
    return None if isinstance(located, Finding) else located


def _written(text: str, place: Place, missing: dict[str, object]) -> str:
    """`text` with `missing` behind the key at `place`, in the style that the reference has."""
    lines = LINE.findall(text)
    in_braces, line, column = _gap(text, place)
    if in_braces:
        before, after = lines[line][: column - 1].rstrip(" "), lines[line][column - 1 :]
        added = ", ".join(f"{key}: {_in_line(value)}" for key, value in missing.items())
        lines[line] = f"{before}{' ' if before.endswith(',') else ', '}{added}{after}"
    else:
        own = lines[place[0] - 1]
        indent, end = " " * (place[1] - 1), own[len(own.rstrip("\r\n")) :]
        rows = yaml.safe_dump(missing, sort_keys=False, allow_unicode=True, width=10_000)
        gap = line if column == 0 else line + 1
        lines[gap:gap] = [f"{indent}{row}{end}" for row in rows.splitlines()]
    return "".join(lines)


def _in_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # which is YAML too


def _gap(text: str, place: Place) -> tuple[bool, int, int]:
    """Whether the key at `place` stands in braces, and line and column (from 0) of the end.

    In braces that is the end of all that they hold, else the end of the key's own value.
    """
    events = events_of(re.sub(r"\r\n?", "\n", text).removeprefix("\ufeff"))
    in_braces: list[bool] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            in_braces.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            in_braces.pop()
        elif place_of(event.start_mark) == place:
            line, column = place_of((_end(events) if in_braces[-1] else next(events)).end_mark)
            return in_braces[-1], line - 1, column - 1
    return False, 0, 0


def _end(events: Iterator[yaml.Event]) -> yaml.Event:
    """The event that ends what is open."""
    depth = 1
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return event
    raise AssertionError  # the parser ends what it began, or had told before
