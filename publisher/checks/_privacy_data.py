"""What stands in front matter as data: works that are listed, records of who agreed, and days.

Lists of works are full of names, years and numbers that are nobody's secret, so they are read more
strictly than sentences: who is named counts where they are called a patient in the same breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention, mentions
from publisher.checks._privacy_names import FULL

_OF_ONE = Sort.PATIENT | Sort.PAPER
# After “our patient” even a name that no list has is one.
_OURS = re.compile(r"\b(?:our|my|nuestr[oa]|mi) [\w-]{2,20}[,:]? $", re.IGNORECASE)


def mark(read: Sequence[Line]) -> None:
    """Mark what speaks of one patient, so that a number or an address beside is theirs."""
    for line in read:
        line.near = line.one > 0 and bool(line.sorts & _OF_ONE)


def named(read: Sequence[Line], frames: Frames) -> Iterator[Mention]:
    """Yield who is called a patient, and the same name in the other values."""
    found = list(mentions(read, frames)) if any(line.near for line in read) else []
    known = [set(each.name.parts) for each in found if _is_patient(each, frames)]
    for each in found:
        if _is_patient(each, frames) or any(parts <= set(each.name.parts) for parts in known):
            yield each


def _is_patient(each: Mention, frames: Frames) -> bool:
    whole = len(each.name.parts) > 1 and _OURS.search(each.before)
    if not each.line.near or (each.name.sure < FULL and not whole):
        return False
    return frames.before(each.before, "patient") or frames.after(each.after, "record")
