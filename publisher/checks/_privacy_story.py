"""A story told over many sentences: whom it is about, once named and then only “she”.

Each mention of a person is followed for a few sentences. What these say of an illness, as “her
leg was twice its size” or “he could not stand”, counts for the person; work, research and many
patients count against. Enough of it makes a patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_words import words

_FOLLOWED = 7
# What is longer is no sentence.
_LONGEST = 2_000
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
    text = line.text[:_LONGEST]
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
    """What a story says of somebody.

    `total` is its score, `often` how many times it is sure, `she` in how many sentences it says
    “she”, `health` in how many around there is a word of health, less those about work and many.
    """

    total: int = 0
    often: int = 0
    she: int = 0
    health: int = 0


def told(
    lines: Sequence[Line], at: Mapping[int, Iterable[str]], part: str, texts: Iterable[str]
) -> Story:
    """What is said of somebody, of whose name `part` is a word and who is written as `texts`.

    `at` maps the number of a sentence to the words of the names in it.
    """
    total = often = she = health = 0
    followed = {number + more for number in _named(at, part) for more in range(_FOLLOWED)}
    for number in sorted(followed):
        if number >= len(lines):
            break
        line, named = lines[number], part in at.get(number, ())
        more, surely = score(line, texts)
        health += 1 if more > 0 else -1 if more < 0 else 0
        if named or line.sorts & Sort.HE or part in at.get(number - 1, ()):
            total, often = total + more, often + surely
            she += bool(line.sorts & Sort.HE)
    return Story(total, often, she, health)


def _named(at: Mapping[int, Iterable[str]], part: str) -> Iterator[int]:
    return (number for number, parts in at.items() if part in parts)
