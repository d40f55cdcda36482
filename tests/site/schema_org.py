"""Holds JSON-LD to the vocabulary of schema.org: types, properties, and what goes with what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from publisher.site import structured_data
from publisher.site.views import View
from tests.site.example import PUBLICATION, SITE

VOCABULARY = Path(__file__).parent / "data/schema-org.txt"

# Which of schema.org's data types a value of JSON is; some types stand for a text with a form.
_TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "Distance"}
_NUMBERS = {"Number", "Integer", "Float", "QuantitativeValue", "Distance"}


@dataclass(frozen=True)
class Property:
    """Which types have a property, and of which types its values are."""

    domain: frozenset[str]
    range: frozenset[str]
    superseded: bool


@dataclass(frozen=True)
class Vocabulary:
    """Type → the types it is a kind of; property → where it belongs."""

    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    properties: dict[str, Property] = field(default_factory=dict)

    def ancestry(self, kind: str) -> set[str]:
        """A type and everything that it is a kind of."""
        found, new = set(), {kind}
        while new:
            found |= new
            new = {parent for one in new for parent in self.kinds[one]} - found
        return found


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary in tests/site/data."""
    read = Vocabulary()
    for line in VOCABULARY.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, colon, rest = line.partition(": ")
        if not colon:
            kind, *parents = line.split()
            read.kinds[kind] = frozenset(parents)
            continue
        domain, _, values = rest.partition(" > ")
        read.properties[name.rstrip("!")] = Property(
            frozenset(domain.split()), frozenset(values.split()), name.endswith("!")
        )
    return read


def complaints(node: dict[str, Any]) -> Iterator[str]:
    """Everything in a node, and in those within it, that the vocabulary does not know."""
    if set(node) == {"@id"}:
        return
    kind = node.get("@type")
    if kind not in vocabulary().kinds:
        yield f"{kind} is no type"
        return
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _about_property(kind, name, value)


def _about_property(kind: str, name: str, value: Any) -> Iterator[str]:
    known = vocabulary().properties.get(name)
    if known is None:
        yield f"{kind}.{name} is no property"
        return
    if known.superseded:
        yield f"{kind}.{name} is superseded"
    if not known.domain & vocabulary().ancestry(kind):
        yield f"{kind} has no {name}"
    for one in value if isinstance(value, list) else [value]:
        if not _fits(one, known.range):
            yield f"{kind}.{name} is not {one!r}"
        if isinstance(one, dict):
            yield from complaints(one)


def _fits(value: Any, wanted: frozenset[str]) -> bool:
    if isinstance(value, dict):
        pointer = set(value) == {"@id"}
        kind = value.get("@type")
        return pointer or bool(kind in vocabulary().kinds and vocabulary().ancestry(kind) & wanted)
    if isinstance(value, bool):
        return "Boolean" in wanted
    if isinstance(value, str):  # an address may stand for the thing at it
        return bool(wanted & _TEXTS) or value.startswith("https://")
    return bool(wanted & _NUMBERS)


def nodes_of(view: View) -> dict[str, dict[str, Any]]:
    """The nodes of a page's graph by what comes after the site's address in their @id."""
    graph = structured_data.graph(PUBLICATION, view)["@graph"]
    return {node["@id"].removeprefix(SITE): node for node in graph}
