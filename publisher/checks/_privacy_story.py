"""A story told over many sentences: whom it is about, once named and then only “she”.

Each mention of a person is followed for a few sentences. What these say of an illness, as “her
leg was twice its size”, “he could not stand” or “Ada has had epilepsy”, counts for the person;
work, research and those who were studied count against. Enough of it makes a patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from publisher.checks._privacy_care import Line, Sort, sort_of
from publisher.checks._privacy_words import alternatives, words

FOLLOWED = 7
# More mentions of one person tell nothing new.
_MOST = 60
# What is longer is no sentence.
_LONGEST = 2_000
_ILL = 3
_HINT = 1
_WORK = -2
# How many words after “she” an illness may stand, and for how many “she” it is looked for.
_WITHIN, _OFTEN = 9, 12

_TOKEN = re.compile(r"[^\W_]+(?:[’'/&.-][^\W_]+)*")
# What follows these does not tell of who is named before.
_OF = frozenset({"from", "of", "at", "and", "or", "de", "y", "del"})
_HABLABA = re.compile(
    r"\b(?:[a-záéíóúñ]{2,20}(?:ó|aba|ía)|[Ff]ue|[Tt]iene|[Tt]uvo|vino|[Ee]stá|[Ee]stuvo)\b"
)
_STOP = re.compile(r"[.;:!?“”\"]")


class _Patterns(NamedTuple):
    """What is somebody's own, what troubles them, what is work, who was studied; who is “she”."""

    own: re.Pattern[str]
    trouble: re.Pattern[str]
    work: re.Pattern[str]
    studied: re.Pattern[str]
    she: re.Pattern[str]
    kin: re.Pattern[str]
    me: re.Pattern[str]
    mine: re.Pattern[str]
    acting: frozenset[str]


@cache
def _patterns(language: str) -> _Patterns:
    listed = words("privacy-story", language)
    bodies, owners = "|".join(listed["bodies"]), "|".join(listed["owners"])
    pronouns = "|".join(words("privacy-care", language)["he"][:2])
    troubles = "|".join(listed["troubles"]).replace("{bodies}", bodies)
    carried = f"(?:{'|'.join(listed['carried'])})"
    not_work = rf"(?!\s+(?:{'|'.join(listed['after'])}))"
    tellers, mine = "|".join(listed["tellers"]), "|".join(listed["mine"])
    kin = alternatives(words("privacy-care", language)["relatives"])
    not_ill = "|".join(listed["achieved"])
    own = rf"(?:(?!(?:{not_ill})\b)[\w-]+ ){{0,2}}?(?:{bodies})\b{not_work}"
    return _Patterns(
        re.compile(rf"(?:(?i:\b(?:{owners}))|[’']s) {own}|{carried}"),
        re.compile(
            rf"(?i)(?:\b(?:{pronouns}|who|and)|@)(?:[’'][ds])? (?:\w+ly |also |then |still "
            rf"|never |once |had |has |would )?(?:{troubles})\b"
        ),
        re.compile(rf"(?i)\b(?:{'|'.join(listed['work'])})"),
        re.compile(rf"(?i)\b(?:{alternatives(listed['studied'])})\b"),
        re.compile(rf"(?i)\b(?:{pronouns})\b(?:[’'](?:[ds]|ll)\b)?|@"),
        re.compile(
            rf"(?i)(?:\b(?:{pronouns})|@)(?:[’']s)? (?:{listed['being'][0]}) (?:{mine}) "
            rf"(?:[\w-]+ ){{0,2}}(?:{kin})\b"
        ),
        re.compile(rf"(?i)\b(?:{tellers})\b"),
        re.compile(rf"(?i:\b(?:{mine})) {own}"),
        frozenset(listed["acting"]),
    )


def score(line: Line, texts: Iterable[str]) -> tuple[int, int]:
    """How much a sentence says that whom it tells of is ill or in care; how often for sure."""
    language = line.passage.language.partition("-")[0]
    patterns = _patterns(language)
    text = line.text[:_LONGEST]
    for name in texts:
        text = text.replace(name, " @")
    trouble = patterns.trouble.search(text)
    sure = bool(patterns.own.search(text)) + bool(trouble)
    sure += bool(trouble and "@" in trouble[0])  # said by name
    sure += bool(line.sorts & Sort.RELATIVE and patterns.kin.search(text))
    if not trouble and line.sorts & (Sort.EVENT | Sort.STATE):
        sure += _suffers(text, patterns.she, language)
    total = sure * _ILL
    if line.sorts & (Sort.EVENT | Sort.STATE | Sort.SOFT | Sort.BODY):
        total += _HINT
    if not sure and patterns.work.search(text):
        total += _WORK
    if patterns.studied.search(text):
        total -= _ILL
    return total, sure


