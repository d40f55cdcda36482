"""A title that another text of the same language has already.

In a list, a search or a feed nobody can tell the two apart.

Source: WCAG 2.2, 2.4.2 Page Titled (https://www.w3.org/TR/WCAG22/#page-titled); Google Search
Central, "Influencing title links".

Flags: ---
    title: Clean hands
    authors: [editorial-team]
    ---

    Soap takes off more than water does.

    Where articles/2025/soap.md reads
    ---
    title: Clean hands
    authors: [editorial-team]
    ---

    Rub for twenty seconds.
Passes: ---
    title: Why soap works
    authors: [editorial-team]
    ---

    Soap takes off more than water does.

    Where articles/2025/soap.md reads
    ---
    title: How long to wash your hands
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
    """Yield each title that stands above another text already."""
    return twice(publication, "title", lambda text: text.title)
