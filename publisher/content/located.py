"""YAML with a memory of where each key stood.

One pass over the parser's events makes the data and notes the places. It reads as YAML 1.2's
core schema does (https://yaml.org/spec/1.2.2/#103-core-schema), in which `no` is a word and
`0123` no octal number, and leaves dates as they were written, so that our own words explain
them. Aliases, anchors and tags are refused: none is ever meant in a file of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from publisher.content.source import forbidden
from publisher.content.suppressions import without_comments_of_ours
from publisher.content.yaml_faults import TooDeepError, not_yaml, own_words, short
from publisher.finding import Finding, error

Place = tuple[int, int]
KeyPath = tuple[str | int, ...]

# Deeper than any key of ours, shallow enough that nothing recurses out of its stack.
MAX_DEPTH = 12

# Keys of whose values, and of keys below, no message repeats what was found: it may be a name.
CONFIDENTIAL = frozenset({"consent"})

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True}
_WORDS |= {"false": False, "False": False, "FALSE": False}
_WHOLE = re.compile("[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile("[-+]?(?:0|[1-9][0-9]{0,17})[.][0-9]{1,17}(?:[eE][-+]?[0-9]{1,3})?")

# Line ends to YAML but to nothing else here; as spaces they leave lines and columns true.
_ODD_LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data, and the line and column (from 1, in the file) of each key path in it.

    `findings` tell what YAML itself would let pass; the values concerned are missing in `data`.
    `within` is the key below which all this stands, if it is a part of a file.
    """

    path: str
    data: object
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    within: KeyPath = ()

    def name(self, keys: KeyPath) -> str:
        """A key path as its author would say it."""
        return name_of((*self.within, *keys))

    def place(self, keys: KeyPath) -> Place:
        """Where `keys` stands; for a missing key, where the nearest thing around it stands."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, (1, 1))

    def error(
        self, check: str, keys: KeyPath, message: str, fix: str, *, secret: str = ""
    ) -> Finding:
        """An error at the place of `keys`."""
        return error(check, self.path, self.place(keys), message, fix, secret=secret)

    def refused(self, keys: KeyPath) -> bool:
        """Whether `keys` stands in the file with a value that was told of and left out."""
        data = self.data
        for key in keys[:-1]:
            data = data[key] if isinstance(data, dict | list) else None  # type: ignore[index] # as placed
        return keys in self.places and isinstance(data, dict) and keys[-1] not in data

    def below(self, key: str) -> Located:
        """The part that stands under one key of a mapping."""
        places = {keys[1:]: place for keys, place in self.places.items() if keys[:1] == (key,)}
        data = self.data.get(key) if isinstance(self.data, dict) else None
        return Located(self.path, data, places, within=(*self.within, key))


def events_of(text: str) -> Iterator[yaml.Event]:
    """The parser's events; where they stand is where they stand in `text`."""
    return iter(yaml.parse(text.translate(_ODD_LINE_ENDS), Loader=yaml.CSafeLoader))


class Mark(Protocol):
    """Line and column, from 0, as both of PyYAML's parsers give them."""

    line: int
    column: int


def place_of(mark: Mark | None, first_line: int = 1) -> Place:
    """The place of a parser's mark in a text whose first line is `first_line` of its file."""
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def parse(path: str, text: str, first_line: int = 1) -> Located | Finding:
    """Read one YAML document whose first line is `first_line` of the file at `path`.

    What is no YAML at all is one finding, for the parser cannot go on after it.
    """
    reader = _Reader(path, first_line)
    try:
        data = reader.document(events_of(text))
    except yaml.YAMLError as problem:
        return not_yaml(path, text, problem, first_line)
    return Located(path, data, reader.places, tuple(reader.findings))


_MISSING = object()
_ONE_OF_TWO = "keep one of the two"


