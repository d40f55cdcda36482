"""Where somebody is from, as it is written beside their name, below a letter or in an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._privacy_care import Line
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_places import ACRONYM, UPPER, is_large
from publisher.checks._privacy_words import alternatives, is_everyday, words

_TOWN = (
    rf"(?:(?:Mt|St|Ft|Ste|Pt)\.? )?{UPPER}[\w’'-]{{0,30}}+"
    rf"(?:(?: (?:de|del|la|las|los|du|of|the|on|by|upon)){{0,2}} (?:d[’'])?{UPPER}[\w’'-]{{0,30}}+)"
    rf"{{0,3}}"
)
# “, 96, of Decorah”, “ of Plano”.
_OF = re.compile(
    r"(?:,? (?:and|y) [\w’-]+)?,?(?: (?:aged?|now) \d{1,3},?| \(?\d{1,3}\)?,?)?"
    rf" (?:of|from|out of|de) (?:nearby |rural |downtown )?(?P<town>{_TOWN})"
)
# “Jo Marsh, Mableton, Georgia” at the end.
_BELOW = re.compile(
    rf"[*_”\"]*(?P<gap>[,.]? ?[(—–-]? ?)(?:(?:aged? )?\d{{1,3}},? )?(?P<town>{_TOWN})"
    r"(?:,? [A-Z][\w. ]{1,15})?[)*_.!”\"]*"
)
_LONGEST = 2_000


@cache
def _states(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A town before its state, and what a record calls somebody's home."""
    listed = words("privacy-places", language)
    names, codes = alternatives(listed["states"]), "|".join(listed["state_codes"])
    titles = "|".join(listed["codes_and_titles"])
    return (
        re.compile(
            rf"(?<![\w’'.])(?P<town>{_TOWN}),? (?:(?:{names})\b|(?:{codes})\b(?!\.\w)|(?:{titles})"
            rf" \d{{5}}|(?<=, )N\.?[YJMHCD]\.|D\.C\.)"
        ),
        re.compile(
            rf"(?<!\w)(?i:{alternatives(listed['labels'])})\W{{1,3}}(?P<town>{_TOWN}"
            rf"(?:, {UPPER}\w+)?)"
        ),
    )


def written_homes(line: Line) -> Iterator[tuple[int, str]]:
    """Yield each town before its state, and behind “Hometown:”, in a story's sentence."""
    language = line.passage.language.partition("-")[0]
    for pattern in _states(language):
        for each in pattern.finditer(line.text[:_LONGEST]):
            if not is_large(each["town"], language):
                yield each.start("town"), each["town"]


def home(each: Mention) -> Iterator[tuple[int, str]]:
    """Yield where somebody is said to be from right after their name, or below what they wrote."""
    line, end = each.line, each.name.start + len(each.name.text)
    after, language = line.text[end : end + 80], line.passage.language.partition("-")[0]
    found = _OF.match(after)
    if found is None and line.start + len(line.text) >= len(line.passage.text.rstrip()):
        found = _BELOW.fullmatch(after)
        if found and not (found["gap"].strip() or _is_below(line, end, end + found.end("gap"))):
            return
    if found and not _is_no_town(found["town"], language):
        yield end + found.start("town"), found["town"]


def _is_below(line: Line, name: int, at: int) -> bool:
    """Whether something stands on a line of its own below a name."""
    place = line.passage.place
    return place(line.start + at)[0] > place(line.start + name - 1)[0]


def _is_no_town(town: str, language: str) -> bool:
    if is_large(town, language) or ACRONYM.fullmatch(town):
        return True
    return all(is_everyday(word.lower()) for word in re.split(r"[ -]", town) if word[:1].isupper())
