"""Which sentences of a document are about one person's care.

A sentence is *linked* if it speaks of one person (an age, a title, "the patient", "she", "my
neighbour") and of care or health in the same breath. What identifies somebody is looked for only
there, for a name is no identifier of a patient by itself, nor is a telephone number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from publisher.checks._privacy_words import words
from publisher.content.passages import Link, Passage

_TOKEN = re.compile(r"[^\W_]+(?:[’'/&.-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
# Four digits that are no year by itself.
_NUMBER = re.compile(r"(?!(?:19|20)\d\d(?![\d/-]))\d(?:[ /.-]?[A-Z]{0,3}[ -]?\d){3}")
# A number in words.
NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_AGE = re.compile(
    r"\b\d{1,3}[ -]?(?:year|yr|month|week|day)s?[ -]?old\b(?!s)"
    r"|\b\d{1,3} ?(?:yo|y/o|y\.o\.?|yrs?|mo)\b|\b\d{1,3} ?(?:male|female)\b"
    r"|\b\d{1,3} ?[MF](?=,? (?:w/|with|presents|presenting|c/o|hx|s/p|here|who|admitted|pt\b|on"
    r"|dx))"
    r"|\b(?:age|aged|turned|turning)[ :]{1,2}\d{1,3}\b"
    r"(?! (?:or|and|to|through|years or) )(?![–-]\d)|\b\d{1,3} (?:years|months) of age\b"
    rf"|\b{NUMBER}[ -](?:year|month|week|day)s?[ -]old\b|\b(?:aged|turned) {NUMBER}\b"
    r"|(?:\b[A-Z]\.){2,3},? \d{1,3}\b(?!\.\d)"
    r"|\b\d{1,3} años\b|\bde \d{1,3} años\b",
    re.IGNORECASE,
)


# What every age in words has.
_AGED = re.compile(r"\bold\b|-old\b|aged |turned ", re.IGNORECASE)
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Sra?|Srta|Señora?|Herr|Frau|Mme)\.? [^\W\d_a-z]")


class Sort:
    """What a word can say about care, as bits of a whole number."""

    NONE = 0
    PATIENT = 1
    RELATIVE = 2
    HONORIFIC = 4
    EVENT = 8
    STATE = 16
    PAPER = 32
    MANY = 64
    HE = 128
    ME = 256
    TEXT = 512
    SHORTHAND = 1024
    SOFT = 2048
    BODY = 4096


CARE = Sort.EVENT | Sort.STATE | Sort.PAPER
# How surely a sentence speaks of one person: “she” or “the patient”; a title; an age or shorthand.
MAYBE, SURE, AGED = 1, 2, 3
HEALTH = CARE | Sort.SOFT | Sort.BODY
_GROUPS: Mapping[str, int] = {
    "patients": Sort.PATIENT,
    "relatives": Sort.RELATIVE,
    "honorifics": Sort.HONORIFIC,
    "events": Sort.EVENT,
    "states": Sort.STATE,
    "soft": Sort.SOFT,
    "body": Sort.BODY,
    "papers": Sort.PAPER,
    "many": Sort.MANY,
    "he": Sort.HE,
    "me": Sort.ME,
    "publications": Sort.TEXT,
    "shorthand": Sort.SHORTHAND,
}


@cache
def _sorts(language: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Whole words and beginnings of words, with what they say."""
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    for name, listed in words("privacy-care", language).items():
        for word in listed:
            into = begun if word.endswith("*") else whole
            key = word.rstrip("*").lower()
            into[key] = into.get(key, Sort.NONE) | _GROUPS[name]
    return whole, begun


@lru_cache(maxsize=50_000)
def sort_of(word: str, language: str) -> int:
    """What a word, as written, says about care."""
    whole, begun = _sorts(language)
    lower = word.lower().replace("’", "'")
    lower = lower.removesuffix("'s")
    said = whole.get(lower, Sort.NONE)
    for length in range(3, min(len(lower), 14) + 1):
        said |= begun.get(lower[:length], Sort.NONE)
    if not said and len(lower) <= _LONGEST and lower not in _NO_ENDING and _ENDING.fullmatch(lower):
        return Sort.STATE
    return said


