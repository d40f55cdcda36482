"""A text is read again within 24 months, and by the day that its authors promised.

Medicine moves on. From 24 months on, readers see a notice on the page; from 36 on, this becomes
the error `signoff-outdated`.

Source: NHS standard for creating health content, on keeping content up to date
(https://service-manual.nhs.uk/content/standard-for-creating-health-content). NHS pages are
reviewed every three years; we warn a year before that.

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewed: 2024-06-01
    ---
    A fever helps the body.
Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewed: 2025-03-14
    review_due: 2026-03-14
    ---
    A fever helps the body.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewed: 2024-06-02
    review_due: 2026-06-02
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import READ_AGAIN, finished, long_ago
from publisher.content.reviews import OVERDUE_MONTHS, is_outdated, is_overdue
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield that the next review is late."""
    article, now = finished(document), document.publication.today
    if article is None or is_outdated(article, now):
        return
    if article.review_due and article.review_due < now:
        message = f"it was to be reviewed again by {article.review_due}"
        yield document.found(document.place("review_due"), message, READ_AGAIN)
    elif is_overdue(article, now):
        yield long_ago(document, article, OVERDUE_MONTHS)
