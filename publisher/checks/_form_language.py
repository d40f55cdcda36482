"""In which language a text plainly is, by its small words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "phrases"
_WORD = re.compile(r"[^\W\d_]+")
# Fewer words tell nothing; so large a share of them are small words, so many times over.
FEWEST_WORDS = 15
_LEAST_SHARE = 0.25
_TIMES = 3.0
# No more than these are looked at.
_ENOUGH = 2000


TOLD_APART = frozenset(file.parent.name for file in _FOLDER.glob("*/form-function-words.yml"))


@cache
def _small_words() -> Mapping[str, tuple[str, ...]]:
    """Each language's small words, the commonest first."""
    files = {language: _FOLDER / language / "form-function-words.yml" for language in TOLD_APART}
    return {
        each: tuple(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader))
        for each, file in files.items()
    }


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in _small_words().items()}


def likeliest(text: str, languages: Sequence[str]) -> str:
    """Which of `languages` a text is in by its small words; the first where none tells."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    known = _sets()

    def small(language: str) -> int:
        return sum(map(known.get(language.partition("-")[0], frozenset()).__contains__, words))

    return max(languages, key=small)


def plainly_other(text: str, language: str) -> str:
    """The language that `text` is in, if it is plainly not `language` (BCP 47); else nothing."""
    said = language.partition("-")[0].lower()
    lower = text[:_ENOUGH].lower()
    if said not in _sets() or _has_signs(lower, _small_words()[said]):
        return ""
    words = _WORD.findall(lower)
    own = sum(map(_sets()[said].__contains__, words))
    if len(words) < FEWEST_WORDS or own * _TIMES > len(words):
        return ""
    shares = {tongue: sum(map(known.__contains__, words)) for tongue, known in _sets().items()}
    most = max(shares, key=lambda tongue: shares[tongue])
    plain = shares[most] >= max(_LEAST_SHARE * len(words), _TIMES * own)
    return most if plain and most != said else ""


def _has_signs(text: str, words: Sequence[str]) -> bool:
    """Whether three of a language's four commonest words stand in it, so that it is in that one."""
    return sum(f" {word} " in text for word in words[:4]) > 2  # noqa: PLR2004 - three of four
