"""Which keys of a foreign front matter found a place with us, and which did not."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.importing.header import Header
from publisher.importing.notes import Notes, shown
from publisher.importing.values import Value


@dataclass
class Keys:
    """Front matter, and which of its keys found a place with us."""

    header: Header
    notes: Notes
    kept: set[str] = field(default_factory=set)

    def take(self, *names: str) -> tuple[str, Value]:
        """The first of `names` that has a value, and the value."""
        for name in names:
            if value := self.header.values.get(name):
                self.kept.add(name)
                return name, value
        return "", ""

    def take_all(self, *names: str) -> list[Value]:
        """The values of all of `names` that have one."""
        return [value for name in names if (value := self.take(name)[1])]

    def line(self, name: str) -> int:
        """Where a key stands."""
        return self.header.lines.get(name, 1)

    def tell_rest(self) -> None:
        """A notice for every key that nobody took."""
        for name, value in self.header.values.items():
            if name not in self.kept and value not in ("", [], {}):
                said = f"kept nothing of `{self.header.names[name]}: {shown(value)}`"
                self.notes.notice("key", self.line(name), said)
