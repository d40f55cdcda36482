"""Where people are named in a document: each name with what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from publisher.checks._privacy_care import HEALTH, Line, Sort, sort_of
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_names import FULL, GIVEN, MAYBE, Name, is_nobody, names
from publisher.checks._privacy_words import is_everyday_in

_AROUND = 70
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
    for number, line in enumerate(lines):
        named = list(islice(names(line.text), _MOST))
        if line.sorts & Sort.RELATIVE or "name" in line.text or "called" in line.text:
            named += [each for each in _framed(line, frames) if not _is_within(each, named)]
        for name in named:
            mention = _mention(line, number, name)
            if not (_is_thing(mention, frames) or _is_word(mention)):
                yield mention


def _is_word(each: Mention) -> bool:
    """Whether it is a word of health, or one of another language that only begins a sentence."""
    name = each.name
    if " " in name.text or (name.sure != MAYBE and not name.text.isupper()):
        return False
    language = each.line.passage.language.partition("-")[0]
    if sort_of(name.text, language) & HEALTH:
        return True
    return name.sure == MAYBE and not name.start and is_everyday_in(name.text.lower(), language)


def _framed(line: Line, frames: Frames) -> Iterator[Name]:
    """Yield what only its place shows to be a name: “their daughter Saga”, “called Hope”."""
    for found in frames.framed.finditer(line.text):
        if not is_nobody(found["name"]):
            yield Name(found["name"].removesuffix("’s"), found.start("name"), MAYBE)


def _is_within(name: Name, named: Iterable[Name]) -> bool:
    return any(each.start <= name.start < each.end for each in named)


def _is_thing(each: Mention, frames: Frames) -> bool:
    """Whether a disease, a score, a hospital or a place only bears the name."""
    if frames.after(each.after, "family"):
        return False
    if frames.after(each.after, "thing"):
        return True
    if each.name.sure < GIVEN:
        return frames.after(each.after, "owned_thing") or _is_somewhere(each, frames)
    if each.name.sure >= FULL or frames.after(each.after, "care", "age", "owned"):
        return False
    return frames.before(each.before, "place")


def _is_somewhere(each: Mention, frames: Frames) -> bool:
    """Whether what is no known name stands where a place does."""
    if frames.before(each.before, "place"):
        return True
    if frames.after(each.after, "care", "age", "owned"):
        return False
    if frames.before(each.before, "of") and frames.after(each.after, "acts"):
        return False
    return frames.before(each.before, "somewhere")
