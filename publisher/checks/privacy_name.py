"""The name of a patient, or of somebody near to one.

A first name is enough for a neighbour to know who is meant. Names are judged by whose they are:
clinicians, authors, cited researchers and officials pass, and so do people in whose sentences there
is no word of care. Somebody who is once told of as a patient stays one through the text.

Source: 45 CFR 164.514(b)(2)(i)(A), names of the individual or of relatives, employers or household
members (https://www.ecfr.gov/current/title-45/section-164.514).

Flags: Maria Lopez, 34, was diagnosed with lupus after her second child.
Flags: We thank the family of our patient Oluwaseun Adebayo, who was admitted in the night.
Passes: Dr. Maria Lopez, an oncologist, sees women who were diagnosed last year.
Passes: A woman in her thirties was diagnosed with Crohn’s disease and went to St. Mary’s Hospital.
Passes: Smith et al. (2021) followed 200 patients after a stroke.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import analysis
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this names somebody whose care is told of"
FIX = "leave the name out and say as little as the story needs: “a woman in her thirties”"


def check(document: Document) -> Iterator[Found]:
    """Yield each name of somebody whose care is told of, once for each way it is written."""
    told: set[str] = set()
    for mention in analysis(document).mentions:
        name, line = mention.name, mention.line
        if name.text not in told:
            told.add(name.text)
            yield found(line.passage, line.start + name.start, MESSAGE, FIX, name.text)
