"""Wording rules as data: phrases to look for, and what to say of each, by language.

The lists lie in `phrases/<language>/<name>.yml`: what to write instead → the phrases, one or
several, each of them words in small letters. A phrase may end a word with `*` for any ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from publisher.content.passages import Passage, Word

_FOLDER = Path(__file__).parent / "phrases"


class Phrase(NamedTuple):
    """A phrase as it stands in a passage, and what its list says of it."""

    text: str
    start: int
    end: int
    said: str


class _Entry(NamedTuple):
    words: tuple[str, ...]
    said: str


@cache
def _list(name: str, language: str) -> Mapping[str, tuple[_Entry, ...]]:
    """First word (or its first three letters and `*`) → the entries that begin with it."""
    file = _FOLDER / language / f"{name}.yml"
    if not file.is_file():
        return {}
    entries: dict[str, list[_Entry]] = {}
    for said, phrases in yaml.safe_load(file.read_text("utf-8")).items():
        for phrase in [phrases] if isinstance(phrases, str) else phrases:
            words = tuple(str(phrase).lower().split())
            first = words[0]
            key = f"{first[:3]}*" if first.endswith("*") else first
            entries.setdefault(key, []).append(_Entry(words, str(said)))
    return {  # the longest first
        key: tuple(sorted(each, key=lambda entry: -len(entry.words)))
        for key, each in entries.items()
    }


def phrases(passage: Passage, name: str) -> Iterator[Phrase]:
    """Yield what `passage` has of the list `name` in its language; the longest phrase wins."""
    listed = _list(name, passage.language.partition("-")[0])
    if listed.keys().isdisjoint(passage.beginnings):
        return
    words = passage.words
    done = 0
    for at, word in enumerate(words):
        if at < done:
            continue
        for entry in (*listed.get(word.text, ()), *listed.get(f"{word.text[:3]}*", ())):
            here = words[at : at + len(entry.words)]
            if len(here) == len(entry.words) and all(map(_is, entry.words, here)):
                start, end = here[0].start, here[-1].end
                yield Phrase(passage.text[start:end], start, end, entry.said)
                done = at + len(here)
                break


def _is(wanted: str, word: Word) -> bool:
    return word.text.startswith(wanted[:-1]) if wanted.endswith("*") else word.text == wanted
