"""The story of a patient without a name: “a man of 40 came in”, “he could not lift his arm”.

Somebody is brought in as one person (an age, “the patient”, “her brother”), goes on as “she”, and
the sentences say for sure that they are ill or in care. One such sentence is said of many things;
two beside each other tell of somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.checks._privacy_care import AGED, Line, Sort
from publisher.checks._privacy_story import score

# How many sentences belong together, and how often they must say for sure that somebody is ill.
_TOGETHER, _OFTEN = 6, 2
_BROUGHT_IN = Sort.PATIENT | Sort.RELATIVE | Sort.HONORIFIC


def nameless(lines: Sequence[Line]) -> Line | None:
    """The first sentence of a story of one patient, whether named or not; none where none is."""
    sure = [_says(line) for line in lines]
    for at, line in enumerate(lines):
        if sure[at] and sum(sure[at : at + _TOGETHER]) >= _OFTEN:
            around = lines[max(0, at - _TOGETHER + 1) : at + _TOGETHER]
            goes_on = any(each.sorts & Sort.HE for each in around)
            if goes_on and any(each.one >= AGED or each.sorts & _BROUGHT_IN for each in around):
                return line
    return None


def _says(line: Line) -> int:
    """How often a sentence says for sure that one person is ill; of a text or of many, never."""
    is_of_one = line.sorts & Sort.HE or (line.one >= AGED and not line.sorts & Sort.MANY)
    if not is_of_one or line.public or line.sorts & Sort.TEXT:
        return 0
    return min(score(line, ())[1], _OFTEN)
