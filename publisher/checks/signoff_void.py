"""What was changed after it was signed off is read again.

A sign-off is for the words, references, pictures and posts that somebody read. It survives a slip
of the finger that is put right, and nothing else: docs/sign-off.md. Until somebody agrees again,
nothing more of the article is announced.

Source: NHS standard for creating health content, on approval as part of a process, with version
control (https://service-manual.nhs.uk/content/standard-for-creating-health-content).

Flags: ---
    id: fever-0001
    title: A fever at home
    authors: [editorial-team]
    status: ready
    pillar: education
    ---

    Call us when it lasts longer than three days.

    Where it was signed off as it stands
    Where “three days” has become “five days” since then
Passes: ---
    id: fever-0001
    title: A fever at home
    authors: [editorial-team]
    status: ready
    pillar: education
    ---

    Call us when it lasts loonger than three days.

    Where it was signed off as it stands
    Where “loonger” has become “longer” since then
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Found
from publisher.content.article import REVIEWED_PILLARS, Status
from publisher.content.publication import Publication
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each article whose sign-off is void, with what changed since; the ledger knows."""
    for article in publication.articles:
        since = publication.void.get(article.path)
        if since and article.status is Status.READY and article.pillar in REVIEWED_PILLARS:
            message = f"it was changed after it was signed off; since then: {since}"
            fix = f"have it read again: `publisher approve {article.slug} --as PERSON` records it"
            yield Found(article.path, (1, 1), message, fix)
