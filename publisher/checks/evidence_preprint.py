"""A preprint is cited and not called one.

Nobody outside the team has checked it, and some change much before a journal takes them. Readers
must know.

Source: ICMJE Recommendations, on preprints
(https://www.icmje.org/recommendations/browse/publishing-and-editorial-issues/overlapping-publications.html);
the addresses and DOIs are those of medRxiv, bioRxiv, arXiv, Research Square, SSRN and Preprints.

Flags: A short nap helps, as [one team](https://www.medrxiv.org/content/10.1101/2020.01.02.20012345v1)
    found.
Flags: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1101/2020.01.02.20012345, title: Short naps on the ward}]
    ---

    A nap helps, says "Short naps on the ward".
Passes: ---
    title: A short nap
    authors: [editorial-team]
    references: [{doi: 10.1101/2020.01.02.20012345, title: Short naps on the ward,
      container: medRxiv (preprint)}]
    ---

    A nap helps, says "Short naps on the ward".
Passes: A short nap helps, as [a preprint](https://www.medrxiv.org/content/10.1101/2020.01.02.20012345v1)
    says, which nobody has checked yet.
Passes: Read [the paper](https://doi.org/10.1101/gr.123456.789).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_listed import Listed, linked, listed, says
from publisher.content.references import Reference
from publisher.finding import Severity

SEVERITY = Severity.WARNING

# bioRxiv and medRxiv: six digits, or a day and six; journals have the prefix, too.
_DOI = re.compile(
    r"10\.(?:(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6}"
    r"|48550/arxiv|21203/rs|2139/ssrn|20944/preprints)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"//(?:www\.|papers\.)?"
    r"(?:(?:medrxiv|biorxiv|arxiv|preprints)\.org|(?:researchsquare|ssrn)\.com)/.",
    re.IGNORECASE,
)
_NAMES = ("preprint", "pre-print", "not peer", "not yet peer", "prepublicaci", "preimpres")
_FIX = "say “preprint” there, and that nobody has checked it yet"


def check(document: Document) -> Iterator[Found]:
    """Yield each preprint, listed or linked, in an article that calls none so."""
    works = [(each.work.title or each.work.key, each.place) for each in _bare(document)]
    links = [(address, place) for address, place in linked(document) if _is_preprint(address)]
    if (works or links) and not says(document, *_NAMES):
        for what, place in (*works, *links):
            yield document.found(place, f"“{what}” is a preprint and not called one", _FIX)


def _bare(document: Document) -> Iterator[Listed]:
    for each in listed(document):
        said = f"{each.work.title} {each.work.container}".casefold()
        if _is_preprint(_where(each.work)) and not any(name in said for name in _NAMES):
            yield each


def _where(work: Reference) -> str:
    return f"{work.doi or ''} {work.url or ''}"


def _is_preprint(where: str) -> bool:
    return bool(_DOI.search(where) or _PLACE.search(where))
