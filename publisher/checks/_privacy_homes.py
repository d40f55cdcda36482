"""Where somebody is from, as it is written beside their name, below a letter or in an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._privacy_care import Line
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_places import ACRONYM, UPPER, is_large
from publisher.checks._privacy_words import alternatives, group, words

_TOWN = (
    r"(?!(?:In|From|At|To|The|Near|Of|And|On|A|An|De|En|La|El)\b)"
    rf"(?:(?:Mt|St|Ft|Ste|Pt)\.? )?{UPPER}[\w’'-]{{0,30}}+"
    rf"(?:(?: (?:de|del|la|las|los|du|of|the|on|by|upon)){{0,2}} (?:d[’'])?{UPPER}[\w’'-]{{0,30}}+)"
    rf"{{0,3}}"
)
# “, 96, of Decorah”, “ of Plano”.
_OF = re.compile(
    r"(?:[”\")] [A-Z][\w’-]+|,? (?:and|y) [\w’-]+)?,?(?: (?:aged?|now) \d{1,3},?| \(?\d{1,3}\)?,?)?"
    rf" (?:of|from|out of|de) (?:nearby |rural |downtown )?(?P<town>{_TOWN})"
)
# “Jo Marsh, Mableton, Georgia” at the end.
_BELOW = re.compile(
    rf"[*_”\"]*(?:[,.] ?[(—–-]? ?| ?[(—–-] ?)(?:(?:aged? )?\d{{1,3}},? )?(?P<town>{_TOWN})"
    r"(?:,? [A-Z][\w. ]{1,15})?[)*_.!”\"]*"
)
# What stands right above it.
_NAMED = re.compile(rf"(?:^|[ *_—–-]){UPPER}[\w.’'-]* {UPPER}[\w’'-]*,? $")
_LONGEST, _SIGNATURE = 2_000, 120


@cache
def _states(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A town before its state, and what a record calls somebody's home."""
    listed = words("privacy-places", language)
    names, codes = alternatives(listed["states"]), "|".join(listed["state_codes"])
    titles = "|".join(listed["codes_and_titles"])
    return (
        re.compile(
            rf"(?<![\w’'.-])(?P<town>{_TOWN})(?:, (?:{names})\b"
            rf"|, (?:{codes})(?=[,.;:)!?*_”\"—–]|$| \d{{5}}| (?!scans?\b|imag|angi|show)[a-z—–(])"
            rf"|,? (?:{titles}) \d{{5}}|, (?:N\.?[YJMHCD]|D\.?C)\.)"
        ),
        re.compile(
            rf"(?<!\w)(?i:{alternatives(listed['labels'])})[*_]*: ?[*_]*(?P<town>{_TOWN}"
            rf"(?:, {UPPER}\w+)?)"
        ),
    )


def written_homes(line: Line) -> Iterator[tuple[int, str]]:
    """Yield each town before its state, and behind “Hometown:”, in a story's sentence."""
    language = line.passage.language.partition("-")[0]
    for pattern in _states(language):
        for each in pattern.finditer(line.text[:_LONGEST]):
            if not (is_large(each["town"], language) or ACRONYM.fullmatch(each["town"])):
                yield each.start("town"), each["town"]


def home(each: Mention) -> Iterator[tuple[int, str]]:
    """Yield where somebody is said to be from right after their name, or below what they wrote."""
    line, end = each.line, each.name.start + len(each.name.text)
    after, language = line.text[end : end + 80], line.passage.language.partition("-")[0]
    found = _OF.match(after)
    if found is None and _ends(line):
        found = _BELOW.fullmatch(after)
    if found and not _is_no_town(found["town"], language):
        yield end + found.start("town"), found["town"]


def home_below(line: Line) -> Iterator[tuple[int, str]]:
    """Yield a town that stands on the last line of a letter, below a name on a line of its own."""
    text, row = line.text, line.passage.place
    if not _ends(line) or len(text) > _SIGNATURE or row(line.start)[0] == _last_row(line):
        return
    at = 1 + max(
        at
        for at, sign in enumerate(text)
        if sign == " " and row(line.start + at - 1)[0] < _last_row(line)
    )
    town, language = _BELOW.fullmatch(", " + text[at:]), line.passage.language.partition("-")[0]
    if town and _NAMED.search(text[:at]) and not _is_no_town(town["town"], language):
        yield at + town.start("town") - 2, town["town"]


def _last_row(line: Line) -> int:
    return line.passage.place(line.start + len(line.text) - 1)[0]


def _ends(line: Line) -> bool:
    """Whether nothing follows a sentence in its passage."""
    return line.start + len(line.text) >= len(line.passage.text.rstrip())


def _is_no_town(town: str, language: str) -> bool:
    if is_large(town, language) or ACRONYM.fullmatch(town):
        return True
    roles = group("privacy-places", "roles", language)
    return not roles.isdisjoint(re.split(r"[ -]", town.lower()))
