"""Who of those named in a document is there in public, so that the name is nobody's secret.

For sure: by title, credentials or role, as an author or a cited one, in a novel or long ago. Others
only seem so, as who “leads the ward”: they are patients where enough of an illness is told of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from publisher.checks._privacy_care import AGED, Line, Sort
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_names import FULL, GIVEN
from publisher.checks._privacy_words import is_often_a_surname, words
from publisher.content.passages import Passage

# How far into its sentence somebody who is greeted is named.
_GREETING = 12
# What is longer is no sentence.
_LONGEST = 2_000
# For how many sentences “she” is who was named last.
_CARRIED = 6
# For how many sentences “she” may be a patient who was told of before.
_FAR = 12
# How often somebody is named who is the one of whom is told.
_OFTEN = 3
# “He was 88”, “at age 85”; but not “a 58-year-old saw Dr. Smith”.
_OWN_AGE = re.compile(r"\bat (?:the )?age (?:of )?\d|\b(?:[Hh]e|[Ss]he) was \d")

_LONG_AGO = re.compile(
    r"(?:\b(?:[Ii]n|of|since|until|from|around|en|de|desde|hasta)|[(–-]|,)"
    r" ?(?:1[5-8]\d\d|19[0-5]\d)(?![\w-])"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? (?:1[5-8]\d\d|19[0-3]\d)\b"
)
_BETWEEN = re.compile(r",? (?:and|y) |, ")
_AGES_AGO = re.compile(
    r"(?:\b(?:[Ii]n|of|since|until|from|by|around|to|en|de|desde|hasta)|[(–-]|\w,)"
    r" ?(?:1[5-8]\d\d|19[0-2]\d)(?![\w-]| [A-Z])"
)
_OF_LATE = re.compile(r"\b20[0-3]\d\b")
_BORN = re.compile(r"(?i)\b(?:born|nacid[oa]|nació|DOB)\b")


class Public:
    """The words of the names of those who are public, and of those who seem so."""

    def __init__(
        self, mentions: Sequence[Mention], frames: Frames, authors: Iterable[str], language: str
    ) -> None:
        self._frames = frames
        self._known, famous = _known(language)
        self.parts = {part.lower() for name in authors for part in name.split()}
        # The given names of those who are public by a family name.
        self._given: dict[str, set[str]] = {}
        self.seeming: set[str] = set()
        self._here: set[int] = set()
        self._worlds: dict[int, bool] = {}
        self._is_history = _is_history({id(each.line): each.line for each in mentions}.values())
        for last, each in zip([None, *mentions], mentions, strict=False):
            parts = each.name.parts
            if self._is_named(each) or parts in famous or self._is_beside(last, each):
                self._here.add(id(each))
                self.parts.update(parts)
                if len(parts) > 1:
                    self._given.setdefault(parts[-1], set()).update(parts[:-1])
            elif self._is_elsewhere(each):
                self.parts.update(parts)
            elif frames.after(each.after, "leads"):
                self.seeming.update(parts)

    def is_open(self, each: Mention) -> bool:
        """Whether a name is that of somebody who is public for sure."""
        last = each.name.parts[-1:]
        if id(each) in self._here:
            return True
        if not self.parts.isdisjoint(last):
            given = self._given.get(last[0])
            return len(each.name.parts) == 1 or not given or not given.isdisjoint(each.name.parts)
        if each.name.start < _GREETING and self._frames.before(each.before, "greeted"):
            return True
        known = not self._known.isdisjoint(last)
        return known and (len(each.name.parts) == 1 or not is_often_a_surname(last[0]))

    def is_shown(self, each: Mention) -> bool:
        """Whether somebody is public, or seems so."""
        return self.is_open(each) or not self.seeming.isdisjoint(each.name.parts)

    def _is_named(self, each: Mention) -> bool:
        """Whether somebody is named as a clinician, an author, a researcher or an official."""
        frames = self._frames
        if not each.name.sure or frames.after(each.after, "age"):
            return False
        if frames.before(each.before, "kin", "relative"):
            return frames.after(each.after, "public")
        return (
            frames.is_titled(each.before)
            or frames.before(each.before, "mentor", "heads", "written", "of_office")
            or frames.after(each.after, "public", "role")
            or (each.line.one < AGED and frames.after(each.after, "office"))
        )

    def _is_beside(self, last: Mention | None, each: Mention) -> bool:
        """Whether somebody stands beside one who is public: “nurses Ann Lee and Bo Park”."""
        if last is None or last.line is not each.line or id(last) not in self._here:
            return False
        between = each.line.text[last.name.end : each.name.start]
        return each.name.sure >= FULL and bool(_BETWEEN.fullmatch(between))

    def _is_elsewhere(self, each: Mention) -> bool:
        """Whether somebody lived long ago, or is invented."""
        line = each.line
        if id(line) not in self._worlds:
            text = line.text[:_LONGEST]
            self._worlds[id(line)] = bool(
                self._frames.invented.search(text)
                or (line.one < AGED and (_is_long_ago(text) or self._is_far(line.passage)))
            )
        return self._worlds[id(line)]

    def _is_far(self, passage: Passage) -> bool:
        """Whether a paragraph tells of a time that nobody remembers, or of a book or a film."""
        if self._is_history:
            return True
        if id(passage) not in self._worlds:
            text = passage.text[: 4 * _LONGEST]
            ago = _AGES_AGO.search(text) and not (_BORN.search(text) or _OF_LATE.search(text))
            far = ago or self._frames.fiction.search(text)
            self._worlds[id(passage)] = bool(far)
        return self._worlds[id(passage)]


def _is_history(lines: Iterable[Line]) -> bool:
    """Whether those who are named lived long ago, but for a few."""
    texts = [line.text[:_LONGEST] for line in lines]
    ago = sum(map(_is_long_ago, texts))
    return ago >= _OFTEN - 1 and ago > sum(bool(_OF_LATE.search(text)) for text in texts)


def _is_long_ago(text: str) -> bool:
    """Whether a sentence tells of a time that is over, and not of somebody's birthday."""
    return bool(_LONG_AGO.search(text)) and not _BORN.search(text)


