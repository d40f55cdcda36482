"""An article in a language that the checks of words do not read.

English and Spanish have lists of their own. In any other language what would tell who a patient is
is looked for with the English lists, which know numbers and addresses but few of its words, and
nobody looks at how things are said. That nothing is found there means little: a person who speaks
the language has to read it for names, dates and places.

Source: US Department of Health and Human Services, methods for de-identification
(https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html), of which
free text is part in whatever language it is written.

Flags: ---
    title: Golchi dwylo
    authors: [editorial-team]
    lang: cy
    ---

    Golchwch eich dwylo.
Passes: ---
    title: Lavarse las manos
    authors: [editorial-team]
    lang: es-MX
    ---

    Lávese las manos.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._phrases import LANGUAGES
from publisher.finding import Severity

SEVERITY = Severity.NOTICE


def check(document: Document) -> Iterator[Found]:
    """Yield one notice for a text in a language without lists."""
    language = document.language
    if document.body.strip() and language.partition("-")[0].lower() not in LANGUAGES:
        message = (
            f"the checks know the words of English and Spanish, not of `{language}`: "
            "for patients this was read with the English lists, for its wording not at all"
        )
        fix = "have somebody who speaks it read it for names, dates, places and how it is said"
        yield document.found(document.place("lang"), message, fix)
