"""Which keys of a foreign front matter found a place with us, and which did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from publisher.importing.header import Header
from publisher.importing.notes import Notes, shown
from publisher.importing.values import Value


@dataclass(frozen=True)
class Given:
    """The `keys` that an article has from its blog's settings; what they are told in, and where."""

    keys: frozenset[str] = frozenset()
    notes: Notes = field(default_factory=lambda: Notes(""))
    line: int = 1


@dataclass
class Keys:
    """Front matter, and which of its keys found a place with us."""

    header: Header
    notes: Notes
    given: Given = field(default_factory=Given)
    kept: set[str] = field(default_factory=set)

    def take(self, *names: str) -> tuple[str, Value]:
        """The first of `names` that has a value, and the value; the article's own come first."""
        for name in self.own_first(names):
            if value := self.header.values.get(name):
                self.kept.add(name)
                return name, value
        return "", ""

    def own_first(self, names: Iterable[str]) -> list[str]:
        """`names` in their order, those that only the settings gave at the end."""
        return sorted(names, key=self.given.keys.__contains__)

    def take_all(self, *names: str) -> list[Value]:
        """The values of all of `names` that have one."""
        return [value for name in names if (value := self.take(name)[1])]

    def line(self, name: str) -> int:
        """Where a key stands."""
        return self.header.lines.get(name, 1)

    def tell_rest(self) -> None:
        """A notice for every key that nobody took."""
        for name, value in self.header.values.items():
            if name in self.kept or value in ("", [], {}):
                continue
            if name in self.given.keys:
                said = f"the default `{self.header.names[name]}: {shown(value)}` was not kept"
                self.given.notes.notice("key", self.given.line, said)
            else:
                said = f"kept nothing of `{self.header.names[name]}: {shown(value)}`"
                self.notes.notice("key", self.line(name), said)
