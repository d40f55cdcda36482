"""The age of a patient who is over 89.

So few people are ninety or older that the age leads to one of them. Any age up to 89 passes.

Source: 45 CFR 164.514(b)(2)(i)(C), all ages over 89, which may be told as 90 or older
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: A 94-year-old woman was admitted after a fall.
Flags: My patient, who turned 101 last week, goes dancing.
Flags: At 97, Anna Larsen had surgery on her knee. She was 102 and had no pain when she died.
Passes: Anna Larsen, 34, had surgery. Her pulse was 98. Temperature was 102 and fell.
Passes: An 89-year-old woman was admitted after a fall.
Passes: The vaccine was tried in adults aged 18 to 95, and works in people over 90.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import analysis
from publisher.checks._privacy_care import SURE, Sort
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is an age over 89"
FIX = "write “in her nineties” as “90 or older”"

_OLD = (
    r"(?:9\d|1[01]\d|[Nn]inety(?:-\w+)?"
    r"|(?:[Oo]ne|a) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?)"
)
_SOMEBODY = (
    r"(?:[Hh]e|[Ss]he|who|I|man|woman|patient|[Gg]rand\w+|mother|father|aunt|uncle"
    r"|(?!(?:Temp|Fever|Puls|Sat|Oxy|Heart|Press|Sugar|Gluc|Rate|It|Th[ei]|Sodium|Blood)[a-z]*)"
    r"[A-Z][a-z]+)"
)
_AGE = re.compile(
    rf"(?<![\d.,–-])(?:{_OLD}[ -]?(?:year|yr)s?[ -]?old\b(?!s)|{_OLD} ?(?:yo|y/o|y\.o\.?)(?!\w)"
    rf"|{_OLD} ?[MF]\b|(?:aged?|age of|turned|turning|edad de|cumplió|cumplir)[ :]{{1,2}}{_OLD}\b"
    rf"|(?<=, ){_OLD}(?=, )|(?<=\(){_OLD}(?=[),])|{_OLD} (?:years of age|años)\b)"
    rf"|\b(?:{_SOMEBODY} (?:is|was|will be|would be)|I[’']m|I am|[Hh]e[’']s|[Ss]he[’']s"
    rf"|es|tiene|tenía|cumplió) (?P<is>{_OLD}(?: years old)?)"
    r"(?=[,.;]|$| (?:now|today|when|and|but|years|on|in|next|ahora|cuando|y)\b)"
    rf"|\bnow (?P<now>{_OLD})(?=[,.;])|\b(?:At|A sus|Con) (?P<at>{_OLD}),? (?=[A-Z]|s?he\b|años)"
    r"|(?:\b(?i:happy|h[ie][sr]|my|your|their|turned|su)|[’']s) (?:9\d|1[01]\d)(?:st|nd|rd|th)"
    r"(?: birthday)?\b"
    rf"|\b(?:woman|man|lady|gentleman|patient|mujer|hombre|señora|señor) (?:of|aged|de) {_OLD}\b"
    r"|\b(?i:centenarian|nonagenarian|centenari[oa]|nonagenari[oa])\b(?!s)"
)
_RANGE = re.compile(r"(?i)^ ?(?:or|and|to|y|o|–|-|\+) ?(?:older|over|above|more|up|mayores|\d)|^\+")
# A number alone in brackets is an age where somebody is named before it, or is a man or a woman.
_NAMED = re.compile(
    r"(?:[A-Z]\S*|woman|man|lady|patient|mother|father|resident|mujer|hombre)[ ]*\($"
)


def _is_age(text: str, found: re.Match[str]) -> bool:
    if _RANGE.search(text[found.end() : found.end() + 12]):
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    return not before.endswith("(") or bool(_NAMED.search(before))


def check(document: Document) -> Iterator[Found]:
    """Yield each age over 89 of one person."""
    for line in analysis(document).lines:
        many = line.sorts & Sort.MANY and line.one < SURE
        if not (line.reached or (line.one and line.about and not many)):
            continue
        for each in _AGE.finditer(line.text):
            if _is_age(line.text, each):
                told = each.lastgroup or 0
                yield found(line.passage, line.start + each.start(told), MESSAGE, FIX, each[told])
