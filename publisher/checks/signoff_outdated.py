"""Nothing is announced whose last review is 36 months old.

The page stays, with its notice; followers are not sent to it. `signoff-overdue` has warned since
the 24th month.

Source: NHS standard for creating health content, on keeping content up to date
(https://service-manual.nhs.uk/content/standard-for-creating-health-content). NHS pages are
reviewed every three years.

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewed: 2023-06-01
    ---
    A fever helps the body.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewed: 2023-06-02
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import finished, long_ago
from publisher.content.reviews import OUTDATED_MONTHS, is_outdated
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield that the review is too old."""
    article = finished(document)
    if article and is_outdated(article, document.publication.today):
        yield long_ago(document, article, OUTDATED_MONTHS)
