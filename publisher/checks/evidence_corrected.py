"""A work is cited about which its journal has published a correction or a concern.

What is cited may be the very number that was wrong. Read the notice, then say what stands now.

Source: ICMJE Recommendations, Corrections, Retractions, Republications and Version Control
(https://www.icmje.org/recommendations/).

Flags: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: "Expression of Concern: Short naps on the ward"}]
    ---

    A nap helps, says "Short naps on the ward".
Passes: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: Correction of short sight on the ward}]
    ---

    Glasses help, says "Correction of short sight on the ward".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_listed import noticed
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_TITLE = re.compile(
    r"\W*(?:expression\sof\sconcern|(?:correction|corrigendum|erratum)(?:\s(?:to|for))?|author\scorrection|publisher\scorrection)\W*:",
    re.IGNORECASE,
)
_FIX = "read the notice, and say what stands now"


def check(document: Document) -> Iterator[Found]:
    """Yield each listed work whose title is that of a notice, unless the text speaks of it."""
    for work, place in noticed(document, _TITLE, "correct", "erratum", "concern"):
        yield document.found(place, f"{work.key} comes with a notice, as its title says", _FIX)
