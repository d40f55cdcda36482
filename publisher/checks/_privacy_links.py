"""What links one mention of a name to care: who is named as a patient, or near to one.

By how the sentence stands to the name (“Maria, 34,”, “patient Wei Zhang”, “Anna’s surgery”, “Mr.
Smith, who was admitted”), by who tells and who is spoken to, and in a short text about one
person's illness by being named for no work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from publisher.checks._privacy_addressed import Addressed
from publisher.checks._privacy_care import AGED, Line, Sort
from publisher.checks._privacy_dates import dates
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_names import FULL, GIVEN
from publisher.checks._privacy_public import Public
from publisher.checks._privacy_story import is_of_work, is_she, score
from publisher.checks._privacy_teller import Teller

# What is longer is no sentence.
_LONGEST = 2_000
# How many sentences around somebody's name are of the same story.
_BESIDE = 5
# How long a text is in which nobody is named for nothing, and how near an illness is told of.
_SHORT, _BY = 30, 4
_ILL = Sort.EVENT | Sort.STATE | Sort.BODY
# In how many sentences, and in which share, somebody's work is told where a text is about it.
_CAREER, _CAREER_SHARE = 2, 0.2
# “Anna S.” is how somebody is written of who shall not be known.
_SHORTENED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)? [^\W\d_]\.")


class Links:
    """What in a document links the people whom it names to care."""

    def __init__(
        self, lines: Sequence[Line], public: Public, frames: Frames, language: str
    ) -> None:
        self._lines, self._public, self._frames = lines, public, frames
        self.teller = Teller(lines, frames)
        self._addressed = Addressed(lines, frames, language)

    @cached_property
    def is_career(self) -> bool:
        """Whether the text is about somebody's work."""
        career = self._frames.career
        often = sum(bool(career.search(line.text[:_LONGEST])) for line in self._lines)
        return often >= max(_CAREER, _CAREER_SHARE * len(self._lines))

    def around(self, number: int, reach: int) -> Sequence[Line]:
        """The sentences around one, with itself."""
        return self._lines[max(0, number - reach) : number + reach + 1]

    def holds(self, each: Mention) -> bool:
        """Whether a mention is that of somebody in care, or near to them."""
        if self._frames.before(each.before, "title"):
            return self._is_doctors_day(each)
        if self.teller.is_self(each) or self._addressed.is_called(each):
            return True
        if not each.name.sure or self._public.is_open(each):
            return False
        return (
            self._is_framed(each)
            or self._is_meant(each)
            or self._is_tellers(each)
            or self._is_private(each)
            or self._is_kin(each)
        )

    def _is_doctors_day(self, each: Mention) -> bool:
        """Whether a doctor's name and a day tell when somebody was where."""
        around = self.around(each.number, 1)
        return each.line.strong and any(any(dates(line.text[:_LONGEST])) for line in around)

    def _is_kin(self, each: Mention) -> bool:
        """Whether somebody near to the one who writes is ill, or they tell their own story."""
        if not self._frames.before(each.before, "kin"):
            return False
        if self.teller.is_own and not self.is_career:
            return True
        if self.teller.is_clinician:
            return False
        sorts = each.line.sorts
        if sorts & (Sort.STATE | Sort.BODY) and not sorts & Sort.MANY:
            return True
        return any(score(line, [each.name.text])[1] for line in self.around(each.number + 1, 1))

    def _is_private(self, each: Mention) -> bool:
        """Whether a short text names somebody for no work of theirs beside somebody's illness."""
        if len(self._lines) > _SHORT or each.name.sure < GIVEN or self._public.is_shown(each):
            return False
        if self.is_career or self.teller.is_clinician:
            return False
        if self._frames.before(each.before, "desk"):
            return False
        around = self.around(each.number, _BY)
        is_told = any(line.sorts & _ILL and (line.one > 0 or is_she(line)) for line in around)
        return is_told and not any(map(is_of_work, around))

    def _is_tellers(self, each: Mention) -> bool:
        """Whether somebody tells their own story and is named so, or names somebody in it."""
        if not self._public.seeming.isdisjoint(each.name.parts):
            return False
        return self.teller.is_told(each) or (each.line.reached and self.teller.is_signed(each))

    def _is_framed(self, each: Mention) -> bool:
        """Whether what stands right around the name links it to care."""
        line, near = each.line, each.line.about or each.line.reached or self._is_beside(each)
        frames = self._frames
        if frames.after(each.after, "record", "seen") or frames.before(each.before, "spotlight"):
            return True
        if self._frames.after(each.after, "age") and any(
            other.health for other in self.around(each.number + 1, 1)
        ):
            return not line.public
        if not line.health and not near:
            return False
        if self._frames.before(each.before, "treated"):
            return True
        return not line.public and self._is_said(each, near=near)

    def _is_said(self, each: Mention, *, near: bool) -> bool:
        """Whether what is said of somebody links them to care; less is enough `near` a story."""
        line, before, after = each.line, each.before, each.after
        if line.health and self._frames.after(after, "age"):
            return True
        acts = each.name.sure >= GIVEN and self._frames.after(after, "care", "owned")
        cared = each.name.sure >= FULL and self._frames.before(before, "cared")
        if line.care and (acts or cared or self._frames.after(after, "family")):
            return True
        return near and (
            acts
            or self._frames.before(before, "patient", "named", "baby")
            or self._is_relative(each)
            or self._frames.after(after, "relative", "age", "family", "listed")
            or (line.reached and self._frames.after(after, "nickname"))
            or (self._is_ill(each) and self._frames.before(before, "honorific"))
        )

    def _is_relative(self, each: Mention) -> bool:
        """Whether somebody is near to a patient of whom the story tells."""
        if not (each.line.reached or each.line.linked):
            return False
        if self.is_career and not self._is_ill(each):
            return False
        return self._frames.before(each.before, "relative")

    def _is_beside(self, each: Mention) -> bool:
        """Whether one of the sentences around is about one person's care."""
        return each.line.one > 0 and any(line.linked for line in self.around(each.number, _BESIDE))

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
            return not self._frames.before(each.before, "place")
        return self._frames.before(each.before, "like")
