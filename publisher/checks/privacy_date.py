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
from publisher.checks._privacy_dates import dates
from publisher.checks._privacy_days import days_of_a_story, is_publication, is_published
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
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOBODYS = re.compile(r"1[5-8]\d\d|190\d")
# A day that comes back is kept by many.
_YEARLY = re.compile(r"(?i)\b(?:every|each) year\b|\b(?:cada año|todos los años)\b")
_OF_THE_WORLD = re.compile(
    r"\b(?:World|International|National) [\w’' ]{2,40} (?:Day|Week|Month)\b"
    r"|\b[Dd]ía (?:Mundial|Internacional|Nacional)\b"
)
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
        told: list[tuple[int, int]] = []
        for at, value in _certain(line):
            told.append((at, at + len(value)))
            yield found(line.passage, line.start + at, MESSAGE, FIX, value)
        for at, value in _of_a_story(line):
            if not any(at < end and begin < at + len(value) for begin, end in told):
                told.append((at, at + len(value)))
                yield found(line.passage, line.start + at, MESSAGE, FIX, value)


def _certain(line: Line) -> Iterator[tuple[int, str]]:
    """Yield each date that is one wherever it stands."""
    for at, value in dates(line.text) if line.digits or line.strong else ():
        if _is_theirs(line, at, value):
            yield at, value


def _of_a_story(line: Line) -> Iterator[tuple[int, str]]:
    """Yield what is a date only where a sentence surely goes on about one person."""
    text = line.text[:_LONGEST]
    if not (line.reached or (line.linked and line.sorts & Sort.HE)) or _YEARLY.search(text):
        return
    if not line.reached and line.sorts & Sort.TEXT:
        return
    language = line.passage.language.partition("-")[0]
    for at, value in days_of_a_story(text, language):
        if not is_published(text[:at], language):
            yield at, value


def _is_theirs(line: Line, at: int, value: str) -> bool:
    before = line.text[max(0, at - _NEAR) : at]
    born = _BIRTH.search(before)
    if born and re.search(r"(?i)DOB|D\.O\.B|date of|fecha", born[0]):
        return True
    if _YEARLY.search(before) or (
        not _YEAR.search(value) and _OF_THE_WORLD.search(line.text[max(0, at - _NEAR) : at + _NEAR])
    ):
        return False
    if line.reached and line.passage.kind is not Kind.VALUE:
        return not _NOBODYS.search(value) and not _is_of_publishing(line, at, value)
    ago = _LONG_AGO.search(value)
    if ago or not line.about or _PLANNED.search(line.text[:_LONGEST]):
        return False
    return _is_of_care(line, at, value)


def _is_of_publishing(line: Line, at: int, value: str) -> bool:
    """Whether the words right beside a date say that something was published then."""
    language, end = line.passage.language.partition("-")[0], at + len(value)
    after = line.text[end : end + _SOON]
    return is_published(line.text[:at], language) or is_publication(after, language)


def _is_of_care(line: Line, at: int, value: str) -> bool:
    """Whether a date beside somebody's care is that of it, as far as the words around show."""
    before, end = line.text[max(0, at - _NEAR) : at], at + len(value)
    around = before + line.text[end : end + 40]
    language = line.passage.language.partition("-")[0]
    if _said(line.text[end : end + _SOON], language) & Sort.TEXT:
        return False  # “a May 29 news release”
    said = _said(before, language)
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
