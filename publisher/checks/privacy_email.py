"""The e-mail address of a patient, or of somebody near to one.

Addresses of a role, such as info@ or press@, pass, and so do those of authors and of organisations
outside a sentence about one person's care.

Source: 45 CFR 164.514(b)(2)(i)(F), electronic mail addresses
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: A 60-year-old man was seen in May (e-mail: mbrown@example.com).
Flags: [Write to her](mailto:ana.perez@example.com) about her chemotherapy.
Passes: Write to info@example.org if you or your patient have questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_reach import is_role, is_somebodys
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is an e-mail address in somebody's story"
FIX = "leave the address out; give the organisation's own where readers need one"

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"| ?(?:\[at\]|\(at\)) ?[\w-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)) ?[\w-]{2,63}){1,4}"
    r"|(?i: at (?:gmail|yahoo|hotmail|outlook|icloud|aol|protonmail|proton|comcast|live|msn)"
    r" ?(?:\.|dot) ?(?:com|net|org|me|es|ca|co)\b))"
)


def check(document: Document) -> Iterator[Found]:
    """Yield each address in a sentence about one person's care, and each link to one there."""
    known = analysis(document)
    for line in (*known.lines, *known.data):
        for at, address in (*_written(line), *_linked(line)):
            if not is_role(address) and is_somebodys(line, at):
                yield found(line.passage, line.start + at, MESSAGE, FIX, address)


def _written(line: Line) -> Iterator[tuple[int, str]]:
    if "@" in line.text or "at]" in line.text or "at)" in line.text or " dot " in line.text:
        yield from ((each.start(), each[0]) for each in _ADDRESS.finditer(line.text))


def _linked(line: Line) -> Iterator[tuple[int, str]]:
    """Yield the addresses that words of the sentence lead to without naming them."""
    for link in line.links:
        address = unquote(link.address).removeprefix("mailto:").partition("?")[0]
        at = link.start - line.start
        shown = address in line.passage.text[link.start : link.end]
        if not shown and _ADDRESS.fullmatch(address):
            yield at, address
