"""Where people are named in a document: each name with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from publisher.checks._privacy_care import HEALTH, Line, Sort, sort_of
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_names import FULL, GIVEN, MAYBE, Name, is_caseless, is_nobody, names
from publisher.checks._privacy_words import countries, is_everyday_in

_AROUND = 70
# Who wrote what in a list of works: “Smith AB, Lee C. Title”.
_CITED = re.compile(
    r"(?:\b[A-Z][\w’-]+ [A-Z]{1,3}, ){1,30}[A-Z][\w’-]+ [A-Z]{1,3}(?:\.|, (?:et al|editors?)\b)"
    r"|^\W*(?:\d{1,3}\. )?[A-Z][\w’-]+ [A-Z]{1,3}\. [A-Z][^.]{8,300}\..{0,120}\b(?:19|20)\d\d[;.:]"
)
# What is longer is no sentence, and no name and town below a letter.
_LONGEST, _SIGNATURE = 2_000, 120
_SMALL = re.compile(r"(?<![\w@./&=-])[^\W\d_A-Z][^\W\d_]+(?![\w@/=]|[.-]\w)")
_NEXT = re.compile(r" ([^\W\d_]+)")
# More names than any true sentence has: what goes on after them is no text, and takes no time.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: in which sentence, and its number in the document."""

    line: Line
    number: int
    name: Name
    before: str = field(repr=False)
    after: str = field(repr=False)


def _mention(line: Line, number: int, name: Name) -> Mention:
    text, end = line.text, name.start + len(name.text)
    before = text[max(0, name.start - _AROUND) : name.start]
    return Mention(line, number, name, before, text[end : end + _AROUND])


def mentions(lines: Sequence[Line], frames: Frames) -> Iterator[Mention]:
    """Yield what can be a person's name in each sentence, and no disease, place or building."""
    words = (word for line in lines for word in _SMALL.findall(line.text))
    small = frozenset(word for word in words if not is_caseless(word))
    for number, line in enumerate(lines):
        if _is_cited(line.passage.text):
            continue
        named = list(islice(names(line.text), _MOST))
        if line.sorts & Sort.RELATIVE or "name" in line.text or "called" in line.text:
            named += [each for each in _framed(line, frames) if not _is_within(each, named)]
        for name in (_above_town(line, each) for each in named):
            mention = _mention(line, number, name)
            if not (_is_thing(mention, frames) or _is_word(mention, small)):
                yield mention


def _above_town(line: Line, name: Name) -> Name:
    """A name without the town that stands on a line of its own below it, at a letter's end."""
    above, _, _ = name.text.rpartition(" ")
    if len(line.text) > _SIGNATURE or " " not in above or name.end < len(line.text.rstrip(" .")):
        return name
    row, start = line.passage.place, line.start + name.start
    is_below = row(start + len(above) - 1)[0] < row(start + len(name.text) - 1)[0]
    return replace(name, text=above) if is_below else name


@lru_cache(maxsize=4)
def _is_cited(text: str) -> bool:
    """Whether a paragraph is an entry in a list of works."""
    return _CITED.search(text[:_LONGEST]) is not None


def _is_word(each: Mention, small: frozenset[str]) -> bool:
    """Whether it is a word of health, or one that elsewhere in the text is written small.

    In another language than English also one that is an everyday word and begins a sentence.
    """
    name = each.name
    unknown = name.sure == MAYBE or (name.sure == GIVEN and " " in name.text)
    if unknown and name.parts and small.issuperset(name.parts):
        return True
    language = each.line.passage.language.partition("-")[0]
    if " " in name.text:
        return bool(name.parts) and is_everyday_in(name.parts[0], language)
    if (name.sure == MAYBE or name.text.isupper()) and sort_of(name.text, language) & HEALTH:
        return True
    begins = not any(map(str.isalpha, each.line.text[: name.start]))
    return begins and is_everyday_in(name.text.lower(), language)


def _framed(line: Line, frames: Frames) -> Iterator[Name]:
    """Yield what only its place shows to be a name: “their daughter Saga”, “called Hope”."""
    for found in frames.framed.finditer(line.text):
        if not is_nobody(found["name"]):
            yield Name(found["name"].removesuffix("’s"), found.start("name"), MAYBE)


def _is_within(name: Name, named: Iterable[Name]) -> bool:
    return any(each.start <= name.start < each.end for each in named)


def _is_thing(each: Mention, frames: Frames) -> bool:
    """Whether a disease, a score, a hospital or a place only bears the name."""
    if each.name.text.lower() in countries():
        return True
    if frames.after(each.after, "family"):
        return False
    if frames.after(each.after, "thing", "animal") or frames.before(each.before, "animal"):
        return True
    return _is_illness(each) or _is_named_after(each, frames)


def _is_named_after(each: Mention, frames: Frames) -> bool:
    if each.name.sure < GIVEN:
        return frames.after(each.after, "owned_thing") or _is_somewhere(each, frames)
    if each.name.sure >= FULL or frames.after(each.after, "care", "age", "owned"):
        return False
    return frames.before(each.before, "place")


def _is_illness(each: Mention) -> bool:
    """Whether the name is part of an illness's: “Scarlet fever”."""
    word = _NEXT.match(each.after) if each.name.sure < FULL else None
    if word is None or not word[1].islower():
        return False
    return sort_of(word[1], "en") & (Sort.STATE | Sort.EVENT) == Sort.STATE


def _is_somewhere(each: Mention, frames: Frames) -> bool:
    """Whether what is no known name stands where a place does."""
    if frames.before(each.before, "place"):
        return True
    if frames.after(each.after, "care", "age", "owned"):
        return False
    if frames.before(each.before, "of") and frames.after(each.after, "acts"):
        return False
    return frames.before(each.before, "somewhere")
