"""A page says when it was reviewed, and by when it will be read again.

Research, advocacy and health education have `reviewed` and `review_due`; a statement, which is of
its hour, may have them. The review is not in the future, and the next one comes after it.

Source: NHS standard for creating health content, on showing when content was checked and when it
will be checked again (https://service-manual.nhs.uk/content/standard-for-creating-health-content);
https://schema.org/lastReviewed.

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewer: patient-safety-team
    ---
    A fever helps the body.
Flags:
    ---
    title: Our new garden
    status: ready
    pillar: community
    authors: [editorial-team]
    reviewed: 2026-03-14
    review_due: 2026-03-14
    ---
    It is open to all.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewer: patient-safety-team
    reviewed: 2026-03-14
    review_due: 2028-03-14
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import finished, lasting
from publisher.content.article import Article
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = {
    "reviewed": "write the day on which the reviewer agreed to it, as 2026-03-14",
    "review_due": "write the day by which it is read again, at most 24 months after the review",
}


def check(document: Document) -> Iterator[Found]:
    """Yield each day that is missing, or that cannot be."""
    if article := lasting(document):
        yield from _missing(document, article)
    if article := finished(document):
        yield from _out_of_order(document, article)


def _missing(document: Document, article: Article) -> Iterator[Found]:
    for key, fix in _FIX.items():
        if getattr(article, key) is None:
            message = f"`{key}` is missing; {article.pillar} is reviewed, and reviewed again"
            yield document.found(document.place(key), message, fix)


def _out_of_order(document: Document, article: Article) -> Iterator[Found]:
    first, due = article.reviewed, article.review_due
    if first and first > document.publication.today:
        message = f"`reviewed` ({first}) lies in the future"
        yield document.found(document.place("reviewed"), message, _FIX["reviewed"])
    if first and due and due <= first:
        message = f"`review_due` ({due}) is not after `reviewed` ({first})"
        yield document.found(document.place("review_due"), message, "write a later day")
