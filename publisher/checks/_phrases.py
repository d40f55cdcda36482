"""Wording rules as data: phrases to look for, and what to say of each, by language.

The lists lie in `phrases/<language>/<name>.yml`: what to write instead → the phrases, one or
several, each of them words in small letters. A phrase may end a word with `*` for any ending.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import yaml

from publisher.content.masking import Span
from publisher.content.passages import Passage

# Words that most texts have.
_COMMON = frozenset(
    "about after also and another been before being children from have into more most other "  # noqa: SIM905
    "patient patients people person that the their them there these they this what when where "
    "which will with women would your child* patient* person*".split()
)
_FOLDER = Path(__file__).parent / "phrases"
# The languages that have lists of their own, for patients and for wording.
LANGUAGES = frozenset(file.parent.name for file in _FOLDER.glob("*/privacy-names.yml"))


class Phrase(NamedTuple):
    """A phrase as it stands in a passage, and what its list says of it."""

    text: str
    start: int
    end: int
    said: str


class _Entry(NamedTuple):
    """A phrase of a list, and which of its words it is looked up by."""

    words: tuple[str, ...]
    telling: int
    said: str


@cache
def listed(name: str, language: str) -> Mapping[str, tuple[_Entry, ...]]:
    """Most telling word (or its first three letters and `*`) → the entries that have it."""
    file = _FOLDER / language / f"{name}.yml"
    if not file.is_file():
        return {}
    entries: dict[str, list[_Entry]] = {}
    said_of = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for said, phrases in said_of.items():
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            words = tuple(str(phrase).lower().split())
            telling = max(range(len(words)), key=lambda at: _telling(words[at]))
            key = words[telling]
            key = f"{key[:3]}*" if key.endswith("*") else key
            entries.setdefault(key, []).append(_Entry(words, telling, str(said)))
    return {key: tuple(each) for key, each in entries.items()}


def _telling(word: str) -> tuple[bool, bool, int]:
    """The rarer a word must be, the more it tells; what is left open tells least."""
    return (word not in _COMMON, not word.endswith("*"), len(word))


def phrases(passage: Passage, name: str, within: Span | None = None) -> Iterator[Phrase]:
    """Yield what `passage` has of the list `name` in its language; the longest phrase wins.

    With `within` only of what stands between these two offsets is told, and in that much time.
    """
    entries = listed(name, passage.language.partition("-")[0])
    if entries.keys().isdisjoint(passage.stems):  # the smaller of the two is read
        return
    done = 0
    for start, end, said in sorted(_matches(passage, entries, within)):
        if start >= done:
            done = -end
            yield Phrase(passage.text[start:done], start, done, said)


def _matches(
    passage: Passage, entries: Mapping[str, tuple[_Entry, ...]], within: Span | None
) -> Iterator[tuple[int, int, str]]:
    """Yield each match as it is sorted: where it starts, where it ends as a negative number."""
    words = _range(passage, within) if within else slice(None)
    for key in entries.keys() & passage.stems:
        places = passage.places_of(key)
        if within:
            places = places[bisect_left(places, words.start) : bisect_left(places, words.stop)]
        for at, entry in product(places, entries[key]):
            first = at - entry.telling
            here = passage.tokens[max(0, first) : first + len(entry.words)]
            if len(here) == len(entry.words) and all(map(_is, entry.words, here)):
                last = passage.words[first + len(here) - 1]
                yield passage.words[first].start, -last.end, entry.said


def _range(passage: Passage, within: Span) -> slice:
    """Which of its words begin between two offsets."""
    first, last = (bisect_left(passage.words, at, key=lambda word: word.start) for at in within)
    return slice(first, last)


def _is(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
