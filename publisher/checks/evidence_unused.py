"""A work is listed and the text never comes to it.

A list of works that no sentence leans on looks like proof and is none. Name each where it counts:
in a footnote, a link, or by author and year.

Source: ICMJE Recommendations, Preparing a Manuscript, References
(https://www.icmje.org/recommendations/browse/manuscript-preparation/preparing-for-submission.html).

Flags: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: Short naps on the ward, authors: [Example A]},
      {doi: 10.1000/walk, title: Walking in winter, authors: [Sample B]}]
    ---

    A nap helps, as Example and colleagues found in 2020.
Passes: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1000/nap, title: Short naps on the ward, authors: [Example A]},
      {url: https://example.org/walk/, title: Walking in winter}]
    ---

    A nap helps.[^nap] So does [a walk](https://example.org/walk).

    [^nap]: Example and colleagues, "Short naps on the ward".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence import family, plain
from publisher.content.references import IDENTIFIERS, Reference
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_FIX = "name it in a footnote or a link where it counts, or take it from the list"
# Of a long title, so much is enough to know it by.
_BEGINNING = 40


def check(document: Document) -> Iterator[Found]:
    """Yield each listed work that the text does not name; one finding where it names none."""
    works = document.article.references if document.article else ()
    if not works:
        return
    raw, words = document.body.casefold(), f" {plain(document.body)} "
    left = [at for at, work in enumerate(works) if not _is_named(work, raw, words)]
    if len(left) == len(works) > 1:
        message = f"none of the {len(works)} works listed here is named in the text"
        yield document.found(document.place("references"), message, _FIX)
        return
    for at in left:
        what = works[at].title or works[at].key
        message = f"“{what}” is listed here, and the text never names it"
        yield document.found(document.place("references", at), message, _FIX)


def _is_named(work: Reference, raw: str, words: str) -> bool:
    keys = [str(value).casefold() for name in IDENTIFIERS if (value := getattr(work, name))]
    if any(re.sub(r"^https?://(www\.)?|/$", "", key) in raw for key in keys):
        return True
    title = plain(work.title or "")
    names = [title, title[:_BEGINNING] if len(title) > _BEGINNING else ""]
    return any(name and name in words for name in names) or _has_author(work, words)


def _has_author(work: Reference, words: str) -> bool:
    """Whether the first author is named, who is enough where there is but one such work."""
    author = plain(family(work.authors[0])) if work.authors else ""
    return bool(author) and f" {author} " in words
