"""Ways to reach a person, and which of them are an office's and may be known by everybody."""

from __future__ import annotations

import re
from functools import cache

from publisher.checks._privacy import Line
from publisher.checks._privacy_words import alternatives, words

# How near an office must be named where all around is somebody's story.
_RIGHT_BEFORE = 30
# An office that rang somebody.
_RANG = re.compile(
    r"(?i)\b(?:called|rang|phoned|texted|dialed|emailed|llamó|llamaron)(?: a| al)? $"
)


@cache
def _frames(language: str) -> tuple[re.Pattern[str], ...]:
    listed = words("privacy-reach", language)
    ways, offices = alternatives(listed["ways"]), alternatives(listed["offices"])
    certain = alternatives(set(listed["offices"]) - set(listed["readers"]))
    owners, ours = "|".join(listed["owners"]), "|".join(listed["ours"])
    desks = alternatives(listed["desks"])
    return (
        re.compile(rf"(?i)\b(?:{owners})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{ways})\b"),
        re.compile(rf"(?i)\b(?:{offices})\b"),
        re.compile(rf"(?i)\b(?:{certain})\b"),
        re.compile(
            rf"\b(?i:{alternatives(listed['reach'])})\s+(?i:him|her|them|me)\b"
            rf"|\b(?i:reached)\b"
        ),
        re.compile(rf"(?i)\b(?:{ours}) (?:[\w-]+ ){{0,3}}(?:{desks})\b"),
    )


def is_somebodys(line: Line, at: int) -> bool:
    """Whether the way to reach somebody that stands at `at` belongs to one person in care."""
    owned, office, certain, reached, ours = _frames(line.passage.language.partition("-")[0])
    before = line.text[max(0, at - 60) : at]
    if ours.search(before):
        return False
    if owned.search(before) or (line.about and reached.search(before)):
        return True
    if line.reached:
        return not _is_offices(line.text[max(0, at - _RIGHT_BEFORE) : at], certain)
    return line.about and not office.search(line.text[max(0, at - 80) : at + 60])


def _is_offices(before: str, office: re.Pattern[str]) -> bool:
    """Whether a number or an address is an office's by what stands right before it."""
    return bool(office.search(before)) and not _RANG.search(before)


def is_role(address: str) -> bool:
    """Whether an e-mail address is that of an office or a role, not of a person."""
    local = re.split(r"[@ \[(]", address.lower(), maxsplit=1)[0]
    roles = words("privacy-reach", "en")["roles"]
    return any(part in roles for part in re.split(r"[.+_-]", local))
