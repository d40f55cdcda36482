"""Lists of words and of turns of phrase for the checks of law.

They lie in `phrases/<language>/<name>.yml`: a list of phrases, or what to say → the phrases. In a
phrase `…` stands for up to five words between, `*` for any ending, `a|b` for either, and a word
in capitals for what `law-parts.yml` lists under it, as NAME, TITLE, OFFICE, PARTY, WHO.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from publisher.checks._document import Document
from publisher.content.passages import Passage

_FOLDER = Path(__file__).parent / "phrases"
_GAP = r"(?:\W{1,4}[\w’'.-]{1,40}+){0,5}?"
# Who bears a name in this text is told by its capitals alone.
_NAME = r"(?:[A-Z][\w’'-]{0,30}\.?\s(?:(?:de|la|van|von|bin|al)\s){0,2}){0,3}[A-Z][\w’'-]{1,30}"
# More places at which a phrase might begin has no paragraph that somebody wrote.
_MOST = 300


@dataclass(frozen=True)
class Phrases:
    """Phrases to look for: where one may begin, and what it is."""

    begin: re.Pattern[str]
    whole: re.Pattern[str]

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each phrase in `text`, in order."""
        done = 0
        for place in islice(self.begin.finditer(text), _MOST):
            found = self.whole.match(text, place.start()) if place.start() >= done else None
            if found:
                done = found.end()
                yield found

    def first_in(self, text: str) -> re.Match[str] | None:
        """The first phrase in `text`, if there is one."""
        return next(self.all_in(text), None)


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
def phrases(name: str, language: str = "en") -> Phrases:
    """The phrases of the list `name`."""
    return _compiled(_read(name, language))


@cache
def rules(name: str, language: str = "en") -> tuple[tuple[str, Phrases], ...]:
    """What to say, and the phrases of which it is said, for each entry of the list `name`."""
    return tuple((said, _compiled(listed)) for said, listed in _read(name, language).items())


def _read(name: str, language: str = "en") -> Any:  # noqa: ANN401 - a list, or several by name
    return yaml.load((_FOLDER / language / f"{name}.yml").read_text("utf-8"), yaml.CSafeLoader)


def _compiled(listed: Iterable[str]) -> Phrases:
    ordered = sorted(map(str, listed), key=len, reverse=True)
    begin = sorted({_word(phrase.split()[0]) for phrase in ordered})
    whole = "|".join(map(_phrase, ordered))
    return Phrases(re.compile(rf"\b(?:{'|'.join(begin)})"), re.compile(rf"(?:{whole})(?!\w)"))


def _phrase(phrase: str) -> str:
    pattern = ""
    for word in phrase.split():
        gap = r"\W{1,3}" if pattern else ""
        pattern += _GAP if word == "…" else gap + _word(word)
    return pattern


def _word(word: str) -> str:
    """A part; a word whatever its case, or as it is written if it has capitals; one of several."""
    if "|" in word:
        return f"(?:{'|'.join(map(_word, word.split('|')))})"
    if word == "NAME":
        return _NAME
    if word in _parts():
        return f"(?:{_parts()[word]})"
    return _plain(word)


def _plain(word: str) -> str:
    if word != word.lower():
        return re.escape(word)
    ending = r"[\w’'-]*+" if word.endswith("*") else ""
    stem = re.escape(word.removesuffix("*")).replace("'", "[’']")
    return f"(?i:{stem}){ending}"


@cache
def _parts() -> Mapping[str, str]:
    """Each part as a pattern; one may be made of those listed before it."""
    parts = {"NAME": _NAME}
    for part, listed in _read("law-parts").items():
        ordered = sorted(map(str, listed), key=len, reverse=True)
        patterns = (
            r"\s".join(f"(?:{parts[word]})" if word in parts else _plain(word) for word in each)
            for each in map(str.split, ordered)
        )
        parts[part] = "|".join(patterns)
    return parts
