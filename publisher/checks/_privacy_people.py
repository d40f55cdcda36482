"""Whose care a document tells of: which of the people it names are patients or near to one.

Not every name: a clinician by title or credentials, an author, a cited researcher and an official
are public. A person is linked to care by how the sentence stands to the name (“Maria, 34,”,
“patient Wei Zhang”, “Anna’s surgery”, “Mr. Smith, who was admitted”) or by the story that goes on
about them, and stays so through the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from publisher.checks._privacy_addressed import Addressed
from publisher.checks._privacy_care import AGED, Line, Sort
from publisher.checks._privacy_dates import dates
from publisher.checks._privacy_frames import Frames, frames
from publisher.checks._privacy_mentions import Mention, mentions
from publisher.checks._privacy_names import FULL, GIVEN
from publisher.checks._privacy_public import Public, mark_public
from publisher.checks._privacy_story import Story, is_of_work, score, told
from publisher.checks._privacy_teller import Teller

# More names than any true text has: what goes on after them is no text, and takes no time.
_MOST, _LONGEST = 2_000, 2_000
# How many sentences around somebody's name are of the same story, and in whose reach others are.
_BESIDE = 5
_REACH = 8
# The score of a story that makes a patient, and how much more where the name is no known one, or
# where somebody seems to be named for their work.
_ENOUGH = 4
_FAMILIAR = 2
_MORE = 2
# How often somebody whose name is no known one must be “she”.
_OFTEN = 2

# How long a text is in which nobody is named for nothing, and how near an illness is told of.
_SHORT, _BY = 30, 4
_ILL = Sort.EVENT | Sort.STATE | Sort.BODY
# In how many sentences, and in which share of them, somebody's work is told where a text is about it.
_CAREER, _CAREER_SHARE = 2, 0.2
# What stands in somebody's record only.
_NOTED = Sort.SHORTHAND | Sort.PAPER

# In the middle of a list of names.
_LISTED, _LIST = re.compile(r"(?:[A-Z][\w’-]+,|:) $"), re.compile(r", [A-Z]|,? and ")
# Between two who belong together, and before how somebody is called by others.
_JOINED = re.compile(r",? (?:and|y|&) |,? [(]?[\"“‘(](?:\w+ )?|[\"”’)]{1,2} ")

# “Anna S.” is how somebody is written of who shall not be known.
_SHORTENED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)? [^\W\d_]\.")


class Usage:
    """How the names of a document are used, by their words."""

    def __init__(self) -> None:
        self.at: dict[int, set[str]] = {}
        self.written: dict[str, set[str]] = {}
        # Names for sure, those of whom one is called by the first, and those called by the last.
        self.sure: set[str] = set()
        self.acting: set[str] = set()
        self.first: set[str] = set()
        self.surnamed: set[str] = set()
        self.titled: set[str] = set()
        self._last: dict[str, set[str]] = {}
        self._numbers: dict[str, list[int]] = {}
        self.mentions: dict[str, list[Mention]] = {}

    def numbers(self, part: str) -> list[int]:
        """The numbers of the sentences in which a word is part of a name."""
        return self._numbers[part]

    def add(self, each: Mention, frames: Frames) -> None:
        """Take in one mention."""
        parts, titled = each.name.parts, frames.before(each.before, "honorific")
        self.at.setdefault(each.number, set()).update(parts)
        for part in parts:
            self._numbers.setdefault(part, []).append(each.number)
            self.mentions.setdefault(part, []).append(each)
            self.written.setdefault(part, set()).add(each.name.text)
        acts = len(parts) == 1 and (
            frames.after(each.after, "acts") or frames.before(each.before, "meets")
        )
        if each.name.sure >= GIVEN or titled:
            self.sure.update(parts)
        elif acts:
            self.acting.update(parts)
        if titled:
            self.titled.update(parts)
        if len(parts) > 1:
            self._last.setdefault(parts[-1], set()).update(parts)
        elif not titled and parts and parts[0] in self._last:
            self.surnamed.update(self._last[parts[0]])
        elif each.name.sure >= GIVEN or acts:
            self.first.update(parts)


class People:
    """The people of one document: who is public, and who is linked to care."""

    def __init__(self, lines: Sequence[Line], authors: Iterable[str], language: str) -> None:
        self.lines = lines
        self.frames = frames(language)
        self.mentions = list(islice(mentions(lines, self.frames), _MOST))
        self.public = Public(self.mentions, self.frames, authors, language)
        mark_public(lines, self.mentions, self.public, self.frames)
        self.teller = Teller(lines, self.frames)
        career = sum(bool(self.frames.career.search(line.text[:_LONGEST])) for line in lines)
        self.is_career = career >= max(_CAREER, _CAREER_SHARE * len(lines))
        self.addressed = Addressed(lines, self.frames, language)

    def linked(self) -> list[Mention]:
        """Each mention of somebody whose care the document tells of, in order."""
        usage = self._usage()
        known = set(self._told(usage))
        for _ in range(2):  # the second time with those in reach of the first
            self._mark(known)
            for each in self.mentions:
                if self._is_linked(each) or self._is_of_household(each, usage):
                    known.update(each.name.parts or (each.name.text,))
        self._join(known)
        return [each for each in self.mentions if self._is_linked(each) or self._is_in(each, known)]

    def _join(self, known: set[str]) -> None:
        """Take in those who are named in one breath with somebody known: “Ann and Bo Park”."""
        for one, other in pairwise(self.mentions):
            if one.line is not other.line:
                continue
            between = one.line.text[one.name.end : other.name.start]
            if _JOINED.fullmatch(between) and min(one.name.sure, other.name.sure):
                for each, beside in ((one, other), (other, one)):
                    if self._is_in(each, known) and not self.public.is_shown(beside):
                        known.update(beside.name.parts)

    def _is_of_household(self, each: Mention, usage: Usage) -> bool:
        """Whether somebody is called by their first name in a patient's story."""
        line, parts = each.line, each.name.parts
        if not line.reached or line.public or not parts:
            return False
        if len(parts) > 1:
            return each.name.sure >= FULL and not self.public.is_shown(each)
        if each.name.sure < GIVEN and not self.frames.after(each.after, "acts"):
            return False
        return not self.public.is_shown(each) and usage.surnamed.isdisjoint(parts)

    def _is_in(self, each: Mention, known: set[str]) -> bool:
        parts = each.name.parts or (each.name.text,)
        return bool(known.intersection(parts) and each.name.sure) and not self.public.is_open(each)

    def _mark(self, known: set[str]) -> None:
        """Mark the sentences that stand around those in which somebody known is named."""
        for each in self.mentions:
            if self._is_in(each, known):
                for line in self._around(each.number, _REACH):
                    line.near = line.reached = True
        notes = (n for n, line in enumerate(self.lines) if line.sorts & _NOTED and line.linked)
        for number in (*self.teller.lines, *notes):
            for line in self._around(number, _REACH):
                line.near = line.reached = True

    def _around(self, number: int, reach: int) -> Sequence[Line]:
        return self.lines[max(0, number - reach) : number + reach + 1]

    def _usage(self) -> Usage:
        usage = Usage()
        for each in self.mentions:
            if each.name.sure and not self.public.is_open(each):
                usage.add(each, self.frames)
        return usage

    def _told(self, usage: Usage) -> Iterator[str]:
        """Yield the words of the names of those of whom a story is told."""
        stories: dict[tuple[object, ...], Story] = {}
        for part, texts in usage.written.items():
            key = (*usage.numbers(part), *sorted(texts))
            story = stories.get(key) or told(self.lines, usage.at, part, texts)
            stories[key] = story
            if story.often <= max(1, story.work) and (
                part in self.public.seeming or part in usage.surnamed or story.work > _FAMILIAR
            ):
                story = story.of_a_professional()
            if (
                part not in usage.sure
                and part in usage.acting
                and max(min(story.she, story.beside * 2), story.often) < _OFTEN
            ):
                continue  # “Pillbox is” is no person
            if part in usage.titled:
                story = story.of_one_who_is_titled()
            if self.is_career and story.often < _OFTEN:
                continue
            if all(map(_is_one_of_many, self._called(part, usage))):
                continue
            known = part in usage.sure or part in usage.acting
            if _is_patient(story, known=known, familiar=part in usage.first | usage.titled):
                yield part

    def _called(self, part: str, usage: Usage) -> list[Mention]:
        return usage.mentions[part]

    def _is_linked(self, each: Mention) -> bool:
        if self.frames.before(each.before, "title"):
            around = self._around(each.number, 1)
            return each.line.strong and any(
                True for line in around for _ in dates(line.text[:_LONGEST])
            )
        if self.teller.is_self(each) or self.addressed.is_called(each):
            return True
        if not each.name.sure or self.public.is_open(each):
            return False
        if self._is_framed(each) or self._is_meant(each) or self._is_tellers(each):
            return True
        if self._is_private(each):
            return True
        if not self.frames.before(each.before, "kin"):
            return False
        if self.teller.is_own and not self.is_career:
            return True
        if self.teller.is_clinician:
            return False
        sorts = each.line.sorts
        is_ill = sorts & (Sort.STATE | Sort.BODY) and not sorts & Sort.MANY
        return bool(is_ill) or any(
            score(line, [each.name.text])[1] for line in self._around(each.number + 1, 1)
        )

    def _is_private(self, each: Mention) -> bool:
        """Whether a short text names somebody for no work of theirs, beside one person's illness."""
        if self.is_career or len(self.lines) > _SHORT or each.name.sure < GIVEN:
            return False
        if self.teller.is_clinician:
            return False
        if self.public.is_shown(each):
            return False
        around = self._around(each.number, _BY)
        told = any(line.one > 0 and line.sorts & _ILL for line in around)
        return told and not any(map(is_of_work, around))

    def _is_tellers(self, each: Mention) -> bool:
        """Whether somebody tells their own story and is named so, or names somebody in it."""
        seems = not self.public.seeming.isdisjoint(each.name.parts)
        if seems:
            return False
        return self.teller.is_told(each) or (each.line.reached and self.teller.is_signed(each))

    def _is_framed(self, each: Mention) -> bool:
        """Whether what stands right around the name links it to care."""
        line, near = each.line, each.line.about or each.line.reached or self._is_beside(each)
        if self.frames.after(each.after, "record"):
            return True
        if not line.health and not near:
            return False
        if self.frames.before(each.before, "treated"):
            return True
        return not line.public and self._is_said(each, near=near)

    def _is_said(self, each: Mention, *, near: bool) -> bool:
        """Whether what is said of somebody links them to care; less is enough `near` a story."""
        line, before, after = each.line, each.before, each.after
        told = line.health or any(other.health for other in self._around(each.number + 1, 1))
        if told and self.frames.after(after, "age"):
            return True
        acts = each.name.sure >= GIVEN and self.frames.after(after, "care", "owned")
        cared = each.name.sure >= FULL and self.frames.before(before, "cared")
        if line.care and (acts or cared or self.frames.after(after, "family")):
            return True
        return near and (
            acts
            or self.frames.before(before, "patient", "named")
            or self._is_relative(each)
            or self.frames.after(after, "relative", "age", "family", "listed", "nickname")
            or (self._is_ill(each) and self.frames.before(before, "honorific"))
        )

    def _is_relative(self, each: Mention) -> bool:
        """Whether somebody is near to a patient of whom the story tells."""
        if not (each.line.reached or each.line.linked):
            return False
        if self.is_career and not self._is_ill(each):
            return False
        return self.frames.before(each.before, "relative")

    def _is_beside(self, each: Mention) -> bool:
        """Whether one of the sentences around is about one person's care."""
        return each.line.one > 0 and any(line.linked for line in self._around(each.number, _BESIDE))

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


def _is_one_of_many(each: Mention) -> bool:
    """Whether somebody is one of three or more who are named in a row."""
    before, after = bool(_LISTED.search(each.before)), bool(_LIST.match(each.after))
    return before and after


def _is_patient(story: Story, *, known: bool, familiar: bool) -> bool:
    """Whether enough is told; of somebody called by their first name only, less is enough."""
    if not known:
        return min(story.she, story.often) > 1 and story.total >= _ENOUGH + _MORE
    if story.often and story.total >= _ENOUGH and (story.she or story.named > _MORE):
        return True
    if not familiar:
        return story.she > _MORE and story.health >= _MORE and not story.work
    return min(story.she, story.health) > 0 and (story.she + story.health > _FAMILIAR)