def is_of_work(line: Line) -> bool:
    """Whether a sentence tells of what somebody does at work, or of a text or an event."""
    language = line.passage.language.partition("-")[0]
    return bool(line.sorts & Sort.TEXT or _patterns(language).work.search(line.text[:_LONGEST]))


def tells_of_me(line: Line) -> bool:
    """Whether a sentence says that who writes it is ill or in care."""
    if not line.sorts & Sort.ME or not line.health:
        return False
    language = line.passage.language.partition("-")[0]
    patterns, text = _patterns(language), line.text[:_LONGEST]
    return bool(patterns.mine.search(text)) or _suffers(text, patterns.me, language)


def _suffers(text: str, who: re.Pattern[str], language: str) -> bool:
    """Whether an illness or its care stands soon after `who`, and nothing that is done at work."""
    return any(_meets(text, each.end(), language) for each in islice(who.finditer(text), _OFTEN))


def _meets(text: str, start: int, language: str) -> bool:
    acting = _patterns(language).acting
    end = start
    for token in islice(_TOKEN.finditer(text, start), _WITHIN):
        lower = token[0].lower()
        if _STOP.search(text, end, token.start()) or lower in acting:
            return False
        if end == start and lower in _OF:
            return False
        end = token.end()
        said = sort_of(token[0], language)
        if said & Sort.MANY:
            return False
        if said & (Sort.EVENT | Sort.STATE):
            return not token[0].istitle() or "’" in token[0] or "'" in token[0]
    return False


class Story(NamedTuple):
    """What a story says of somebody.

    `total` is its score, `often` how many times it is sure, `she` in how many sentences it says
    “she”, `health` in how many around there is a word of health, less those about work and many,
    `named` in how many they are named, `beside` in how many of these or the next it says “she”,
    `work` in how many something is told that is done at work.
    """

    total: int = 0
    often: int = 0
    she: int = 0
    health: int = 0
    named: int = 0
    beside: int = 0
    work: int = 0

    def of_one_who_is_titled(self) -> Story:
        """The same of Mr or Mrs somebody, who is a person without a “she”."""
        return self._replace(she=max(self.she, 1))

    def of_a_professional(self) -> Story:
        """The same of somebody who seems to be named for their work: it must say more."""
        return self._replace(total=self.total - _ILL, often=self.often - 1, health=0)


def told(
    lines: Sequence[Line], at: Mapping[int, Iterable[str]], part: str, texts: Iterable[str]
) -> Story:
    """What is said of somebody, of whose name `part` is a word and who is written as `texts`.

    `at` maps the number of a sentence to the words of the names in it.
    """
    total = often = she = health = work = 0
    named_in = list(islice(_named(at, part), _MOST))
    followed = {number + more for number in named_in for more in range(FOLLOWED)}
    for number in sorted(followed):
        if number >= len(lines):
            break
        if lines[number].public:
            continue
        line, named = lines[number], part in at.get(number, ())
        more, surely = score(line, texts)
        health += 1 if more > 0 else -1 if more < 0 else 0
        if named or line.sorts & Sort.HE or part in at.get(number - 1, ()):
            total, often = total + more, often + surely
            she += is_she(line)
            work += not surely and more < 0
    beside = sum(any(map(is_she, lines[n : n + 2])) for n in named_in)
    return Story(total, often, she, health, len(named_in), beside, work)


def is_she(line: Line) -> bool:
    """Whether a sentence goes on about one person, in Spanish by the verb alone."""
    if line.sorts & Sort.HE:
        return True
    return line.passage.language.startswith("es") and bool(_HABLABA.search(line.text[:_LONGEST]))


def _named(at: Mapping[int, Iterable[str]], part: str) -> Iterator[int]:
    return (number for number, parts in at.items() if part in parts)
