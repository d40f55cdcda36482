"""Who is named in a document: chains of capitalised words that can be a person, and how surely.

`Adebayo Ogunlesi`, `J. Smith`, `María del Carmen van der Berg`, `Anna S.`, `王小明`. What is written
with a capital letter for another reason (months, places, diseases named after people) is passed
over; what remains is weighed by census lists and by how everyday the words are.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from publisher.checks._privacy_words import given_names, group, is_everyday, surnames

_CAPITALS = "".join(
    chr(code)
    for code in range(sys.maxunicode)
    if code < 0x2000 and unicodedata.category(chr(code)) in {"Lu", "Lt"}
)
# Scripts without capital letters: Hebrew, Arabic, Indic, Thai and their neighbours; Ethiopic; kana,
# Han, Hangul.
_CASELESS = (
    "\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f"
    "\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
_PARTICLES = "|".join(sorted(group("privacy-names", "particles", "en"), key=len, reverse=True))
_WORD = rf"(?:[dlDL][’'])?[{_CAPITALS}][^\W\d_]*(?:[’'-][^\W\d_]+){{0,3}}|(?:al|el|ad|as|ash|an|ar|ez)-[{_CAPITALS}][^\W\d_]*"
_CHAIN = re.compile(
    rf"(?<!\w)(?:{_WORD})\.?(?:[ ](?:(?:{_PARTICLES})[ ]){{0,2}}(?:{_WORD})\.?){{0,5}}"
)
_CALLED = re.compile(rf"[{_CASELESS}]{{2,12}}(?:[ ·・][{_CASELESS}]{{1,12}}){{0,3}}")
_SPOKEN = re.compile(
    r"(?i)(?:i|we|you|they|he|she|it|that|there|here|who|what|where|how|let|don|can|isn|didn|wasn|aren|doesn|won)[’']\w+|\w+n[’']t"
)
_WORDS = re.compile(r"\S+")


# Kinds of words that are part of no name.
_NONE = frozenset({"nobody", "everyday"})


class _Piece(NamedTuple):
    """A word of a chain, where it begins in it, and what kind it is."""

    word: str
    start: int
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """What can be a name, where it stands in its text, and how surely it is one (0 to 3)."""

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
        words = (word.strip(".’'").lower() for word in self.text.split())
        return tuple(word for word in words if len(word) > 1 and word not in _PARTICLE_SET)


_PARTICLE_SET = group("privacy-names", "particles", "en")


def names(text: str) -> Iterator[Name]:
    """Yield what can be a name in a text, in order."""
    for chain in _CHAIN.finditer(text):
        yield from _split(chain[0], chain.start())
    if not text.isascii():
        for called in _CALLED.finditer(text):
            yield Name(called[0], called.start(), 2)


def _split(chain: str, start: int) -> Iterator[Name]:
    """Cut a chain at words that are part of no name."""
    run: list[_Piece] = []
    pieces = [_Piece(found[0], found.start(), _kind(found[0])) for found in _WORDS.finditer(chain)]
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].kind if number + 1 < len(pieces) else ""
        piece = piece._replace(kind=_in_place(piece, run, following))
        if piece.kind in _NONE or (piece.kind == "particle" and not run):
            yield from _named(run, start)
            run = []
            continue
        run.append(piece)
        if piece.word.endswith(".") and piece.kind not in {"initial", "particle"}:
            yield from _named(run, start)
            run = []
    yield from _named(run, start)


def _in_place(piece: _Piece, run: list[_Piece], following: str) -> str:
    """What a word is where it stands: `Job` is a name before `Kiprono`, `White` after `Sarah`."""
    bare = piece.word.strip(".").lower()
    if piece.kind not in _NONE:
        return piece.kind
    if run and run[-1].kind in {"given", "both"} and bare in surnames():
        return "surname"
    if following in {"unknown", "surname"} and (piece.kind == "everyday" or bare in given_names()):
        return "unknown" if piece.kind == "everyday" else "both"
    return piece.kind


def _named(run: list[_Piece], start: int) -> Iterator[Name]:
    while run and run[-1].kind == "particle":
        run = run[:-1]
    kinds = [piece.kind for piece in run if piece.kind != "particle"]
    if not kinds or (len(run) > 1 and run[-1].word.strip(".").lower() in _THINGS):
        return
    last = run[-1].word
    text = " ".join(piece.word for piece in run)
    if kinds[-1] != "initial":
        text = text.rstrip(".")
    if last.endswith(("’s", "'s")):
        text = text[:-2]
    yield Name(text.rstrip("’'"), start + run[0].start, _sure(kinds))


def _sure(kinds: list[str]) -> int:
    if len(kinds) == 1:
        return {"given": 2, "initial": 0}.get(kinds[0], 1)
    if "given" in kinds or "both" in kinds:
        return 3
    if "initial" in kinds:
        return 3 if {"surname", "unknown"} & {*kinds} else 1
    return 2


@lru_cache(maxsize=20_000)
def _kind(word: str) -> str:
    bare = word.rstrip(".").removesuffix("’s").removesuffix("'s").rstrip("’'")
    lower = bare.lower()
    if _SPOKEN.fullmatch(word):
        return "everyday"
    if len(bare) == 1:
        return "initial"
    if lower in _PARTICLE_SET and word[0].islower():
        return "particle"
    names = "privacy-names"
    if (
        lower in group(names, "nobody", "en")
        or lower in _BEFORE
        or (bare.isupper() and len(bare) > 1 and not _is_shouted(lower))
    ):
        return "nobody"
    if lower in group(names, "both", "en"):
        return "both"
    first = lower.partition("-")[0]
    if lower in given_names() or (first != lower and first in given_names()):
        return "given"
    if is_everyday(lower):
        return "everyday"
    return "surname" if lower in surnames() else "unknown"


_THINGS = group("privacy-names", "things", "en")
_BEFORE = group("privacy-names", "titles", "en") | group("privacy-care", "honorifics", "en")


def _is_shouted(lower: str) -> bool:
    return len(lower) > 3 and (lower in given_names() or surnames().get(lower, 99_999) < 5_000)


def is_nobody(word: str) -> bool:
    """Whether a word is written with a capital letter though it names nobody."""
    return _kind(word) == "nobody"
