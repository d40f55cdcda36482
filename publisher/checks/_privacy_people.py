"""Whose care a document tells of: which of the people it names are patients or near to one.

Not every name: a clinician by title or credentials, an author, a cited researcher and an official
are public. A person is linked to care by what stands around their name (`_privacy_links`), by the
story that goes on about them (`_privacy_usage`), or by being named in a patient's story, and stays
so through the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_frames import frames
from publisher.checks._privacy_links import Links
from publisher.checks._privacy_mentions import Mention, mentions
from publisher.checks._privacy_nameless import nameless
from publisher.checks._privacy_names import FULL, GIVEN
from publisher.checks._privacy_public import Public, mark_public
from publisher.checks._privacy_usage import Usage

# More names than any true text has, and more signs than any sentence: what goes on after them is no
# text, and takes no time.
_MOST, _LONGEST = 2_000, 2_000
# In whose reach others are of the same story, in sentences.
_REACH = 8
# What stands in somebody's record only.
_NOTED = Sort.SHORTHAND | Sort.PAPER
# Between two who belong together, and before how somebody is called by others.
_JOINED = re.compile(r",? (?:and|y|&) |,? [(]?[\"“‘(](?:\w+ )?|[\"”’)]{1,2} ")


class People:
    """The people of one document: who is public, and who is linked to care."""

    def __init__(self, lines: Sequence[Line], authors: Iterable[str], language: str) -> None:
        self._lines = lines
        self._frames = frames(language)
        self.mentions = list(islice(mentions(lines, self._frames), _MOST))
        self.public = Public(self.mentions, self._frames, authors, language)
        mark_public(lines, self.mentions, self.public, self._frames)
        self._links = Links(lines, self.public, self._frames, language)

    def linked(self) -> list[Mention]:
        """Each mention of somebody whose care the document tells of, in order."""
        named = (each for each in self.mentions if each.name.sure)
        usage = Usage((each for each in named if not self.public.is_open(each)), self._frames)
        seeming = self.public.seeming
        known = set(usage.patients(self._lines, seeming, lambda: self._links.is_career))
        for _ in range(2):  # the second time with those in reach of the first
            self._mark(known)
            for each in self.mentions:
                if self._links.holds(each) or self._is_of_household(each, usage):
                    known.update(each.name.parts or (each.name.text,))
        self._join(known)
        return [each for each in self.mentions if self._links.holds(each) or self._is(each, known)]

    def told(self) -> Line | None:
        """A sentence in which somebody tells of their own illness, or one of a nameless patient."""
        if self._links.teller.lines and not self._links.teller.is_clinician:
            return self._lines[self._links.teller.lines[0]]
        line = nameless(self._lines)
        if line is None or self._links.is_career or any(map(self._is_invented, self._lines)):
            return None
        return line

    def _is_invented(self, line: Line) -> bool:
        return self._frames.invented.search(line.text[:_LONGEST]) is not None

    def _is(self, each: Mention, known: set[str]) -> bool:
        """Whether a mention is that of somebody who is `known` to be linked."""
        parts = each.name.parts or (each.name.text,)
        return bool(known.intersection(parts) and each.name.sure) and not self.public.is_open(each)

    def _is_of_household(self, each: Mention, usage: Usage) -> bool:
        """Whether somebody is named in a patient's story, and for no work of theirs."""
        line, parts = each.line, each.name.parts
        if not line.reached or line.public or not parts or self.public.is_shown(each):
            return False
        if len(parts) > 1:
            return each.name.sure >= FULL
        if each.name.sure < GIVEN and not self._frames.after(each.after, "acts"):
            return False
        return usage.surnamed.isdisjoint(parts)

    def _join(self, known: set[str]) -> None:
        """Take in those who are named in one breath with somebody known: “Ann and Bo Park”."""
        for one, other in pairwise(self.mentions):
            if one.line is not other.line or not min(one.name.sure, other.name.sure):
                continue
            if not _JOINED.fullmatch(one.line.text[one.name.end : other.name.start]):
                continue
            for each, beside in ((one, other), (other, one)):
                if self._is(each, known) and not self.public.is_shown(beside):
                    known.update(beside.name.parts)

    def _mark(self, known: set[str]) -> None:
        """Mark the sentences around those of a story: of somebody known, a teller, or a record."""
        named = (each.number for each in self.mentions if self._is(each, known))
        noted = (n for n, line in enumerate(self._lines) if line.sorts & _NOTED and line.linked)
        for number in {*named, *noted, *self._links.teller.lines}:
            for line in self._links.around(number, _REACH):
                line.near = line.reached = True