def _known(language: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Those whom everybody knows: by one name alone, and by all their names."""
    listed = [name.lower() for name in words("privacy-names", language)["known"]]
    alone = frozenset(name for name in listed if " " not in name)
    return alone, frozenset(tuple(name.split()) for name in listed if " " in name)


class Subjects:
    """Of whom the sentences of a document tell, as they are read in order."""

    def __init__(self, mentions: Sequence[Mention], public: Public, frames: Frames) -> None:
        self._public, self._frames = public, frames
        self._named: dict[int, list[Mention]] = {}
        self._often: Counter[str] = Counter()
        for each in mentions:
            if each.name.sure >= GIVEN or self._public.is_shown(each):
                self._named.setdefault(each.number, []).append(each)
                self._often.update(each.name.parts)
        # Where somebody who is public, and where somebody else, was told of last.
        self._known = self._other = -2 * _FAR
        self._reach = _FAR

    def is_of_public(self, number: int, line: Line) -> bool:
        """Whether the next sentence tells of somebody who is public, and of nobody else."""
        here = self._named.get(number, [])
        shown = [each for each in here if self._public.is_shown(each)]
        of_known = bool(shown)
        if shown:
            self._known = number
            often = max(self._often[part] for each in shown for part in each.name.parts or ("",))
            # Whoever is named often is the one of whom is told.
            self._reach = 0 if often >= _OFTEN else _FAR
        elif line.sorts & Sort.HE:
            of_known = number - self._known < _CARRIED
        if self._is_of_other(line, here, shown, of_known=of_known):
            self._other = number
        return of_known and number - self._other > self._reach

    def _is_of_other(
        self, line: Line, here: Sequence[Mention], shown: Sequence[Mention], *, of_known: bool
    ) -> bool:
        if len(shown) < len(here) and not (of_known and line.sorts & Sort.RELATIVE):
            return True
        if line.one >= AGED and not (of_known and _OWN_AGE.search(line.text)):
            return True
        if not here and line.sorts & Sort.HONORIFIC:
            return True
        return bool(line.sorts & Sort.PATIENT) and self._frames.has_somebody(line.text)


def mark_public(
    lines: Sequence[Line], mentions: Sequence[Mention], public: Public, frames: Frames
) -> None:
    """Mark the sentences that tell of somebody who is public, where “she” can be nobody else."""
    subjects = Subjects(mentions, public, frames)
    for number, line in enumerate(lines):
        line.public = subjects.is_of_public(number, line)