class _Reader:
    """From events to data; what was found on the way, and the place of every key."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.places: dict[KeyPath, Place] = {(): (first_line, 1)}
        self.findings: list[Finding] = []

    def document(self, events: Iterator[yaml.Event]) -> object:
        """The data of the first document; that there is a second is told."""
        self.events = events
        data = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if data is not None:
                    message = "a second document begins here, after a line `---` or `...`"
                    self._tell(event, message, "keep one; delete that line")
                    break
                first = next(events)
                data = self._value(first, ())
                if not isinstance(data, dict):
                    self.places[()] = self._place(first)
        return None if data is _MISSING else data

    def _value(self, event: yaml.Event, keys: KeyPath) -> object:
        self.places.setdefault(keys, self._place(event))
        if len(keys) > MAX_DEPTH:
            raise TooDeepError(event)
        refused = self._refused(event)
        value: object
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(keys)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(keys)
        elif isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, keys)
        else:  # an alias
            value = _MISSING
        return _MISSING if refused else value

    def _mapping(self, keys: KeyPath) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, again = self._key(event, keys)
            here = (*keys, key)
            self.places.setdefault(here, self._place(event))
            # A key that stands twice is read under no name, so that nothing in it is told twice.
            value = self._value(next(self.events), (*here, "") if again else here)
            if not again and value is not _MISSING:
                data[key] = value
        return data

    def _key(self, event: yaml.Event, keys: KeyPath) -> tuple[str, bool]:
        """A key's text, and whether it is to be passed over because it stands a second time."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._value(event, (*keys, "?", ""))
            self._tell(event, "a key cannot be a list or a group", "write it as `key: value`")
            return "?", True
        if self._refused(event) or not isinstance(event, yaml.ScalarEvent):
            return "?", True
        if not event.value:
            self._tell(event, "there is no key before this colon", "write one, as `title:`")
            return "?", True
        first = self.places.get((*keys, event.value))
        if first:
            named = "this key" if keys and keys[0] in CONFIDENTIAL else f"`{short(event.value)}`"
            message = f"{named} stands here again; it is on line {first[0]} already"
            self._tell(event, message, _ONE_OF_TWO, "front-matter-key-twice", event.value)
        return event.value, first is not None

    def _sequence(self, keys: KeyPath) -> list[object]:
        data: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*keys, len(data))
            self.places.pop(here, None)  # of a value that was refused, and is not in `data`
            value = self._value(event, here)
            if value is not _MISSING:
                data.append(value)
        return data

    def _scalar(self, event: yaml.ScalarEvent, keys: KeyPath) -> object:
        if event.style == '"' and forbidden(event.value):
            message = f"the value of {name_of(keys)} holds an invisible control character"
            fix = "delete it, or the escape like \\x07 that stands for it"
            self._tell(event, message, fix, "form-control-character")
            return _MISSING
        if event.style or event.value not in _WORDS:
            value = without_comments_of_ours(event.value)
            return value if event.style else _number(value)
        return _WORDS[event.value]

    def _refused(self, event: yaml.Event) -> bool:
        """Whether an event bears what is never meant here: an alias, an anchor or a tag."""
        if isinstance(event, yaml.AliasEvent):
            sign = f"*{event.anchor}"
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            sign = f"&{event.anchor}"
        elif (tag := getattr(event, "tag", None)) is not None:
            sign = str(tag).replace("tag:yaml.org,2002:", "!!")
        else:
            return False
        message = f"`{short(sign)}` is no text to YAML but a command, which is refused here"
        fix = "put the whole value in double quotes if this is its beginning, else delete this"
        self._tell(event, message, fix, quoted=sign)
        return True

    def _place(self, event: yaml.Event) -> Place:
        return place_of(event.start_mark, self.first_line)

    def _tell(
        self,
        event: yaml.Event,
        message: str,
        fix: str,
        check: str = "front-matter-yaml",
        quoted: str = "",
    ) -> None:
        place, secret = self._place(event), own_words(quoted)
        self.findings.append(error(check, self.path, place, message, fix, secret=secret))


def _number(text: str) -> str | int | float:
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def name_of(keys: KeyPath) -> str:
    """A key path as its author would say it: `references[2].doi`."""
    path = ""
    for key in keys:
        path += f"[{key + 1}]" if isinstance(key, int) else f"{'.' if path else ''}{short(key)}"
    return f"`{path}`" if path else "the file"
