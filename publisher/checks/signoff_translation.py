"""When an original is corrected, its translations follow.

Whoever reads the other language would keep the mistake. A translation follows with a line under
its own `corrections:`, or with `updated:`, of the same day or a later one.

Source: Committee on Publication Ethics, retraction guidelines: corrections reach every version of
what was published (https://doi.org/10.24318/cope.2019.1.4).

Flags: ---
    title: Jabón
    authors: [editorial-team]
    status: ready
    lang: es
    date: 2026-03-01
    translation_of: soap-0001
    ---

    El jabón quita más que el agua sola. Frótese diez segundos.

    Where articles/2026/soap.md reads
    ---
    id: soap-0001
    title: Soap
    authors: [editorial-team]
    status: ready
    date: 2026-03-01
    corrections: [{date: 2026-04-02, note: The time was wrong.}]
    ---

    Soap takes off more than water does. Rub for twenty seconds.
Passes: ---
    title: Jabón
    authors: [editorial-team]
    status: ready
    lang: es
    date: 2026-03-01
    translation_of: soap-0001
    corrections: [{date: 2026-04-02, note: El tiempo no era correcto.}]
    ---

    El jabón quita más que el agua sola. Frótese veinte segundos.

    Where articles/2026/soap.md reads
    ---
    id: soap-0001
    title: Soap
    authors: [editorial-team]
    status: ready
    date: 2026-03-01
    corrections: [{date: 2026-04-02, note: The time was wrong.}]
    ---

    Soap takes off more than water does. Rub for twenty seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publisher.checks._document import Found
from publisher.content.article import Article, Status
from publisher.content.publication import Publication
from publisher.content.reviews import day_of
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each translation that is older than the newest correction of its original."""
    originals = {each.id: each for each in publication.articles if each.id and each.corrections}
    for article in publication.articles:
        original = originals.get(article.translation_of or "")
        if original is None or article.status is not Status.READY:
            continue
        corrected = max(correction.date for correction in original.corrections)
        if _changed(article) < corrected:
            message = f"its original, `{original.slug}`, was corrected on {corrected}; this was not"
            fix = "put the same thing right here, and add a line under `corrections:`"
            yield Found(article.path, (1, 1), message, fix)


def _changed(article: Article) -> date:
    """The newest day of which the article says that it was written or changed."""
    days = (article.date, article.updated, *(each.date for each in article.corrections))
    return max((day_of(day) for day in days if day), default=date.min)
