"""Single keys of an article's front matter changed where they stand; every other byte stays."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

import yaml

from publisher.content.article import Status
from publisher.content.filling import LINE, located_in
from publisher.content.located import events_of, place_of

# One of a list's entries: a word, or keys with their values.
Entry = str | Mapping[str, str]

# A day or an address, which YAML cannot take for anything else.
_PLAIN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z]+/[a-z0-9/-]*")


class EditError(ValueError):
    """A key cannot be changed without changing anything else; the message says what to write."""


def with_correction(text: str, day: date, note: str) -> str:
    """An article's text with a correction more. Raises EditError."""
    return with_entry(text, "corrections", {"date": day.isoformat(), "note": note})


def with_status(text: str, status: Status) -> str:
    """An article's text with another status. Raises EditError."""
    event = _value(text, "status")
    if event is None:
        changed = _at_end(text, [f"status: {status}"])
    else:
        line, column = place_of(event.start_mark)
        end = place_of(event.end_mark)
        lines = LINE.findall(text)
        own = lines[line - 1]
        if end[0] == line:
            lines[line - 1] = f"{own[: column - 1]}{status}{own[end[1] - 1 :]}"
        changed = "".join(lines)
    return _checked(text, changed, "status", str(status))


def with_entry(text: str, key: str, entry: Entry) -> str:
    """An article's text with `entry` at the end of the list `key`, begun where there is none.

    Raises EditError where that would change anything else.
    """
    located = located_in(text)
    data = located.data if located else None
    stands = data.get(key) if isinstance(data, dict) else None
    there = stands if isinstance(stands, list) else [stands] if stands else []
    value = _value(text, key)
    if isinstance(value, yaml.SequenceStartEvent) and value.flow_style:
        changed = _in_brackets(text, key, entry, first=not there)
    elif isinstance(value, yaml.SequenceStartEvent):
        indent = " " * (place_of(value.start_mark)[1] - 1)
        changed = _below(text, _last_line(text, key), _rows(entry, indent))
    elif value is None:
        changed = _at_end(text, [f"{key}:", *_rows(entry, "  ")])
    else:  # the key stands there with nothing after it
        changed = _below(text, place_of(value.start_mark)[0], _rows(entry, "  "))
    wanted = [*there, entry if isinstance(entry, str) else dict(entry)]
    return _checked(text, changed, key, wanted)


def _checked(text: str, changed: str, key: str, wanted: object) -> str:
    """`changed`, if its front matter is that of `text` with `key` as `wanted`."""
    before, after = located_in(text), located_in(changed)
    data = before.data if before else None
    if after and isinstance(data, dict) and after.data == data | {key: wanted}:
        return changed
    message = f"`{key}` stands there in a way that cannot be changed by itself; "
    message += f"write it: {json.dumps({key: wanted}, ensure_ascii=False)[1:-1]}"
    raise EditError(message)


def _events(text: str, key: str) -> list[yaml.Event]:
    """The events of what a top key holds, from its value's first to its last."""
    events = events_of(re.sub(r"\r\n?", "\n", text).removeprefix("\ufeff"))
    depth, name, found = 0, True, False
    kept: list[yaml.Event] = []
    for event in events:
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if found:
            kept.append(event)
        opened = isinstance(event, yaml.CollectionStartEvent)
        closed = isinstance(event, yaml.CollectionEndEvent)
        depth += opened - closed
        if depth == 1 and (closed or isinstance(event, yaml.ScalarEvent)):
            if found:
                break
            found = name and isinstance(event, yaml.ScalarEvent) and event.value == key
            name = not name
    return kept


def _value(text: str, key: str) -> yaml.Event | None:
    """The first event of what a top key holds."""
    return next(iter(_events(text, key)), None)


def _last_line(text: str, key: str) -> int:
    """The line (from 1) on which the last value below a key ends."""
    ended = (yaml.ScalarEvent, yaml.CollectionEndEvent)
    ends = [event for event in _events(text, key)[:-1] if isinstance(event, ended)]
    line, column = max(place_of(event.end_mark) for event in ends)
    return line - 1 if column == 1 else line


def _in_brackets(text: str, key: str, entry: Entry, *, first: bool) -> str:
    line, column = place_of(_events(text, key)[-1].start_mark)
    lines = LINE.findall(text)
    own = lines[line - 1]
    added = ("" if first else ", ") + json.dumps(entry, ensure_ascii=False)
    lines[line - 1] = f"{own[: column - 1]}{added}{own[column - 1 :]}"
    return "".join(lines)


def _rows(entry: Entry, indent: str) -> list[str]:
    """An entry of a list as lines of YAML."""
    if isinstance(entry, str):
        return [f"{indent}- {_scalar(entry)}"]
    rows = [f"{name}: {_scalar(value)}" for name, value in entry.items()]
    return [f"{indent}{'  ' if number else '- '}{row}" for number, row in enumerate(rows)]


def _scalar(value: str) -> str:
    """A value on one line, in quotation marks where YAML might read something else into it."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _at_end(text: str, rows: list[str]) -> str:
    """`text` with `rows` as the last lines of its front matter."""
    lines = LINE.findall(text)
    closing = next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")
    return _below(text, closing, rows)


def _below(text: str, line: int, rows: list[str]) -> str:
    """`text` with `rows` behind its line of that number, with the line ends that it has."""
    lines = LINE.findall(text)
    end = lines[0][len(lines[0].rstrip("\r\n")) :]
    lines[line:line] = [f"{row}{end}" for row in rows]
    return "".join(lines)
