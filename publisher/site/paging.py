"""Listings in pages that stay what they are when a new article comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Part(Generic[Thing]):
    """One page of a listing; `number` is None for the front page, which holds the newest."""

    number: int | None
    things: tuple[Thing, ...]
    older: int | None
    newer: int | None


def parts(things: Sequence[Thing], size: int) -> Iterator[Part[Thing]]:
    """Cut `things`, newest first, into pages, the front page first.

    Pages are numbered from the oldest and hold exactly `size`, so that a new article changes
    the front page alone, which holds the newest `size` to `2 × size - 1`. `older` and `newer`
    are the neighbours' numbers; `newer` of the newest numbered page is 0, the front page.
    """
    numbered = max(0, len(things) // size - 1)
    front = len(things) - numbered * size
    yield Part(None, tuple(things[:front]), numbered or None, None)
    for number in range(numbered, 0, -1):
        start = front + (numbered - number) * size
        newer = number + 1 if number < numbered else 0
        yield Part(number, tuple(things[start : start + size]), number - 1 or None, newer)
