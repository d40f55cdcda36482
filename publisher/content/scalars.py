"""The values of a YAML text as passages: what stands in front matter, people.yml or topics.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import yaml

from publisher.content.located import KeyPath, events_of
from publisher.content.passages import HIDDEN, Kind, Mapped, Passage

_WORD = re.compile(r"\S+")
_SEEN = re.compile(rf"[^{HIDDEN}]+")
# Keys of ours, and what tells nobody's name or number.
_KEY = re.compile(r"[a-z]+(?:[_-][a-z]+)*")
_REST = re.compile(r"[^\n]+")
# Keys whose values are shown under the same name wherever they stand.
_KINDS = {
    "alt": Kind.ALT,
    "caption": Kind.CAPTION,
    "url": Kind.ADDRESS,
    "same_as": Kind.ADDRESS,
    "image": Kind.NAME,
    "photo": Kind.NAME,
    "poster": Kind.NAME,
    "aliases": Kind.NAME,
}
# Where a word of a value stands at the latest: escapes and line ends may be between.
_SOON = re.compile(r"(?:\s*\S+){1,4}")
_HEAD = {"title": Kind.TITLE, "description": Kind.DESCRIPTION}
# Keys that hold no words of ours: numbers, days, names of other things.
_DATA = frozenset(
    "after at audience authors channels consent credentials date expires fediverse github id kind "  # noqa: SIM905
    "lang left lobbying not_after not_before pillar record references review_due reviewed reviewer "
    "status study_type topics translation_of updated".split()
)


def value_passages(path: str, text: str, first_line: int, language: str) -> Iterator[Passage]:
    """Yield each value of `text`, a YAML document that begins at `first_line` of its file.

    The `name` of each is its key path, as `references.0.title`. A key that is none of ours is
    data; so are, line by line, the words that stand where the text is no YAML any more.
    """
    line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for keys, each in _scalars(text):
        words = _mapped(text, each.value, each.start, each.end)
        if words.text.strip():
            yield Passage(
                path=path,
                kind=Kind.DATA if each.data else _kind(keys),
                text=words.text,
                language=language,
                name=".".join(str(key) for key in keys),
                starts=tuple(words.starts),
                places=words.places(line_starts, first_line),
            )


def _kind(keys: KeyPath) -> Kind:
    names = [key for key in keys if isinstance(key, str)]
    if not _DATA.isdisjoint((names[0], names[-1]) if names else ()):
        return Kind.DATA
    if len(keys) == 1 and names and names[0] in _HEAD:
        return _HEAD[names[0]]
    return _KINDS.get(names[-1] if names else "", Kind.VALUE)


def _mapped(text: str, value: str, start: int, end: int | None) -> Mapped:
    """The `value` that stands in `text[start:end]` on one line, each word where it stands."""
    words = Mapped()
    stop = len(text) if end is None else end
    for word in _WORD.findall(value):
        soon = _SOON.match(text, start, stop)  # `\u004a` is a word that stands nowhere as it is
        at = text.find(word, start, soon.end() if soon else stop)
        if words.length:
            words.add(" ", start)
        for seen in _SEEN.finditer(word):
            words.add(seen[0], at + seen.start() if at >= 0 else start)
        start = at + len(word) if at >= 0 else start
    return words


@dataclass
class _Keys:
    """Which keys lead to the value that comes next; None where a key comes next."""

    stack: list[str | int | None] = field(default_factory=list)

    @property
    def path(self) -> KeyPath:
        return tuple(key for key in self.stack if key is not None)

    def take(self, value: str) -> bool:
        """Whether a scalar with this value is a key, and not a value itself."""
        if not self.stack or self.stack[-1] is not None:
            return False
        self.stack[-1] = value
        return True

    def moved(self, event: yaml.Event) -> bool:
        """Whether a value ends with this event, which may open or close a list or a group."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.stack.append(0 if isinstance(event, yaml.SequenceStartEvent) else None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        return isinstance(event, yaml.ScalarEvent | yaml.AliasEvent | yaml.CollectionEndEvent)

    def advance(self) -> None:
        """After a value: to the next entry of a list, or to the next key of a group."""
        if self.stack:
            last = self.stack[-1]
            self.stack[-1] = last + 1 if isinstance(last, int) else None


class _Written(NamedTuple):
    """A value, and from where to where of the text it stands."""

    value: str
    start: int
    end: int | None
    data: bool = False


def _scalars(text: str) -> Iterator[tuple[KeyPath, _Written]]:
    """Yield each scalar, but keys that look like ours, with the keys that lead to it."""
    keys, end = _Keys(), 0
    try:
        for event in events_of(text):
            end = event.end_mark.index if event.end_mark else end
            if isinstance(event, yaml.ScalarEvent):
                start = event.start_mark.index if event.start_mark else 0
                if keys.take(event.value):
                    if not _KEY.fullmatch(event.value):
                        yield keys.path, _Written(event.value, start, end, data=True)
                    continue
                yield keys.path, _Written(event.value, start, end)
            if keys.moved(event):
                keys.advance()
    except yaml.YAMLError:
        for line in _REST.finditer(text, end):
            yield (), _Written(line[0], line.start(), line.end(), data=True)
