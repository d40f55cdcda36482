"""A footnote is named in the text and nowhere written.

Readers see the sign `[^x]` itself, and find no source.

Source: Python-Markdown, Footnotes (https://python-markdown.github.io/extensions/footnotes/).

Flags: Most of us forget half of what we hear.[^half]
Passes: Most of us forget half of what we hear.[^half]

    [^half]: Example and colleagues, 2020.
Passes: A footnote is written as `[^half]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_notes import defined, named
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield the first place of each footnote that is named and not written."""
    notes = named(document)
    if notes:
        written = defined(document)
        for name, place in notes.items():
            if name not in written:
                fix = f"write it below, as a line that begins with [^{name}]:"
                yield document.found(place, f"the footnote [^{name}] is nowhere written", fix)
