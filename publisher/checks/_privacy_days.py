"""What is a day or a month in somebody's story only: “in October”, “on Palm Sunday”, “adm 3/14”.

Elsewhere “3/14” is a share, “the 16th” a floor, and Christmas is kept by everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._privacy_words import alternatives, words

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec"
)
_MESES = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
    "|diciembre"
)
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|s)?"
_WEEKDAY = rf"{_DAY}\b\.?"
_MONTH = re.compile(
    r"\b(?i:in|since|last|this|next|by|until|till|late|early|during|of|that|from|through|following"
    r"|before|after) (?P<month>(?:(?:late|early|mid)[ -])?"
    rf"(?:{_MONTHS})\b|mid-?(?:{_MONTHS})\b)(?![’' ]s?\d| [A-Z])"
    rf"|\b(?i:en|desde|hasta|de|este|pasado) (?P<mes>(?:{_MESES}))\b(?! \d)",
)
_WORDED = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\\w{5,7}"
    "|thirtieth|thirty-first"
)
# After a day, and not after a floor, a week or a century.
_ENDS = (
    r"(?=[.,;:)!?…—–]|[\"”’]|$| (?:and|at|when|to|in|with|he|she|I|we|they|but|after|before|because"
    r"|or|my|his|her|you|until|for|around|from|of (?:that|the|last|this))\b)"
)
_NUMBERED = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY},? the \d{{1,2}}(?:st|nd|rd|th))\b"
    r"|(?:\b(?i:on|until|till|since|by|before|after|from|through|day|of|was|is)|\() ?"
    rf"(?P<nth>the \d{{1,2}}(?:st|nd|rd|th))\b{_ENDS}"
    rf"|\bthe (?P<week>(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:day|week|weekend"
    rf"|{_WEEKDAY}) (?:of|in) (?:{_MONTHS}))\b"
    rf"|\bthe (?P<of>(?:{_WORDED}) of (?:{_MONTHS}))\b"
    rf"|\b(?i:on|until|till|since) (?P<word>the (?:{_WORDED}))(?=[.,;:)!?]|$)"
    rf"|\b(?P<dia>(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) \d{{1,2}})\b(?! de)"
    r"|\b(?P<numero>el (?:día )?(?:[12]\d|3[01]))(?=[.,;:)]|$)"
    rf"|(?<=last )(?P<day>{_WEEKDAY})"
)
_SLASHED = re.compile(
    rf"(?<![\w/.$,–-])(?P<weekday>{_DAY}\.?,? )?"
    r"(?P<first>0?[1-9]|[12]\d|3[01])/(?P<second>0?[1-9]|[12]\d|3[01])"
    r"(?![\w/%–-]|[.,]\d)"
)
_PADDED = re.compile(r"0\d/\d\d|\d\d/0\d")
# How far around a number stands what says whether it is a day.
_AROUND = 25
_TENTHS, _MONTHS_OF_YEAR = 10, 12


@cache
def _feast(language: str) -> re.Pattern[str]:
    listed = words("privacy-days", language)
    feasts, before = alternatives(listed["feasts"]), alternatives(listed["before_feasts"])
    year = r",? (?:de |of )?(?:19|20)\d\d"
    return re.compile(
        rf"\b(?:(?P<dated>(?:{feasts}){year})"
        rf"|(?i:{before}) (?:the )?(?P<feast>(?:{feasts})(?:{year})?))\b(?![’'][a-z]"
        r"| (?:card|tree|gift|present|dinner|party|cookie|list|song|carol|cactus|seal|bunny)s?\b)"
    )


@cache
def _beside(language: str) -> tuple[re.Pattern[str], ...]:
    """What stands before a day, what before a score, and what after a share."""
    listed = words("privacy-days", language)
    dated, scores, shares = (alternatives(listed[key]) for key in ("dated", "scores", "shares"))
    return (
        re.compile(rf"(?i)(?<!\w)(?:{dated})\.?[ :,(]{{1,2}}$"),
        re.compile(rf"(?i)(?<!\w)(?:{scores})\b"),
        re.compile(rf"(?i)[ -](?:{shares})\b"),
    )


@cache
def _publishing(language: str) -> re.Pattern[str]:
    listed = alternatives(words("privacy-days", language)["publishing"])
    return re.compile(
        rf"(?i)(?<!\w)(?:{listed})\b[:.]?(?: (?:on|in|by|date|el|en|del?))?[: ]{{0,2}}$"
    )


def is_published(before: str, language: str) -> bool:
    """Whether what stands right before a date says that something was published then."""
    return bool(_publishing(language).search(before[-_AROUND:]))


@cache
def _publications(language: str) -> re.Pattern[str]:
    listed = alternatives(words("privacy-days", language)["publications"])
    return re.compile(rf"(?i),? (?:\w+ )?(?:{listed})\b")


def is_publication(after: str, language: str) -> bool:
    """Whether what stands right after a date is what was published then: “a May 29 release”."""
    return bool(_publications(language).match(after))


def days_of_a_story(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield what is a day or a month in somebody's story only: “in October”, “on Christmas Eve”."""
    for pattern in (_NUMBERED, _feast(language), _MONTH):
        for found in pattern.finditer(text):
            kind = found.lastgroup or 0
            yield found.start(kind), found[kind]
    if "/" in text:
        for found in _SLASHED.finditer(text):
            if _is_day(text, found, language):
                yield found.start(), found[0]


def _is_day(text: str, found: re.Match[str], language: str) -> bool:
    """Whether “3/14” is a day there, and no share, score or ratio."""
    first, second = int(found["first"]), int(found["second"])
    if min(first, second) > _MONTHS_OF_YEAR:
        return False
    if found["weekday"]:
        return True
    dated, scores, shares = _beside(language)
    before = text[max(0, found.start() - _AROUND) : found.start()]
    after = text[found.end() : found.end() + _AROUND]
    if scores.search(before) or shares.match(after):
        return False
    if dated.search(before) or _PADDED.fullmatch(found[0]):
        return second != _TENTHS or not before.endswith(("is ", "was ", "to "))
    begins = not before.strip(" *_(—–-") and after[:1] in {":", ",", ")", " ", "", ".", "*"}
    return begins or second > _TENTHS or re.match(r" (?:at|@) \d", after) is not None
