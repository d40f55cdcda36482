"""A word that makes a person of their weight.

People who feel judged for their weight put off seeing a doctor. Obesity is something a person
has, and “morbid” is no kind word for it. Names, titles of works and quotations are left as they
are.

Source: Rudd Center, Obesity Action Coalition and The Obesity Society, "Guidelines for Media
Portrayals of Individuals Affected by Obesity"
(https://www.obesityaction.org/oac-tos-and-rudd-center-release-media-guidelines/);
Kyle and Puhl 2014 (https://doi.org/10.1002/oby.20727).

Flags: Obese patients wait longer for a new knee.
Flags: Surgery is for the morbidly obese.
Passes: People with obesity wait longer for a new knee.
Passes: Surgery is for people with severe obesity who have tried other ways.
Passes: The Obesity Society met in May.
Passes: Obesity is common.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-obesity"):
        yield advised(passage, phrase, f"“{phrase.text}” makes a person of their weight")
