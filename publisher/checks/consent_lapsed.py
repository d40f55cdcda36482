"""A consent that has run out, or was taken back.

From the day after its last one, and from the day on which somebody takes it back, the story may not
be published any more: it leaves the site at the next run, and its posts are to be deleted. A record
that was taken back is so wherever it is named, and a translation goes with its original. Nobody
need say why. No comment and no setting lets it stand.

Source: 45 CFR 164.508(b)(2)(i), (b)(2)(iii) and (b)(5)
(https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-E/section-164.508).

Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, expires: 2026-05-31}]
    ---

    Words.
Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, expires: 2028-03-14, revoked: 2026-06-01}]
    ---

    Words.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, expires: 2026-06-01, revoked: 2026-06-02}]
    ---

    Words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.content.article import Article
from publisher.content.consents import Lapse, lapsed, lapsed_original
from publisher.finding import Severity

SEVERITY = Severity.ERROR
LOWERABLE = False

_FIX = "delete its posts and withdraw it, or take out what was agreed to"


def check(document: Document) -> Iterator[Found]:
    """Yield each consent that no longer holds today, the original's too."""
    if document.article is None:
        return
    for lapse in lapsed(document.publication, document.article):
        place = document.place("consent", lapse.number)
        yield document.found(place, _told(lapse, document.article), _FIX)
    if original := lapsed_original(document.publication, document.article):
        message = f"the consent to {original.path}, which this translates, no longer holds"
        yield document.found(document.place("translation_of"), message, _FIX)


def _told(lapse: Lapse, article: Article) -> str:
    if lapse.revoked is None:
        return f"this consent ran out on {article.consent[lapse.number].expires}"
    where = "" if lapse.path == article.path else f", as {lapse.path} says of the same record"
    return f"this consent was taken back on {lapse.revoked}{where}"
