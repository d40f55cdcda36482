"""A review that falls due to somebody who has left goes to somebody who is there.

Whoever has left keeps the byline, and what they reviewed was reviewed. But nobody will read the
text again by the day that the page promises.

Source: NHS standard for creating health content, on keeping content up to date
(https://service-manual.nhs.uk/content/standard-for-creating-health-content).

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewer: former-nurse
    reviewed: 2025-03-14
    review_due: 2027-03-14
    ---
    A fever helps the body.
Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    reviewer: former-nurse
    reviewed: 2026-03-14
    review_due: 2027-03-14
    ---
    A fever helps the body.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [former-nurse]
    reviewer: patient-safety-team
    reviewed: 2025-03-14
    review_due: 2027-03-14
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import finished
from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_NAMED = 3


def check(document: Document) -> Iterator[Found]:
    """Yield that the reviewer will not be there, or was not."""
    article, publication = finished(document), document.publication
    reviewer = publication.people.get(article.reviewer or "") if article else None
    if article is None or reviewer is None or reviewer.left is None:
        return
    others = ", ".join(could_review(article, publication)) or "nobody in people.yml yet"
    name, left = article.reviewer, reviewer.left
    if article.reviewed and article.reviewed > left:
        message = f"`{name}` left on {left}, before the review on {article.reviewed}"
        yield document.found(document.place("reviewer"), message, f"have it reviewed: {others}")
    elif article.review_due and article.review_due > left:
        message = f"the review due on {article.review_due} falls to `{name}`, who left on {left}"
        fix = f"have it read again and name who did; it could be {others}"
        yield document.found(document.place("reviewer"), message, fix)


def could_review(article: Article, publication: Publication) -> list[str]:
    """Up to three who are there and did not write it, who reviewed its pillar or topics first."""
    now, wanted = publication.today, {article.pillar, *article.topics}
    shared = dict.fromkeys(publication.people, 0)
    for other in publication.articles:
        if other.reviewer in shared:
            shared[other.reviewer] += len(wanted & {other.pillar, *other.topics})
    there = [
        (-shared[key], key)
        for key, person in publication.people.items()
        if key not in article.authors
        and (person.left is None or person.left > now)
        and (person.kind == "team" or person.credentials)
    ]
    return [key for _, key in sorted(there)[:_NAMED]]
