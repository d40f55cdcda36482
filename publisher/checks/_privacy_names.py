"""Who is named in a text: chains of capitalised words that can be a person, and how surely.

`Adebayo Ogunlesi`, `J. Smith`, `María van der Berg`, `Anna S.`, `王小明`. What is written
with a capital letter for another reason (months, places, diseases named after somebody) is passed
over; what remains is weighed by census lists and by how everyday the words are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from publisher.checks._privacy_words import (
    frequent_given_names,
    given_names,
    group,
    groups,
    is_everyday,
    is_frequent,
    is_often_a_surname,
    surnames,
)

# How surely it is one: a word that can be one, a given name, a given name and more.
MAYBE, GIVEN, FULL = 1, 2, 3

# Where scripts with capital letters end, but for rare ones.
_CASED = 0x2000
_CAPITALS = "".join(
    chr(code) for code in range(_CASED) if unicodedata.category(chr(code)) in {"Lu", "Lt"}
)
# Scripts without: Hebrew, Arabic, Indic, Thai and their neighbours; Georgian, Ethiopic; kana, Han,
# Hangul. A zero-width joiner binds letters of one word.
_CASELESS = (
    "\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f"
    "\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff\u200c\u200d\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af"
)
_PARTICLES = group("privacy-names", "particles", "en")
_WORD = (
    rf"(?:[dlDL][’'])?[{_CAPITALS}][^\W\d_]*(?:[’'-][^\W\d_]+){{0,3}}"
    rf"|(?:al|el|ad|as|ash|an|ar|ez)-[{_CAPITALS}][^\W\d_]*"
)
_PARTICLE = "|".join(sorted(_PARTICLES, key=len, reverse=True))
_CHAIN = re.compile(
    rf"(?<!\w)(?<!\d-)(?:{_WORD})\.?(?:[ ](?:(?:{_PARTICLE})[ ]){{0,2}}(?:{_WORD})\.?){{0,5}}"
)
_CALLED = re.compile(rf"[{_CASELESS}]{{2,24}}(?:[ ·・][{_CASELESS}]{{1,24}}){{0,3}}")
_PARTS = re.compile(r"\S+")
_SPOKEN = re.compile(
    r"(?i)(?:i|we|you|they|he|she|it|that|there|here|who|what|where|how|let|don|can|isn|didn|wasn"
    r"|aren|doesn|won)[’']\w+|\w+n[’']t"
)
_POSSESSIVE = ("’s", "'s")
_THINGS = group("privacy-names", "things", "en")
_NOBODY = groups(
    ("privacy-names", "nobody"), ("privacy-names", "titles"), ("privacy-care", "honorifics")
)
_BOTH = group("privacy-names", "both", "en")
# After these a given name is a town or a church.
_SAINTS = frozenset({"san", "santa", "santo", "st", "saint", "los", "las", "puerto", "fort", "mt"})
# Before a question and its answer.
_ASKED = frozenset({"Q.", "A.", "P.", "R."})
# Kinds of words that are part of no name.
_NONE = frozenset({"nobody", "everyday"})
_ACRONYM = 3
# What stands before a family name that is an everyday word as well.
_BEFORE_SURNAMES = frozenset({"given", "both", "unknown", "surname"})
# `HealthChat`, as in a hashtag; but `McDonald` and `DeSantis` are names.
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|Fitz|La|Le|Van|Von)[A-Z])\w*[a-z][A-Z]")


class _Piece(NamedTuple):
    """A word of a chain, where it begins in it, and what kind it is."""

    word: str
    start: int
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """What can be a name, where it stands in its text, and how surely it is one."""

    text: str
    start: int
    sure: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words in small letters, without particles and initials."""
        return _parts(self.text)


@lru_cache(maxsize=20_000)
def _parts(text: str) -> tuple[str, ...]:
    words = (word.strip(".’'").lower() for word in text.split())
    return tuple(word for word in words if len(word) > 1 and word not in _PARTICLES)


def names(text: str) -> Iterator[Name]:
    """Yield what can be a name in a text, in order."""
    for chain in _CHAIN.finditer(text):
        found = [
            _Piece(part[0], chain.start() + part.start(), _kind(part[0]))
            for part in _PARTS.finditer(chain[0])
        ]
        yield from _split(found)
    if not text.isascii():
        for called in _CALLED.finditer(text):
            yield Name(called[0], called.start(), GIVEN)


