"""What all privacy checks know of a document: its sentences, and whose care they tell of.

Worked out once for a document, whichever check asks first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from publisher.checks._document import Document
from publisher.checks._privacy_care import AGED, HEALTH, Line, lines
from publisher.checks._privacy_data import mark, named
from publisher.checks._privacy_frames import frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_people import People
from publisher.checks._privacy_tables import entries, mark_tables
from publisher.content.passages import Kind, Passage

_READ = frozenset({*Kind} - {Kind.DATA, Kind.NAME, Kind.ADDRESS})
# How far the story of a sentence about one person goes, and that of one with an age.
_REACH, _REACH_OF_CASE = 2, 6
# How much of a text makes all of it one person's story, and how far apart the parts of one stand.
# How far around somebody's name their story goes.
_MOSTLY, _BETWEEN, _AROUND = 0.5, 30, 8


@dataclass(frozen=True)
class Analysis:
    """The sentences of a document in order, and the mentions of people linked to care.

    `data` are the values of front matter that are no sentences, as the works that are listed, and
    `told` is a sentence of one patient's story, if there is one.
    """

    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    data: tuple[Line, ...] = ()
    told: Line | None = None

    @cached_property
    def about(self) -> tuple[Line, ...]:
        """The sentences that are about one person's care, or stand beside one that is."""
        return tuple(line for line in self.lines if line.about)

    @cached_property
    def dated(self) -> tuple[Line, ...]:
        """The sentences with a digit in them."""
        return tuple(line for line in self.lines if line.digits)

    @cached_property
    def numbered(self) -> tuple[Line, ...]:
        """What has a number of four digits or more that is no year, and each digit of a story."""
        return tuple(
            line
            for line in (*self.lines, *self.data, *entries(self.lines))
            if line.numbers or (line.digits and line.reached)
        )


@lru_cache(maxsize=4)
def analysis(document: Document) -> Analysis:
    """What is known of a document."""
    read = [
        line for passage in document.passages if passage.kind in _READ for line in lines(passage)
    ]
    data = [line for passage in document.of(Kind.DATA) for line in lines(passage)]
    mark(data)
    language = document.language.partition("-")[0]
    linked, told = _linked(read, document, language)
    linked += named(data, frames(language))
    return Analysis(tuple(read), tuple(linked), tuple(data), told)


def _linked(
    read: list[Line], document: Document, language: str
) -> tuple[list[Mention], Line | None]:
    """Whose care the sentences tell of, and where; what stands beside is marked in them."""
    mark_tables(read, language)
    if not any(line.sorts & HEALTH for line in read):
        return [], None
    _spread(read, [line for line in read if line.strong])
    people = People(read, _public(document), language)
    linked = people.linked()
    _spread(read, [mention.line for mention in linked])
    _reach(read, frozenset(mention.number for mention in linked))
    return linked, linked[0].line if linked else people.told()


def _reach(read: Sequence[Line], named: Collection[int]) -> None:
    """Mark what stands between the parts of one story, and all of a text that is mostly one.

    `named` are the numbers of the sentences in which somebody is named whose story it is.
    """
    for at in named:
        for line in read[max(0, at - _AROUND) : at + _AROUND + 1]:
            line.near = line.reached = True
    told = [at for at, line in enumerate(read) if line.reached]
    if len(told) >= _MOSTLY * len(read):
        told = [0, *told, len(read) - 1] if told else []
    for one, other in pairwise(told):
        if other - one <= _BETWEEN:
            for line in read[one : other + 1]:
                line.near = line.reached = True


def _spread(read: list[Line], from_lines: list[Line]) -> None:
    """Mark what stands beside these sentences in their passage."""
    begun = {id(line) for line in from_lines}
    for at, line in enumerate(read):
        if id(line) in begun:
            reach = _REACH_OF_CASE if line.one == AGED else _REACH
            for other in read[max(0, at - reach) : at + reach + 1]:
                if other.passage is line.passage:
                    other.near = True


def _public(document: Document) -> Iterator[str]:
    """The names of those who write here."""
    for person in document.publication.people.values():
        yield from person.name.root.values()


def places(document: Document, *kinds: Kind) -> tuple[Passage, ...]:
    """The passages of these kinds."""
    return document.of(*kinds)


__all__ = ["Analysis", "Line", "Mention", "analysis", "places"]
