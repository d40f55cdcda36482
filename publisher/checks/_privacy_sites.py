"""Which pages and accounts on the web are a person's own, and not an office's."""

from __future__ import annotations

import re
from functools import cache

from publisher.checks._privacy_care import Line
from publisher.checks._privacy_words import alternatives, words

_SITE = re.compile(
    r"(?i)\b(?:s?he|they) (?:\w+ )?(?:writes?|blogs?|posts?|shares?|tells?|sings?|vlogs?)\b"
    r"|\b(?:an?|his|her|their|patient[’']s|family[’']s|[A-Z]\w+[’']s) (?:\w+ )?(?:blog|diary"
    r"|journal|vlog|website"
    r"|web ?site|web page|page|profile|account|channel|site)\b"
)

# A host that bears an organisation's word.
_OFFICE = re.compile(
    r"(?i)(?:https?://)?[\w.-]*(?:health|clinic|hosp|medic|center|centre|found|society|assoc|instit"
    r"|univ|pharm|dental|surg|rehab|wellness|alliance|council|salud)[\w-]*\.|(?:https?://)?[\w.-]+\.org\b"
)
_BEFORE = 60


@cache
def _cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = words("privacy-reach", language)
    return (
        re.compile(rf"(?i)(?<!\w)(?:{alternatives(listed['telling'])})(?!\w)"),
        re.compile(rf"(?i)(?<!\w)(?:{alternatives(listed['sites'])})(?!\w)"),
    )


def is_own_site(before: str) -> bool:
    """Whether what stands before an address says that it is that of one person."""
    return bool(_SITE.search(before[-50:]))


def is_personal(line: Line, at: int, address: str) -> bool:
    """Whether somebody tells of themself, or is told of, at an address in a patient's story."""
    telling, offices = _cues(line.passage.language.partition("-")[0])
    before = line.text[max(0, at - _BEFORE) : at]
    if offices.search(before) or not telling.search(line.text[:2_000]):
        return False
    return is_own_site(before) or not _OFFICE.match(address)