def is_caseless(word: str) -> bool:
    """Whether a word is written in a script that knows no capital letters."""
    return _CALLED.match(word) is not None


def is_nobody(word: str) -> bool:
    """Whether a word is written with a capital letter though it names nobody."""
    return _kind(word) == "nobody"


def _split(pieces: Sequence[_Piece]) -> Iterator[Name]:
    """Cut a chain at words that are part of no name, and where a sentence ends."""
    run: list[_Piece] = []
    for number, piece in enumerate(pieces):
        kind = _in_place(pieces, number, run)
        is_part = kind not in _NONE and (kind != "particle" or bool(run))
        if is_part:
            run.append(piece._replace(kind=kind))
        if not is_part or (piece.word.endswith(".") and kind != "initial"):
            yield from _named(run)
            run = []
    yield from _named(run)


def _in_place(pieces: Sequence[_Piece], number: int, run: Sequence[_Piece]) -> str:
    """What a word is where it stands: `Job` is a name before `Kiprono`, `White` after `Sarah`."""
    piece, bare = pieces[number], _bare(pieces[number].word)
    is_asked = not piece.start and piece.word in _ASKED
    if is_asked or (number and _bare(pieces[number - 1].word) in _SAINTS):
        return "nobody"
    if piece.kind not in _NONE:
        return piece.kind
    before = run[:-1] if run and run[-1].kind == "initial" else run  # Sarah B. White
    if before and before[-1].kind in _BEFORE_SURNAMES and bare in surnames():
        return "surname"
    following = pieces[number + 1].kind if number + 1 < len(pieces) else ""
    if following not in {"unknown", "surname"} or is_frequent(bare):
        return piece.kind
    if bare in given_names():
        return "both"
    return "unknown" if piece.kind == "everyday" and piece.start else piece.kind


def _named(run: list[_Piece]) -> Iterator[Name]:
    while run and run[-1].kind == "particle":
        run = run[:-1]
    kinds = [piece.kind for piece in run if piece.kind != "particle"]
    if not kinds or (len(run) > 1 and _bare(run[-1].word) in _THINGS):
        return
    text = " ".join(piece.word for piece in run)
    if kinds[-1] != "initial":
        text = text.rstrip(".")
    if text.endswith(_POSSESSIVE):
        text = text[:-2]
    yield Name(text.rstrip("’'"), run[0].start, _sure(kinds))


def _sure(kinds: Sequence[str]) -> int:
    if len(kinds) == 1:
        return {"given": GIVEN, "initial": 0}.get(kinds[0], MAYBE)
    if "given" in kinds or "both" in kinds:
        return FULL
    if "initial" in kinds:
        return FULL if {"surname", "unknown"} & {*kinds} else MAYBE
    return GIVEN


def _bare(word: str) -> str:
    """A word in small letters, without the signs that it ends with."""
    bare = word.rstrip(".")
    return (bare[:-2] if bare.endswith(_POSSESSIVE) else bare).rstrip("’'").lower()


@lru_cache(maxsize=20_000)
def _kind(word: str) -> str:
    """What a word is by itself: initial, particle, given, both, surname, unknown, or no name."""
    lower = _bare(word)
    if len(lower) == 1:
        return "initial"
    if lower in _PARTICLES and word[0].islower():
        return "particle"
    if lower in _NOBODY or lower.count("-") > 1 or _is_acronym(word, lower):
        return "nobody"
    return "nobody" if _CAMEL.match(word) or _SPOKEN.fullmatch(word) else _known(lower)


def _known(lower: str) -> str:
    """What the lists say of a word."""
    if lower in _BOTH:
        return "both"
    if lower in given_names() or ("-" in lower and lower.partition("-")[0] in given_names()):
        return "given"
    if is_everyday(lower):
        return "everyday"
    return "surname" if lower in surnames() else "unknown"


def _is_acronym(word: str, lower: str) -> bool:
    """Whether a word is all capital letters and no name that somebody shouts."""
    if not word.removesuffix("’s").removesuffix("'s").rstrip(".").isupper():
        return False
    named = lower in frequent_given_names() or is_often_a_surname(lower)
    return len(lower) <= _ACRONYM or not named
