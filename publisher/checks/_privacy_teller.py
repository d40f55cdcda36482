"""Who tells of their own illness, or of that of somebody near, and how they are called.

“My name is Ruth and I have lived with lupus”, “Love, Bev” below a letter about a husband. Where
somebody tells their own story, those who are named in it are their household and their friends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_names import FULL, GIVEN
from publisher.checks._privacy_story import tells_of_me

# How near to each other somebody must say that they are ill, and how far around is their story.
_APART = 12
# The share of sentences with “I” that makes a text its writer's own story.
_MINE = 0.3
# For how many sentences one about “my” illness is enough.
_SHORT = 25
# How many words may stand after a name that closes a letter: “Jo Marsh, 12 Elm Road, Marfa”.
_CLOSING = 9
# Where a letter says to whom it is written, and how many sentences with words of illness make it
# one about it.
_FIRST, _HEAD, _OFTEN = 3, 120, 2
_REACH = 6

# What is longer is no sentence.
_LONGEST = 2_000
# Who is thanked by name: “Teresa, you taught me”.
_SPOKEN_TO = re.compile(r", (?:you|he|she|they|i|we|thank)\b", re.IGNORECASE)
_AND = re.compile(r"\W*[^\W\d_]+ (?:and|y|&) ")
_DASH = re.compile(r"[—–]\s*[*_]*$")
# In how many last sentences a name closes a text.
_LAST = 2
_AND_OTHERS = re.compile(r",? (?:and|y) (?:the |los |las )?\w+\.?")


class Teller:
    """The one who writes; `lines` are the numbers of the sentences of their own illness."""

    def __init__(self, lines: Sequence[Line], frames: Frames) -> None:
        self._lines, self._frames = lines, frames
        self._ill = [number for number, line in enumerate(lines) if tells_of_me(line)]
        share = sum(bool(line.sorts & Sort.ME) for line in lines) / max(1, len(lines))
        near = [one for one, next_ in pairwise(self._ill) if next_ - one <= _APART]
        mine = share >= _MINE and len(self._ill) * _SHORT >= len(lines)
        self.lines = self._ill if mine else near
        thanks = any(frames.thanked.search(line.text[:_HEAD]) for line in lines[:_FIRST])
        often = sum(bool(line.sorts & (Sort.EVENT | Sort.STATE | Sort.BODY)) for line in lines)
        health = any(line.health for line in lines)
        self.is_thanks = thanks and health and _any(frames.grateful, lines)
        self.is_clinician = _any(frames.clinician, lines)
        own = often >= _OFTEN and share >= _MINE and not self.is_clinician
        self.is_own = self.is_thanks or own
        self._is_mine = share >= _MINE and not self.is_clinician
        self._is_mine &= sum(line.health for line in lines) >= _OFTEN
        self._is_near = any(
            line.sorts & Sort.RELATIVE and frames.has_own(line.text) for line in lines
        )

    def is_told(self, each: Mention) -> bool:
        """Whether a name is the teller's own or that of somebody in their story."""
        if not (self._ill or self._is_near or self.is_own):
            return False
        if self.is_introduced(each):
            return bool(self._ill) or self.is_own
        if self.is_signed(each):
            return bool(self.lines) or self._is_near or self.is_own
        if each.name.sure < GIVEN or _SPOKEN_TO.match(each.after):
            return False
        return self.is_thanks or self._is_beside(each.number)

    def is_self(self, each: Mention) -> bool:
        """Whether somebody who says that they are ill says that this is their name."""
        if each.name.sure < GIVEN or not self.is_introduced(each):
            return False
        works = self._frames.after(each.after, "role", "public", "office")
        return bool(self._ill) or (self._is_mine and each.name.sure >= FULL and not works)

    def is_introduced(self, each: Mention) -> bool:
        """Whether somebody says that they are called so."""
        frames = self._frames
        return frames.before(each.before, "introduced") or frames.after(each.after, "introduced")

    def is_signed(self, each: Mention) -> bool:
        """Whether a name stands below a letter."""
        before = each.before
        alone = each.line.text.strip(" .—–-") == each.name.text
        if each.number and each.number + 1 == len(self._lines) and not each.name.start:
            return alone or _AND_OTHERS.fullmatch(each.after) is not None
        if each.number and alone:
            before = self._lines[each.number - 1].text[-60:] + " "
        return self._frames.before(before, "signed") or self._closes(each)

    def _closes(self, each: Mention) -> bool:
        """Whether a text ends with a name and hardly more: “— Jo Marsh, mother”."""
        if each.name.sure < GIVEN or each.number + _LAST < len(self._lines):
            return False
        begins = not each.before.strip(" *_—–-") or _DASH.search(each.before) is not None
        begins = begins or _AND.fullmatch(each.before) is not None
        return begins and len(each.after.split()) <= _CLOSING and "said" not in each.after

    def _is_beside(self, number: int) -> bool:
        at = bisect_left(self.lines, number - _REACH)
        return at < len(self.lines) and self.lines[at] <= number + _REACH


def _any(pattern: re.Pattern[str], lines: Sequence[Line]) -> bool:
    return any(pattern.search(line.text[:_LONGEST]) for line in lines)
