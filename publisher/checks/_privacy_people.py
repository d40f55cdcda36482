"""Whose care a document tells of: which of the people it names are patients or near to one.

Not every name: a clinician by title or credentials, an author, a cited researcher and an official
are public. A person is linked to care by how the sentence stands to the name (“Maria, 34,”,
“patient Wei Zhang”, “Anna’s surgery”, “Mr. Smith, who was admitted”) or by the story that goes on
about them, and stays so through the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from publisher.checks._privacy_care import AGED, HEALTH, Line, Sort
from publisher.checks._privacy_dates import dates
from publisher.checks._privacy_frames import Frames, frames
from publisher.checks._privacy_names import FULL, GIVEN, MAYBE, Name, is_nobody, names
from publisher.checks._privacy_story import Story, score, told
from publisher.checks._privacy_words import group

_AROUND = 70
# More names than any true text has: what goes on after them is no text, and takes no time.
_MOST, _MOST_IN_SENTENCE, _LONGEST = 2_000, 60, 2_000
# How many sentences around somebody's name are of the same story, and in whose reach others are.
_BESIDE = 5
_REACH = 6
# The score of a story that makes a patient, and how much more where the name is no known one.
_ENOUGH = 4
_FAMILIAR = 2
_MORE = 2

_LONG_AGO = re.compile(
    r"(?:\b(?:[Ii]n|of|since|until|from|by|around|en|de|desde|hasta)|[(–-]|,)"
    r" ?(?:1[5-8]\d\d|19[0-5]\d)(?![\w-])"
)
_INVENTED = re.compile(
    r"(?i)\b(?:imagine|personas?\b|fictional|hypothetical|pseudonyms?|not (?:his|her"
    r"|their) real names?"
    r"|names? (?:has|have|was|were) been changed|names? changed|nombres? (?:ficticio|cambiado)s?)"
)
# “Anna S.” is how somebody is written of who shall not be known.
_SHORTENED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)? [^\W\d_]\.")


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
        named = list(islice(names(line.text), _MOST_IN_SENTENCE))
        if line.sorts & Sort.RELATIVE or "name" in line.text or "called" in line.text:
            named += [each for each in _framed(line, frames) if not _is_within(each, named)]
        for name in named:
            mention = _mention(line, number, name)
            if not _is_thing(mention, frames):
                yield mention


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
    if each.name.sure < GIVEN and frames.after(each.after, "owned_thing"):
        return True
    if each.name.sure < GIVEN and frames.before(each.before, "place"):
        return True
    if each.name.sure >= FULL or frames.after(each.after, "care", "age", "owned"):
        return False
    return frames.before(each.before, "place" if each.name.sure >= GIVEN else "somewhere")


class People:
    """The people of one document: who is public, and who is linked to care."""

    def __init__(self, lines: Sequence[Line], authors: Iterable[str], language: str) -> None:
        self.lines = lines
        self.frames = frames(language)
        self.mentions = list(islice(mentions(lines, self.frames), _MOST))
        self.public = {
            *group("privacy-names", "known", language),
            *(part.lower() for name in authors for part in name.split()),
        }
        self.named_in_public: set[int] = set()
        for each in self.mentions:
            if self._is_public(each):
                self.named_in_public.add(id(each))
                self.public.update(each.name.parts)
            elif _is_no_patient(each):
                self.public.update(each.name.parts)

    def linked(self) -> list[Mention]:
        """Each mention of somebody whose care the document tells of, in order."""
        known = set(self._told())
        for _ in range(2):  # the second time with those in reach of the first
            self._mark(known)
            for each in self.mentions:
                if self._is_linked(each):
                    known.update(each.name.parts or (each.name.text,))
        return [each for each in self.mentions if self._is_linked(each) or self._is_in(each, known)]

    def _is_in(self, each: Mention, known: set[str]) -> bool:
        parts = each.name.parts or (each.name.text,)
        return bool(known.intersection(parts) and each.name.sure) and not self._is_open(each)

    def _mark(self, known: set[str]) -> None:
        """Mark the sentences that stand around those in which somebody known is named."""
        for each in self.mentions:
            if self._is_in(each, known):
                for line in self._around(each, _REACH):
                    line.reached = True
                for line in self._around(each, _BESIDE):
                    line.near = True

    def _around(self, each: Mention, reach: int) -> Sequence[Line]:
        return self.lines[max(0, each.number - reach) : each.number + reach + 1]

    def _told(self) -> Iterator[str]:
        """Yield the words of the names of those of whom a story is told."""
        at: dict[int, set[str]] = {}
        written: dict[str, set[str]] = {}
        sure: set[str] = set()
        first: set[str] = set()
        for each in self.mentions:
            if each.name.sure and not self._is_open(each):
                at.setdefault(each.number, set()).update(each.name.parts)
                for part in each.name.parts:
                    written.setdefault(part, set()).add(each.name.text)
                if each.name.sure >= GIVEN or self.frames.before(each.before, "honorific"):
                    sure.update(each.name.parts)
                    if " " not in each.name.text:
                        first.update(each.name.parts)
        for part, texts in written.items():
            story = told(self.lines, at, part, texts)
            if _is_patient(story, known=part in sure, familiar=part in first):
                yield part

    def _is_public(self, each: Mention) -> bool:
        """Whether somebody is named as a clinician, an author, a researcher or an official."""
        if not each.name.sure or self.frames.after(each.after, "age"):
            return False
        return (
            self.frames.is_titled(each.before)
            or self.frames.after(each.after, "public", "role")
            or (each.line.one < AGED and self.frames.after(each.after, "office"))
        )

    def _is_open(self, each: Mention) -> bool:
        return id(each) in self.named_in_public or not self.public.isdisjoint(each.name.parts[-1:])

    def _is_linked(self, each: Mention) -> bool:
        if self.frames.before(each.before, "title"):
            around = self._around(each, 1)
            return each.line.strong and any(
                True for line in around for _ in dates(line.text[:_LONGEST])
            )
        if not each.name.sure or self._is_open(each):
            return False
        return self._is_framed(each) or self._is_meant(each)

    def _is_framed(self, each: Mention) -> bool:
        """Whether what stands right around the name links it to care."""
        line, before, after = each.line, each.before, each.after
        if self.frames.after(after, "record") or self.frames.before(before, "treated"):
            return True
        if line.sorts & HEALTH and self.frames.after(after, "age"):
            return True
        acts = each.name.sure >= GIVEN and self.frames.after(after, "care", "owned")
        if line.care and (
            acts
            or self.frames.after(after, "family")
            or (each.name.sure >= FULL and self.frames.before(before, "cared"))
        ):
            return True
        if not (line.about or line.reached or self._is_beside(each)):
            return False
        return (
            acts
            or self.frames.before(before, "patient", "relative", "named")
            or self.frames.after(after, "relative", "age", "family")
            or (self._is_ill(each) and self.frames.before(before, "honorific"))
        )

    def _is_beside(self, each: Mention) -> bool:
        """Whether one of the sentences around is about one person's care."""
        return each.line.one > 0 and any(line.linked for line in self._around(each, _BESIDE))

    def _is_ill(self, each: Mention) -> bool:
        """Whether the sentence says of the one who is named that they are ill or in care."""
        line = each.line
        if line.reached or line.one >= AGED or line.sorts & Sort.PATIENT:
            return True
        return score(line, [each.name.text])[1] > 0

    def _is_meant(self, each: Mention) -> bool:
        """Whether a sentence that is surely about one person's care names somebody."""
        if each.line.care and _SHORTENED.fullmatch(each.name.text):
            return True
        if not each.line.strong or each.after[:1] in {":", "#"} or not self._is_ill(each):
            return False
        if each.name.sure >= FULL:
            return not self.frames.before(each.before, "place")
        return self.frames.before(each.before, "like")


def _is_patient(story: Story, *, known: bool, familiar: bool) -> bool:
    """Whether enough is told; of somebody called by their first name only, less is enough."""
    if not known:
        return bool(story.she and story.often) and story.total >= _ENOUGH + _MORE
    if story.often and story.total >= _ENOUGH:
        return True
    return familiar and min(story.she, story.health) > 0 and story.she + story.health > _FAMILIAR


def _is_no_patient(each: Mention) -> bool:
    """Whether somebody lived long ago, or is invented."""
    text = each.line.text[:_LONGEST]
    if each.line.one < AGED and _LONG_AGO.search(text):
        return True
    return bool(_INVENTED.search(text))
