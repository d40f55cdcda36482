"""A word that makes one grey crowd of all who are older.

“The elderly” are sixty and a hundred, runners and bedridden. Who reads it thinks of somebody
else, and older readers do not think of themselves. Say older people, or say the age. Names, titles
of works and quotations are left as they are.

Source: Gerontological Society of America, "Reframing Aging: Journal Manuscript Guidelines"
(https://www.reframingaging.org); NHS digital service manual, "Inclusive content: age"
(https://service-manual.nhs.uk/content/inclusive-content/age).

Flags: The elderly fall more often in winter.
Flags: We fear a silver tsunami.
Passes: People over 75 fall more often in winter.
Passes: More of us are living longer, and the new ward is built for that.
Passes: The Journal of Elderly Care printed the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-ageing"):
        yield advised(passage, phrase, f"“{phrase.text}” makes one crowd of all who are older")
