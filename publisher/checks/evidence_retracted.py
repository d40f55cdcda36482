"""A work is cited that was retracted or withdrawn.

Its own journal says that it cannot be relied on. This check reads the titles that the list holds;
`publisher check --online` and the weekly report ask Crossref and PubMed.

Source: COPE Retraction Guidelines (https://doi.org/10.24318/cope.2019.1.4); ICMJE Recommendations,
Scientific Misconduct, Expressions of Concern, and Retraction (https://www.icmje.org/recommendations/).

Flags: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: "RETRACTED: Short naps on the ward"}]
    ---

    A nap helps, says "Short naps on the ward".
Passes: ---
    title: A paper that was retracted
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: "RETRACTED: Short naps on the ward"}]
    ---

    We trusted "Short naps on the ward". It was retracted, and this is what we learnt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_listed import noticed
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_TITLE = re.compile(
    r"\W*(?:retracted|retraction|withdrawn|withdrawal|removed)(?:\s(?:article|paper|notice))?\W*(?::|\]|\sof\b)",
    re.IGNORECASE,
)
_FIX = "find another work, or take the claim out; if this article is about it, say “retracted”"


def check(document: Document) -> Iterator[Found]:
    """Yield each listed work whose title says so, unless the text does."""
    for work, place in noticed(document, _TITLE, "retract", "withdr"):
        yield document.found(place, f"{work.key} was retracted, as its title says", _FIX)
