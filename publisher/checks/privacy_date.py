"""The day or month of one person's care, birth or death.

A day tells colleagues and neighbours whose story it is. The year alone passes, and so do the dates
of studies, guidelines, events and laws.

Source: 45 CFR 164.514(b)(2)(i)(C), all elements of dates, except year, for dates directly related
to an individual (https://www.ecfr.gov/current/title-45/section-164.514).

Flags: She was admitted on April 12, 2023.
Flags: The patient (DOB 04/22/1955) came back in July 2022.
Passes: She was diagnosed in 2021.
Passes: The guideline for patients with asthma was updated on April 12, 2023.
Passes: Every year on 12 May, the day on which Florence Nightingale was born, we have cake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_care import Sort, sort_of
from publisher.checks._privacy_dates import dates, days_of_a_story
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a date of one person's care or life"
FIX = "write the year alone, or “last spring”, “two weeks later”"

_TOKEN = re.compile(r"[^\W_]+(?:[’'/&.-][^\W_]+)*")
_BIRTH = re.compile(
    r"(?i)\b(?:DOB|D\.O\.B\.|date of birth|born(?: on)?|birth ?date|fecha de nacimiento"
    r"|nacid[oa](?: el)?|nació(?: el)?)\W*$"
)
_LONG_AGO = re.compile(r"1[5-8]\d\d|19[0-4]\d")
# A day that comes back is kept by many.
_YEARLY = re.compile(r"(?i)\b(?:every|each) year\b|\b(?:cada año|todos los años)\b")
# What will be is an event, or a rule, where nobody is told of.
_PLANNED = re.compile(
    r"(?i)\bwill\b|[’']ll\b|\bannounced\b|\bon sale\b|\bbegin(?:s|ning)\b|\bregister\b|\bis on\b"
    r"|\bapproved\b|\bbetween\b|\breview(?:ed)? (?:by|due)\b|\bse celebra|\binscri"
)
_NEAR, _SOON = 60, 20
# What is longer is no sentence.
_LONGEST = 2_000


def check(document: Document) -> Iterator[Found]:
    """Yield each date of a sentence about one person's care that is not another thing's."""
    for line in analysis(document).lines:
        told: list[int] = []
        for at, value in dates(line.text) if line.digits or line.strong else ():
            if _is_theirs(line, at, value):
                told.append(at)
                yield found(line.passage, line.start + at, MESSAGE, FIX, value)
        for at, value in days_of_a_story(line.text) if _is_story(line) else ():
            if not any(at <= other <= at + len(value) for other in told) and _is_past(line):
                yield found(line.passage, line.start + at, MESSAGE, FIX, value)


def _is_story(line: Line) -> bool:
    """Whether a sentence surely goes on about one person."""
    return line.about and (line.reached or (line.linked and bool(line.sorts & Sort.HE)))


def _is_past(line: Line) -> bool:
    """Whether a sentence tells of what has happened, and not of what happens each year."""
    return not line.sorts & Sort.TEXT and not _YEARLY.search(line.text[:_LONGEST])


def _is_theirs(line: Line, at: int, value: str) -> bool:
    before = line.text[max(0, at - _NEAR) : at]
    if _BIRTH.search(before) and re.search(r"(?i)DOB|D\.O\.B|date of|fecha", before):
        return True
    ago = _LONG_AGO.search(value) and not (line.reached and _BIRTH.search(before))
    if not line.about or ago or _YEARLY.search(before):
        return False
    if not line.reached and _PLANNED.search(line.text[:_LONGEST]):
        return False
    around = before + line.text[at + len(value) : at + len(value) + 40]
    language = line.passage.language.partition("-")[0]
    said = _said(before, language)
    if _said(line.text[at + len(value) : at + len(value) + _SOON], language) & Sort.TEXT:
        return False  # “a May 29 news release”
    if said & Sort.TEXT and not said & (Sort.EVENT | Sort.SOFT):
        return False
    if line.near and line.passage.kind is not Kind.VALUE and not line.sorts & Sort.TEXT:
        return True
    health = Sort.EVENT | Sort.SOFT | Sort.STATE
    if line.sorts & Sort.HE:
        health |= Sort.BODY
    return line.strong or bool(_said(around, language) & health)


def _said(text: str, language: str) -> int:
    said = Sort.NONE
    for token in _TOKEN.findall(text):
        said |= sort_of(token, language)
    return said
