"""A description that another text of the same language has already.

In a list of search results nobody can tell the two apart.

Source: Google Search Central, "Control your snippets"
(https://developers.google.com/search/docs/appearance/snippet).

Flags: ---
    title: Why soap works
    description: What you should know about clean hands.
    authors: [editorial-team]
    ---

    Soap takes off more than water does.

    Where articles/2025/soap.md reads
    ---
    title: How long to wash your hands
    description: What you should know about clean hands.
    authors: [editorial-team]
    ---

    Rub for twenty seconds.
Passes: ---
    title: Why soap works
    description: Why soap takes off more than water does.
    authors: [editorial-team]
    ---

    Soap takes off more than water does.

    Where articles/2025/soap.md reads
    ---
    title: How long to wash your hands
    description: Why twenty seconds are enough.
    authors: [editorial-team]
    ---

    Rub for twenty seconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Found
from publisher.checks._form_twice import twice
from publisher.content.publication import Publication
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each description that stands in another text already."""
    return twice(publication, "description", lambda text: text.description)
