"""The number of a patient's medical record, case or sample, or another number of theirs alone.

A record's number needs no name beside it: whoever can look it up has the person. So has any other
unique number, code or reference in a sentence about one person's care.

Source: 45 CFR 164.514(b)(2)(i)(H), medical record numbers, and (R), any other unique identifying
number, characteristic or code (https://www.ecfr.gov/current/title-45/section-164.514).

Flags: Her chart number for the diabetes registry is 00618834.
Flags: The scan is filed under MRN 4455-120.
Flags: Patient seen last year, ref. code EM-2554.
Flags: | Name | Zebediah Quartermaine |
    |---|---|
    | DOB | 17 July 1951 |
    | Record | H3390021 |
Flags: ![The scan](mrn-445512-before.jpg)
Passes: The trial is registered as NCT01234567, and 20000 people took part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_numbers import is_number, labelled
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a number that belongs to one patient"
FIX = "leave the number out"

_BARE = re.compile(
    r"(?<![\w./#$€£+-])(?!(?:NCT|PMC|PMID|ISBN|ISSN|ISRCTN|COVID|CVE|RFC|ISO|ICD)-?\d)"
    r"(?:[A-Z]{1,5}-\d{4,12}(?:-\d{2,8})?|\#[A-Z]{0,4}-?\d{4,12}|\d{7,12}|\d{5,10}-?[A-Z]{2,4}"
    r"|[A-Z]{1,3}\d{5,10})(?![\w%./-]*\w|[ -]\d{3})"
)
# What is no word and no amount, and belongs to somebody where all is about them.
_CODE = re.compile(
    r"(?<![\w./@#$€£+&=-])(?![A-Z]\d{4}\b(?!-))(?![A-Z]\d{2,4}[A-Z]\b)(?!(?:NCT|PMC|PMID|ISBN|ISSN|ISRCTN|COVID|CVE|RFC"
    r"|ISO|ICD|SARS|CPT|HCPCS|[A-Z]{2}) ?-?\d{4}(?![\w-]))(?=[A-Z0-9/-]{0,20}[A-Z])"
    r"(?=(?:[A-Z/-]{0,8}\d){4})[A-Z0-9]{1,14}(?:[/-][A-Z0-9]{1,12}){0,4}(?![\w@]|[./-]\w)"
)
_IN_ADDRESS = re.compile(
    r"(?i)(?<![a-z])(?:mrn|patient|pid|pt|chart|record|case|dob|ssn|member|policy"
    r"|acct)[ _=/%a-f0-9-]{0,9}?[-_=/ ]?(\d{4,12})(?!\d)"
)


def check(document: Document) -> Iterator[Found]:
    """Yield numbers behind a label, bare ones in one person's story, those in names of files."""
    told: set[tuple[int, int]] = set()
    for line, at, value in labelled(document, "record"):
        told.add((id(line.passage), line.start + at))
        yield found(line.passage, line.start + at, MESSAGE, FIX, value)
    for line in analysis(document).about:
        for at, value in _bare(line) if line.digits else ():
            if (id(line.passage), line.start + at) not in told:
                yield found(line.passage, line.start + at, MESSAGE, FIX, value)
    for passage in document.of(Kind.NAME, Kind.ADDRESS, Kind.CODE):
        for each in _IN_ADDRESS.finditer(passage.text) if passage.kind is not Kind.CODE else ():
            yield found(passage, each.start(1), MESSAGE, FIX, each[1])


def _bare(line: Line) -> Iterator[tuple[int, str]]:
    """Yield numbers and codes that stand in somebody's story without any label."""
    patterns = [_BARE] * line.strong + [_CODE] * line.reached
    told = {each.start(): each[0] for pattern in patterns for each in pattern.finditer(line.text)}
    for at, value in sorted(told.items()):
        if is_number(value, 5) and not _is_labelled(line.text[:at]):
            yield at, value


_OTHERS = re.compile(
    r"(?i)(?:phone|tel|cell|mobile|fax|call|text|contact|ssn|security|zip|insurance|ins|policy"
    r"|plan|account|acct|serial|license|licence|plate|vin|unit|device|member|medicare)\w*[^\w]*(?:\w+[^\w]+){0,3}$"
)


def _is_labelled(before: str) -> bool:
    """Whether another check's label stands before the number."""
    return bool(_OTHERS.search(before[-40:]))
