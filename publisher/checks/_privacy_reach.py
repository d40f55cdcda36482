"""Ways to reach a person, and which of them are an office's and may be known by everybody."""

from __future__ import annotations

import re
from functools import cache

from publisher.checks._privacy import Line
from publisher.checks._privacy_words import alternatives, words


@cache
def _frames(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    listed = words("privacy-reach", language)
    ways, offices = alternatives(listed["ways"]), alternatives(listed["offices"])
    owners = "|".join(listed["owners"])
    return (
        re.compile(rf"(?i)\b(?:{owners})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{ways})\b"),
        re.compile(rf"(?i)\b(?:{offices})\b"),
        re.compile(
            rf"\b(?i:{alternatives(listed['reach'])})\s+(?i:him|her|them|me)\b"
            rf"|\b(?i:reached)\b"
        ),
    )


def is_somebodys(line: Line, at: int) -> bool:
    """Whether the way to reach somebody that stands at `at` belongs to one person in care."""
    owned, office, reached = _frames(line.passage.language.partition("-")[0])
    before = line.text[max(0, at - 60) : at]
    if owned.search(before) or (line.about and reached.search(before)):
        return True
    return line.about and not office.search(line.text[max(0, at - 80) : at + 60])


def is_role(address: str) -> bool:
    """Whether an e-mail address is that of an office or a role, not of a person."""
    local = re.split(r"[@ \[(]", address.lower(), maxsplit=1)[0]
    roles = words("privacy-reach", "en")["roles"]
    return any(part in roles for part in re.split(r"[.+_-]", local))
