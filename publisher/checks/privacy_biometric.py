"""A finger or voice print, a scan of the eye or the face, or a genetic profile of a patient.

Words can show only that there is one: its number, its file, its place. The picture itself needs the
person's written consent.

Source: 45 CFR 164.514(b)(2)(i)(P) and (Q), biometric identifiers, including finger and voice
prints, and full face photographs (https://www.ecfr.gov/current/title-45/section-164.514).

Flags: His fingerprint scan, FP-2231, is kept with the chart of the patient.
Flags: A full-face photo of the patient is attached.
Passes: Phones can be opened by a fingerprint, which patients with eczema find hard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import analysis
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this is a biometric identifier of one person"
FIX = "leave it out, whatever form it has"

_PRINT = re.compile(
    r"(?i)\b(?:his|her|their|my|the patient[’']?s|pt[’']?s"
    r"|[a-z]+[’']s)\s+(?:\w+\s+)?(?:finger ?prints?|voice ?prints?|palm ?prints?"
    r"|foot ?prints? record|retina(?:l)? scans?|iris scans?|face ?(?:id|scan|print)"
    r"|facial (?:scan|recognition|template)|DNA profile|genetic profile|dental records?"
    r"|gait signature|huellas? (?:digital(?:es)?|dactilar(?:es)?))\b"
    r"|\b(?:full[- ]face|unblurred|identifiable|unmasked) (?:photo\w*|picture|image"
    r"|portrait)s? (?:of|shows?)\b"
    r"|\b(?:finger ?print|voice ?print|retina(?:l)?|iris|biometric|face) ?(?:scan|template|id|no"
    r"|number|code|hash|file)?\W{1,3}(?=[A-Z]{0,4}-?\d{3,})"
)


def check(document: Document) -> Iterator[Found]:
    """Yield each that is somebody's in a sentence about their care."""
    for line in analysis(document).about:
        for each in _PRINT.finditer(line.text):
            yield found(line.passage, line.start + each.start(), MESSAGE, FIX, each[0])
