"""An identifier in the text cannot be right: a DOI with a full stop, a PMID, PMCID, NCT or ISBN.

One wrong sign, and a reader who wants to look a work up finds nothing, or something else. A DOI
ends without a full stop, but for that of the sentence that it ends; `PMC` and `NCT` have their
number of digits, and the last digit of an ISBN proves the others. Whether a work exists is looked
up with `--online`.

Source: DOI Handbook (https://www.doi.org/the-identifier/resources/handbook); NLM, Citing Medicine
(https://www.ncbi.nlm.nih.gov/books/NBK7256/); ISO 2108 for ISBN; ClinicalTrials.gov for NCT.

Flags: We rest on one review (doi:10.7326/0003-4819-155-2-201107190-00005.).
Flags: Read [the review](https://doi.org/10.7326/M18-0001.).
Flags: We rest on one review (doi: 10.73/x).
Flags: It is described in PMID 0123456 and in PMC 12a.
Flags: The trial is NCT0123456.
Flags: The book is ISBN 978-0-306-40615-8.
Passes: We rest on doi:10.7326/0003-4819-155-2-201107190-00005, PMID 21768583, PMC3139693,
    NCT01234567 and ISBN 978-0-306-40615-7.
Passes: Read [the review](https://doi.org/10.7326/0003-4819-155-2-201107190-00005).
Passes: See doi:10.1000/ab.c-d. And there is more: https://doi.org/10.1000/xyz123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from publisher.checks._document import Document, Found, found
from publisher.checks._evidence import MOST
from publisher.content.passages import Kind, Passage
from publisher.content.references import is_isbn
from publisher.finding import Severity

SEVERITY = Severity.ERROR


class Form(NamedTuple):
    """How an identifier begins, how it looks when it is right, and what to write."""

    sign: str
    begun: re.Pattern[str]
    right: re.Pattern[str]
    fix: str


_DOI = r"10\.\d{4,9}(?:\.\d+)*+/\S*[^\s.,;:]"
_FORMS = (
    Form(
        "doi",
        re.compile(r"\b(?:doi:\s?|doi\.org/)(?P<value>10[^\s<>\"“”]{0,500})", re.IGNORECASE),
        re.compile(_DOI),
        "write it as 10.1000/xyz, without a full stop at its end",
    ),
    Form(
        "pmid",
        re.compile(r"\bPMID:?\s?(?P<value>\w{1,20})"),
        re.compile(r"[1-9]\d{0,8}"),
        "write its one to nine digits, as PMID 29590045",
    ),
    Form(
        "pmc",
        re.compile(r"\bPMC(?:ID:?\s?(?:PMC)?)?\s?(?P<value>\d\w{0,20})"),
        re.compile(r"[1-9]\d{0,8}"),
        "write its digits right after PMC, as PMC3139693",
    ),
    Form(
        "nct",
        re.compile(r"\bNCT\s?(?P<value>\d\w{0,20})"),
        re.compile(r"\d{8}"),
        "write NCT and eight digits, as NCT01234567",
    ),
    Form(
        "isbn",
        re.compile(r"\bISBN(?:-1[03])?:?\s?(?P<value>\d[\dXx -]{8,20}[\dXx])"),
        re.compile(r""),
        "write its 10 or 13 digits as printed in the book",
    ),
)
# Where an identifier ends and the sentence goes on.
_CLOSING = re.compile(r"(?:[)\]}*_’”]|&gt;)+[.,;:]*+$|[,;:]$")


def check(document: Document) -> Iterator[Found]:
    """Yield each identifier, in text, notes and addresses, that cannot be one."""
    for passage in document.passages:
        if passage.kind not in {Kind.DATA, Kind.NAME, Kind.CODE, Kind.POST}:
            signs = passage.text.lower()
            for form in _FORMS:
                if form.sign in signs:
                    yield from _wrong(passage, form)


def _wrong(passage: Passage, form: Form) -> Iterator[Found]:
    for begun in islice(form.begun.finditer(passage.text), MOST):
        value = _bare(begun["value"])
        if passage.kind is not Kind.ADDRESS and begun["value"].endswith(value):
            value = value.rstrip(".!?…")  # of the sentence, where no bracket closes after it
        right = is_isbn(value) if form.sign == "isbn" else form.right.fullmatch(value)
        if not right and not _is_link_text(passage, begun.start("value")):
            message = f"“{value}” is no {'PMCID' if form.sign == 'pmc' else form.sign.upper()}"
            yield found(passage, begun.start("value"), message, form.fix)


def _bare(value: str) -> str:
    """The identifier without the brackets that the sentence has around it."""
    closing = _CLOSING.search(value)
    if closing and (closing[0][0] != ")" or value.count("(") < value.count(")")):
        return value[: closing.start()]
    return value


def _is_link_text(passage: Passage, at: int) -> bool:
    """Whether the address of a link is looked at by itself already."""
    return any(link.start <= at < link.end and "10." in link.address for link in passage.links)
