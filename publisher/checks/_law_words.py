"""Lists of words and of turns of phrase for the checks of law, each as one pattern over a text.

They lie in `phrases/<language>/<name>.yml`: a list of phrases, or what to say → the phrases. In a
phrase `…` stands for up to five words between, `*` for any ending, `a|b` for either, and a word
in capitals for what `law-parts.yml` lists under it: NAME, TITLE, OFFICE, PARTY, WHO.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from publisher.checks._document import Document
from publisher.content.passages import Passage

_FOLDER = Path(__file__).parent / "phrases" / "en"
_GAP = r"(?:\W+[\w’'.-]{1,40}){0,5}?"
# Who bears a name in this text is told by its capitals alone.
_NAME = r"(?:[A-Z][\w’'-]{0,30}\.?\s+(?:(?:de|la|van|von|bin|al)\s+){0,2}){0,3}[A-Z][\w’'-]{1,30}"


def passages_with(document: Document, signs: Iterable[str]) -> Iterator[Passage]:
    """Yield each passage of words that has one of `signs`, in small letters, in it.

    Most articles have none of them, and this says so sooner than any pattern.
    """
    whole, passages = _lowered(document)
    here = [sign for sign in signs if sign in whole]
    if here:
        for passage, text in passages:
            if any(sign in text for sign in here):
                yield passage


@lru_cache(maxsize=2)  # a document is looked at by all checks before the next comes
def _lowered(document: Document) -> tuple[str, tuple[tuple[Passage, str], ...]]:
    passages = tuple((each, each.text.lower()) for each in document.words)
    return "\n".join(text for _, text in passages), passages


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for every phrase of the list `name`."""
    return re.compile(rf"\b(?:{_either(_read(name))})(?!\w)")


@cache
def rules(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What to say, and the pattern of what is said of, for each entry of the list `name`."""
    listed = _read(name).items()
    return tuple((said, re.compile(rf"\b(?:{_either(each)})(?!\w)")) for said, each in listed)


def _read(name: str) -> Any:  # noqa: ANN401 - a list, or lists by what they say
    return yaml.safe_load((_FOLDER / f"{name}.yml").read_text("utf-8"))


def _either(phrases: Iterable[str]) -> str:
    return "|".join(map(_phrase, sorted(map(str, phrases), key=len, reverse=True)))


def _phrase(phrase: str) -> str:
    pattern = ""
    for word in phrase.split():
        if word == "…":
            pattern += _GAP
        else:
            pattern += (r"\W{1,3}" if pattern else "") + _word(word)
    return pattern


def _word(word: str) -> str:
    """A word whatever its case; a part; or one of several."""
    if "|" in word:
        return f"(?:{'|'.join(map(_word, word.split('|')))})"
    if word == "NAME":
        return _NAME
    if word in _parts():
        return f"(?:{_parts()[word]})"
    if word != word.lower():
        return re.escape(word)
    ending = r"[\w’'-]*" if word.endswith("*") else ""
    return (
        f"(?i:{re.escape(word.removesuffix('*')).replace(chr(39), '[’' + chr(39) + ']')}){ending}"
    )


@cache
def _parts() -> Mapping[str, str]:
    """Each part as a pattern; one may be made of those listed before it."""
    parts: dict[str, str] = {}
    for part, phrases in _read("law-parts").items():
        told = [_with_parts(parts, phrase) for phrase in sorted(phrases, key=len, reverse=True)]
        parts[part] = "|".join(told)
    return parts


def _with_parts(parts: Mapping[str, str], phrase: str) -> str:
    words = []
    for word in str(phrase).split():
        if word == "NAME":
            words.append(_NAME)
        elif word in parts:
            words.append(f"(?:{parts[word]})")
        elif word != word.lower():
            words.append(re.escape(word))
        else:
            words.append(f"(?i:{re.escape(word)})")
    return r"\s+".join(words)
