"""A word that pities a disabled person, or makes a person of a condition.

A wheelchair frees a person, it does not confine one. Most people who live with a condition are
not ruled by it, and read pity as distance. Names, titles of works and quotations are left as they
are: let people choose how they are described.

Source: NHS digital service manual, "Inclusive content: disabilities and conditions"
(https://service-manual.nhs.uk/content/inclusive-content/disabilities-and-conditions); ADA National
Network, "Guidelines for Writing About People With Disabilities"
(https://adata.org/factsheet/ADANN-writing).

Flags: She has been confined to a wheelchair since March.
Flags: Half of those who suffer from migraine never see a doctor.
Flags: Diabetics can see a dietitian on Tuesdays.
Passes: She has used a wheelchair since March.
Passes: Half of those who have migraine never see a doctor.
Passes: People with diabetes can see a dietitian on Tuesdays.
Passes: The American Association of Diabetics met in May.
Passes: Both sides suffer from bad telephone lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-disability"):
        yield advised(
            passage, phrase, f"“{phrase.text}” pities a person, or makes one of a condition"
        )
