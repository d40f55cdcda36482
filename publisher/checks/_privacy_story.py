"""A story told over many sentences: whom it is about, once named and then only “she”.

Each mention of a person is followed for a few sentences. What these say of an illness, as “her
leg was twice its size” or “he could not stand”, counts for the person; work, research and many
patients count against. Enough of it makes a patient.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_words import words

_FOLLOWED = 5
_ILL = 3
_HINT = 1
_WORK = -2


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    listed = words("privacy-story", language)
    bodies, owners = "|".join(listed["bodies"]), "|".join(listed["owners"])
    pronouns = "|".join(words("privacy-care", language)["he"][:2])
    troubles = "|".join(listed["troubles"]).replace("{bodies}", bodies)
    carried = f"(?:{'|'.join(listed['carried'])})"
    not_work = rf"(?!\s+(?:{'|'.join(listed['after'])}))"
    return (
        re.compile(
            rf"(?:(?i:\b(?:{owners}))|[’']s) (?:[\w-]+ ){{0,2}}?(?:{bodies})\b{not_work}|{carried}"
        ),
        re.compile(
            rf"(?i)(?:\b(?:{pronouns}|who|and)|@)(?:[’'][ds])? (?:\w+ly |also |then |still "
            rf"|never |once |had |has |would )?(?:{troubles})\b"
        ),
        re.compile(rf"(?i)\b(?:{'|'.join(listed['work'])})"),
    )


def score(line: Line, texts: Iterable[str]) -> tuple[int, int]:
    """How much a sentence says that whom it tells of is ill or in care; how often for sure."""
    own, trouble, work = _patterns(line.passage.language.partition("-")[0])
    text = line.text
    for name in texts:
        text = text.replace(name, " @")
    trouble_of = trouble.search(text)
    sure = bool(own.search(text)) + bool(trouble_of)
    sure += bool(trouble_of and "@" in trouble_of[0])  # said by name
    total = sure * _ILL
    if line.sorts & (Sort.EVENT | Sort.STATE | Sort.SOFT | Sort.BODY):
        total += _HINT
    if work.search(text):
        total += _WORK
    if line.sorts & Sort.MANY:
        total -= _ILL
    return total, sure


class Story(NamedTuple):
    """What a story says of somebody: its score, how often for sure, and whether it says “she”."""

    total: int = 0
    often: int = 0
    she: bool = False


def told(
    lines: Sequence[Line], at: Mapping[int, Iterable[str]], part: str, texts: Iterable[str]
) -> Story:
    """What is said of somebody, of whose name `part` is a word and who is written as `texts`.

    `at` maps the number of a sentence to the words of the names in it.
    """
    total, often, she = 0, 0, False
    followed = sorted({number + more for number in _named(at, part) for more in range(_FOLLOWED)})
    for number in followed[: bisect_left(followed, len(lines))]:
        line, named = lines[number], part in at.get(number, ())
        if named or line.sorts & Sort.HE or part in at.get(number - 1, ()):
            more, surely = score(line, texts)
            total, often = total + more, often + surely
            she = she or bool(line.sorts & Sort.HE)
    return Story(total, often, she)


def _named(at: Mapping[int, Iterable[str]], part: str) -> Iterator[int]:
    return (number for number, parts in at.items() if part in parts)
