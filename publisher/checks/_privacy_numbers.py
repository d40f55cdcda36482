"""Numbers that stand for one person: what is written before them says what they are.

`MRN 123456`, `insurance ID: CL-987654`, `Acct#: GRM-998877`. A *sure* label needs no more; any
other counts in sentences about one person's care only, where “code” or “file” can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_words import alternatives, words
from publisher.content.passages import Kind

_VALUE = (
    r"(?P<value>\#?(?:[A-Z]{1,4}[ -](?=[A-Z]{0,3}[ -]?\d{2}))?"
    r"(?=[\w./–-]{0,24}\d)[A-Za-z0-9][\w/–-]{2,30}(?:\.[\w-]{1,12}){0,3}"
    r"(?:[ ](?=[\w-]{0,8}\d)[A-Z0-9-]{2,8}){0,5})(?![\w@])"
)
_BETWEEN = (
    r"(?:[’']s)?(?:[ ](?:for|with|at)[ ](?:the|our|my|her|his|their)(?:[ ]\w+){1,4}?(?=[ ]is[ ]))?"
    r"\.?(?:[ ](?:number|no|num|nr|id|ID|code|card|for|was|is|reads?|of|ending|ends|in"
    r"|with|us|here|registered|as"
    r"|on|file|under|número|es|era|n\.?º)){0,3}\.?\s{0,2}(?:(?:[:=№(,–-]|\#(?=\W)|n\.?º)\s?){0,3}"
)
_DATE = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)"
    r"|\d+(?:mg|ml|mcg|kg|cm|mm|yo|am|pm|s|x|h|hrs?|days?|weeks?)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[#0Xx./–-]+")
SURE, NEAR = "sure", "near"
# What has fewer than four digits in a row.
_SHORT = "vehicle"
# How long a value is, and how many digits it has at least.
_LEAST = {SURE: 4, NEAR: 5}
_LEAST_DIGITS = 2


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str] | None:
    labels = words("privacy-labels", language)[kind]
    if not labels:
        return None
    return re.compile(rf"(?<!\w)(?i:{alternatives(labels)})(?![^\W\d_]){_BETWEEN}{_VALUE}")


def labelled(document: Document, kind: str) -> Iterator[tuple[Line, int, str]]:
    """Yield sentence, offset and number of all that stands behind a label of this kind."""
    language = document.language.partition("-")[0]
    told: set[tuple[int, int]] = set()
    known = analysis(document)
    for line in known.dated if kind == _SHORT else known.numbered:
        near = line.about and line.passage.kind is not Kind.DATA  # “Case 12-2019” is a title
        for which in (SURE, NEAR) if near else (SURE,):
            pattern = _pattern(f"{kind}-{which}", language)
            for each in pattern.finditer(line.text) if pattern else ():
                at, value = each.start("value"), each["value"]
                place = (id(line.passage), line.start + at)
                if place not in told and is_number(value, _LEAST[which]):
                    told.add(place)
                    yield line, at, value


def is_number(value: str, least: int) -> bool:
    """Whether a value is long enough for a number of somebody's, and no date, dose or blank."""
    bare = value.strip("#.-–/")
    digits = sum(character.isdigit() for character in bare)
    return (
        len(bare) >= least
        and digits >= _LEAST_DIGITS
        and not _DATE.fullmatch(bare)
        and not _PLACEHOLDER.fullmatch(value)
    )


def found_labelled(document: Document, kind: str, message: str, fix: str) -> Iterator[Found]:
    """Yield what was found behind labels of this kind."""
    for line, at, value in labelled(document, kind):
        yield found(line.passage, line.start + at, message, fix, value)