# Endings of illnesses, of what is done about them, and of medicines.
_ENDING = re.compile(
    r"\w{2,}(?:itis|emia|aemia|penia|pathy|ectomy|plasty|ostomy|otomy|algia|plegia|trophy"
    r"|fibrillation|sclerosis"
    r"|stenosis|carcinoma|blastoma|dystonia|philia|uria|mab|nib|pril|sartan|olol|statin|azole"
    r"|cillin|mycin|profen|minophen|cycline|codone|triptan|setron|prazole|ciclovir|semide|lactone|dopine|dipine"
    r"|thiazide|barbital|thyroxine|solone|zolam|glutide|asone|platelets?|cyclines?|[^nmg]osis|ctasis|blepharon|centesis|oscopy|ectasia|odynia"
    r"|floxacin|gliptin|gliflozin|parin|oxetine|azepam|formin|xaban|itis|oidosis|nemia|rrhea"
    r"|rrhoea|rrhage)"
)
_LONGEST = 40
_NO_ENDING = frozenset({"academia", "april", "philia", "bibliophilia"})


def _link_start(link: Link) -> int:
    return link.start


@dataclass(slots=True, eq=False)
class Line:
    """One sentence: how much it speaks of one person (0 to 3), and whether it does of care.

    `near` is set for what stands beside a linked sentence in one person's story, `reached` for what
    stands around a patient's name, `public` for what is told of somebody who is no secret.
    """

    passage: Passage
    start: int
    text: str
    sorts: int
    one: int
    digits: bool
    numbers: bool
    near: bool = False
    reached: bool = False
    public: bool = False

    @property
    def links(self) -> Sequence[Link]:
        """What leads somewhere from this sentence."""
        links, end = self.passage.links, self.start + len(self.text)
        first = bisect_left(links, self.start, key=_link_start)
        return links[first : bisect_left(links, end, key=_link_start)]

    @property
    def health(self) -> bool:
        """Whether it has any word of health or care."""
        return bool(self.sorts & HEALTH)

    @property
    def care(self) -> bool:
        """Whether it speaks of care or health; of one person for sure, where the word is weak."""
        sorts = self.sorts
        if sorts & CARE or (self.one == AGED and sorts & (Sort.SOFT | Sort.BODY)):
            return True
        return bool(sorts & Sort.BODY and sorts & Sort.HE)

    @property
    def linked(self) -> bool:
        """Whether it is about one person's care."""
        return self.one > 0 and self.care and not self.public

    @property
    def strong(self) -> bool:
        """Whether it is so without doubt."""
        return self.one >= SURE and self.care and not self.public

    @property
    def about(self) -> bool:
        """Whether it, or what stands around it, is about one person's care."""
        return self.linked or (self.near and not self.public)


def lines(passage: Passage) -> Iterator[Line]:
    """Yield the sentences of a passage, but for what only repeats the one before."""
    language, before = passage.language.partition("-")[0], ""
    for sentence in passage.sentences:
        text, sorts = sentence.text, Sort.NONE
        if text == before:
            continue
        before = text
        for token in _TOKEN.findall(text):
            sorts |= sort_of(token, language)
        digits = bool(_DIGIT.search(text))
        numbers = digits and bool(_NUMBER.search(text))
        one = _one(text, sorts, aged=(digits or _AGED.search(text) is not None) and has_age(text))
        yield Line(passage, sentence.start, text, sorts, one, digits, numbers)


def _one(text: str, sorts: int, *, aged: bool) -> int:
    """How surely a sentence speaks of one person."""
    if sorts & (Sort.SHORTHAND | Sort.PAPER) or aged:
        return AGED
    if sorts & Sort.MANY and not sorts & (Sort.HONORIFIC | Sort.HE | Sort.ME):
        return 0
    if sorts & Sort.HONORIFIC and _HONORIFIC.search(text):
        return SURE
    if sorts & (Sort.HE | Sort.ME) or sorts & Sort.PATIENT:
        return MAYBE
    return 0


def has_age(text: str) -> bool:
    """Whether a sentence says how old one person is."""
    return bool(_AGE.search(text))
