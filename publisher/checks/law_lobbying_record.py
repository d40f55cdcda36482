"""A record of lobbying that says too little to be found again.

`lobbying:` says who approved a call to act on a bill, on which day, and where that is kept. Who
wrote the article does not approve it, and the approval is no later than the article.

Source: 26 CFR 56.4911-6 (https://www.ecfr.gov/current/title-26/section-56.4911-6): a charity keeps
records of what it spends on lobbying.

Flags: ---
    title: Safe staffing
    authors: [editorial-team]
    lobbying: {approved_by: tbd, date: 2026-03-14, record: L-7}
    ---

    Words.
Flags: ---
    title: Safe staffing
    authors: [editorial-team]
    date: 2026-03-14
    lobbying: {approved_by: Legal office, date: 2026-04-14, record: L-7}
    ---

    Words.
Flags: ---
    title: Safe staffing
    authors: [editorial-team]
    lobbying: {approved_by: Editorial team, date: 2026-03-14, record: L-7}
    ---

    Words.
Passes: ---
    title: Safe staffing
    authors: [editorial-team]
    date: 2026-03-15
    lobbying: {approved_by: Legal office, date: 2026-03-14, record: L-7}
    ---

    Words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_NOTHING = re.compile(
    r"[\W_]*(?:tb[cd]|todo|n/?a|none|no|yes|pending|unknown|x+|later)?[\W_]*", re.IGNORECASE
)


def check(document: Document) -> Iterator[Found]:
    """Yield each part of the record that stands for nothing, or cannot be so."""
    article = document.article
    record = article.lobbying if article else None
    if article is None or record is None:
        return
    for key in ("approved_by", "record"):
        if _NOTHING.fullmatch(getattr(record, key)):
            place = document.place("lobbying", key)
            fix = "write who approved it" if key == "approved_by" else "write where it is kept"
            yield document.found(place, f"`{key}` of the lobbying record says nothing", fix)
    names = {key.casefold() for key in article.authors}
    people = document.publication.authors_of(article)
    names |= {person.name.in_language(article.language).casefold() for _, person in people}
    if record.approved_by.casefold() in names:
        place = document.place("lobbying", "approved_by")
        yield document.found(
            place, "who wrote the article approved it", "let somebody else approve it"
        )
    if article.date and record.date > article.published.date():
        place = document.place("lobbying", "date")
        message = f"it was approved on {record.date}, after it came out"
        yield document.found(place, message, "write the day of the approval, and publish after it")
