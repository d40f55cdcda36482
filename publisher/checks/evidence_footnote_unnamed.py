"""A footnote is written and named nowhere in the text.

It stands at the end of the page with nothing that leads to it: was a sentence deleted, or its
source forgotten?

Source: Python-Markdown, Footnotes (https://python-markdown.github.io/extensions/footnotes/).

Flags: Most of us forget half of what we hear.

    [^half]: Example and colleagues, 2020.
Passes: Most of us forget half of what we hear.[^half]

    [^half]: Example and colleagues, 2020.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_notes import defined, named
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each footnote that is written and not named."""
    notes = defined(document)
    if notes:
        used = named(document)
        for name, place in notes.items():
            if name not in used:
                message = f"the footnote [^{name}] is named nowhere in the text"
                yield document.found(place, message, f"write [^{name}] where it belongs")
