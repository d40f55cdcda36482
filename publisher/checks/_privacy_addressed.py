"""Who is told of as “you”: a letter, a note or a reply to a patient.

“You woke up on a Tuesday, Mr. Abernathy”, “Hello Ms. Pruitt, your biopsy”. Advice says “you” as
well, to everybody: only what has happened to “you” makes one person of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_names import GIVEN
from publisher.checks._privacy_words import words

# In how many sentences, and in which share of them, something has happened to “you” where a text
# is written to one person.
_OFTEN, _SHARE = 2, 0.1
# How many sentences a reply has at most.
_SHORT = 12
# What is longer is no sentence.
_LONGEST = 2_000
_ILL = Sort.EVENT | Sort.STATE | Sort.BODY | Sort.SOFT
_TITLE = re.compile(r"\S+\s*$")
_BEGINS, _GOES_ON = re.compile(r"(?:^|[“\"(]|: )$"), re.compile(r"[,!:—–]")
_FOR = re.compile(r"\b(?:[Ff]or|[Tt]o|[Pp]ara) $")
_AFTER, _ENDS = re.compile(r", $"), re.compile(r"[.!?”\"]|$")
_THANKS = re.compile(r"\b(?i:you|well|us|gracias|again|back), $")


@cache
def _you(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“You”, and what has happened to “you”."""
    listed = words("privacy-grammar", language)
    you, yours, past = ("|".join(listed[key]) for key in ("you", "yours", "past"))
    things = "|".join(listed["seen_to"])
    after = rf"(?:[’'](?:d|ve|re))?(?: (?:\w+ly|also|never|just))? (?:{past})\b"
    seen = "|".join(listed["seen"])
    return (
        re.compile(rf"(?i)\b(?:{you}|{yours})\b"),
        re.compile(
            rf"(?i)\b(?:{you})\b{after}|\b(?:{seen}) (?:{you})\b"
            rf"|\b(?:{yours}) (?:[\w-]+ ){{0,2}}(?:{things})\b"
        ),
    )


class Addressed:
    """Whether a text is written to one patient, and who that is."""

    def __init__(self, lines: Sequence[Line], frames: Frames, language: str) -> None:
        self._frames = frames
        you, happened = _you(language)
        spoken = [line for line in lines if you.search(line.text[:_LONGEST])]
        told = sum(bool(happened.search(line.text[:_LONGEST])) for line in spoken)
        is_short = len(lines) <= _SHORT
        of_care = any(line.sorts & _ILL for line in (lines if is_short else spoken))
        self._is_reply = of_care and told >= max(1, _SHARE * len(lines))
        self._is_letter = self._is_reply and (is_short or told >= _OFTEN)

    def is_called(self, each: Mention) -> bool:
        """Whether somebody is spoken to by their name."""
        if not self._is_reply:
            return False
        before, titled = each.before, self._frames.before(each.before, "honorific")
        if titled:
            before = _TITLE.sub("", before)
        elif each.name.sure < GIVEN:
            return False
        if self._frames.before(before, "greeted"):
            return True
        if not self._is_letter:
            return False
        if _FOR.search(before) and not each.after.strip(" .,!:"):
            return True
        begins = _BEGINS.search(before) and _GOES_ON.match(each.after)
        ends = _AFTER.search(before) and _ENDS.match(each.after)
        return bool(begins or ends or (_THANKS.search(before) and each.after.startswith(",")))
