"""An identifier in the text cannot be right: a DOI with a full stop, a PMID, PMCID, NCT or ISBN.

One wrong sign, and a reader who wants to look a work up finds nothing, or something else. A DOI
ends without a full stop, but for that of the sentence that it ends, and holds no dash:
`publisher check --fix` writes the hyphen that is meant, or a space before the dash of a sentence.
`PMC` and `NCT` have their number of digits, and the last digit of an ISBN proves the others.
Whether a work exists is looked up with `--online`.

Source: DOI Handbook (https://www.doi.org/the-identifier/resources/handbook); NLM, Citing Medicine
(https://www.ncbi.nlm.nih.gov/books/NBK7256/); ISO 2108 for ISBN; ClinicalTrials.gov for NCT.

Flags: We rest on one review (doi:10.7326/0003-4819-155-2-201107190-00005.).
Flags: Read [the review](https://doi.org/10.7326/M18-0001.).
Flags: We rest on one review (doi: 10.73/x).
Flags: See doi:10.1001/jama.2020.1585—which is good.
Flags: Read [the review](https://doi.org/10.1001/jama.2020.1585—).
Flags: It is described in PMID 0123456 and in PMC 12a.
Flags: The trial is NCT0123456.
Flags: The book is ISBN 978-0-306-40615-8.
Passes: We rest on doi:10.7326/0003-4819-155-2-201107190-00005, PMID 21768583, PMC3139693,
    NCT01234567 and ISBN 978-0-306-40615-7.
Passes: Read [the review](https://doi.org/10.7326/0003-4819-155-2-201107190-00005).
Passes: See doi:10.1000/ab.c-d. And there is more: https://doi.org/10.1000/xyz123.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from publisher.checks._document import Document, Found, found
from publisher.checks._evidence import MOST
from publisher.content.identifiers import identifiers
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_NOT_READ = frozenset({Kind.DATA, Kind.NAME, Kind.CODE, Kind.POST})
_CALLED = {"pmc": "PMCID"}


def check(document: Document) -> Iterator[Found]:
    """Yield each identifier, in text, notes and addresses, that cannot be one."""
    for passage in document.passages:
        if passage.kind not in _NOT_READ:
            yield from _wrong(passage)


def _wrong(passage: Passage) -> Iterator[Found]:
    told = identifiers(passage.text, address=passage.kind is Kind.ADDRESS)
    for each in islice(told, MOST):
        if not each.is_right and not _is_link_text(passage, each.start):
            message = f"“{each.value}” is no {_CALLED.get(each.sign, each.sign.upper())}"
            yield found(passage, each.start, message, each.fix)


def _is_link_text(passage: Passage, at: int) -> bool:
    """Whether the address of a link is looked at by itself already."""
    return any(link.start <= at < link.end and "10." in link.address for link in passage.links)
