"""A word that makes a person of HIV, or a death sentence of it.

HIV is a virus that many people live with to an old age. Words such as “AIDS victim” and
“infected” keep people from a test. Names, titles of works and quotations are left as they are.

Source: UNAIDS Terminology Guidelines (https://www.unaids.org/en/resources/documents/2024/terminology_guidelines);
CDC, "Let's Stop HIV Together" (https://www.cdc.gov/stophivtogether/), against stigma.

Flags: HIV-infected patients come on Mondays.
Flags: The fund was set up for AIDS victims.
Passes: People living with HIV come on Mondays.
Passes: The fund was set up for families who lost somebody to AIDS.
Passes: The AIDS Healthcare Foundation paid for the tests.
Passes: HIV is passed on less often today.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-hiv"):
        yield advised(passage, phrase, f"“{phrase.text}” makes a person of a virus")
