"""The words that privacy checks know, by language, as patterns and sets; and which words are names.

The words lie in `phrases/<language>/privacy-*.yml`: a group → its words, `*` for any ending. A
language without lists of its own is read with the English ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import yaml
from babel import Locale

_FOLDER = Path(__file__).parent / "phrases"
_FALLBACK = "en"
_LANGUAGES = ("en", "es")
# How often a word is written, of all words.
_EVERYWHERE, _ALWAYS, _FREQUENT, _COMMON = 1e-3, 6e-4, 1e-4, 2e-6
# The rank from which a family name is a rare one.
_RARE_FROM = 5_000


@cache
def words(name: str, language: str) -> Mapping[str, list[str]]:
    """The groups of the list `name` in a language (BCP 47)."""
    file = _FOLDER / language.partition("-")[0] / f"{name}.yml"
    if not file.is_file():
        file = _FOLDER / _FALLBACK / f"{name}.yml"
    return {
        str(group): [str(word) for word in listed]
        for group, listed in yaml.load(file.read_text("utf-8"), yaml.CBaseLoader).items()  # noqa: S506 - all is text
    }


@cache
def group(name: str, key: str, language: str) -> frozenset[str]:
    """One group of a list, in small letters."""
    return frozenset(word.lower() for word in words(name, language).get(key, ()))


def groups(*wanted: tuple[str, str]) -> frozenset[str]:
    """Groups of several lists in all languages together, in small letters."""
    return frozenset().union(
        *(group(name, key, language) for language in _LANGUAGES for name, key in wanted)
    )


def alternatives(listed: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; `*` is any ending."""
    ordered = sorted(listed, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\*", r"\w*+").replace(r"\ ", r"\s+").replace("'", "[’']")
        for word in ordered
    )


@cache
def _census(file: str) -> Mapping[str, int]:
    """Name → its rank in a list of the United States census of 1990, the most frequent first."""
    lines = (resources.files("names") / file).read_text("utf-8").splitlines()
    return {line.split()[0].lower(): rank for rank, line in enumerate(lines)}


@cache
def given_names() -> frozenset[str]:
    """Names that are given to children in the United States and in many other countries."""
    listed = (_FOLDER / "given-names.txt").read_text("utf-8").splitlines()
    return frequent_given_names() | frozenset(listed[1:])


@cache
def frequent_given_names() -> frozenset[str]:
    """Those of them that are names before they are anything else."""
    more = words("privacy-given", _FALLBACK).values()
    return frozenset(
        {
            *_census("dist.female.first"),
            *_census("dist.male.first"),
            *(name.lower() for names in more for name in names),
        }
    )


@cache
def countries() -> frozenset[str]:
    """The names of countries and territories in the languages that have lists, in small letters."""
    return frozenset(
        name.lower() for language in _LANGUAGES for name in Locale(language).territories.values()
    )


@cache
def surnames() -> Mapping[str, int]:
    """Family names by rank."""
    return _census("dist.all.last")


@cache
def _frequencies(language: str = _FALLBACK) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - read only when a name is weighed

    return get_frequency_dict(language, "small")


def _is_given(word: str) -> bool:
    """Whether a word is a frequent given name, with its accents or without: `maría`."""
    bare = unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
    return not frequent_given_names().isdisjoint({word, bare})


@cache
def is_everyday_in(word: str, language: str) -> bool:
    """Whether a word in small letters is an everyday one of a language other than English."""
    if language == _FALLBACK or language not in _LANGUAGES:
        return False
    frequency = _frequencies(language).get(word, 0.0)
    return frequency > (_ALWAYS if _is_given(word) else _COMMON)


@cache
def is_everyday(word: str) -> bool:
    """Whether a word in small letters is one of English that is more than a name."""
    if word in group("privacy-names", "both", _FALLBACK):
        return True
    if word in given_names():
        return False
    frequency = _frequencies().get(word, 0.0)
    return frequency > (_FREQUENT if is_often_a_surname(word) else _COMMON)


def is_frequent(word: str) -> bool:
    """Whether a word is among the hundred that every text has."""
    return _frequencies().get(word, 0.0) > _EVERYWHERE


def is_often_a_surname(word: str) -> bool:
    """Whether many people are called so."""
    return surnames().get(word, _RARE_FROM) < _RARE_FROM
