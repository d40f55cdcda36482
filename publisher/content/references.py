"""What an article cites, by an identifier that a reader can follow.

Forms: DOI (https://www.doi.org/the-identifier/resources/handbook), PubMed's PMID, PubMed Central's
PMCID (https://pmc.ncbi.nlm.nih.gov/about/public-access-info/), the trial number of
ClinicalTrials.gov, ISBN (ISO 2108, with its check digit), or a web address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from publisher.content.fields import Line, Record, WebAddress

# What RFC 3986 section 3.3 lets stand in a path; a DOI may hold other signs, as `<` and `;`.
_IN_PATH = "/:@-._~!$&'()*+,;="

# What a word processor makes of a hyphen, and the dashes of a sentence; no registered DOI has them.
DASHES = "‐‑‒–—―−"
_HYPHENS = str.maketrans("‐‑‒–−", "-----")

IDENTIFIERS = ("doi", "pmid", "pmcid", "nct", "isbn", "url")


def _digits_as_text(value: object) -> object:
    """YAML reads a PMID or an ISBN as a number; what is meant is its digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_DOI = re.compile(rf"10\.[0-9]{{4,9}}(?:\.[0-9]+)*/[^\s{DASHES}]{{0,500}}[^\s.,;{DASHES}]")

_AS_PRINTED = BeforeValidator(_digits_as_text)
_PMID = "^[1-9][0-9]{0,8}$"


def _printed_like(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "integer"], "pattern": pattern})


def _doi(value: str) -> str:
    if not _DOI.fullmatch(value):
        meant = re.search(r"10\.[0-9]{4,9}/[^\s?#—―]+", value)
        example = with_hyphens(meant[0]).rstrip(".,;-") if meant else "10.1000/xyz"
        message = f"not a DOI; write it as {example}, without address, space or final dot"
        raise ValueError(message)
    return value


def with_hyphens(doi: str) -> str:
    """A DOI with a hyphen for each dash that a word processor made of one."""
    return doi.translate(_HYPHENS)


def is_isbn(value: str) -> bool:
    """Whether `value` has 10 or 13 digits, hyphens aside, of which the last fits the others."""
    digits = re.sub(r"[\s-]", "", value).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        total = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
        return total % 11 == 0
    return bool(re.fullmatch(r"97[89][0-9]{10}", digits)) and not (
        sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10
    )


def _isbn(value: str) -> str:
    if not is_isbn(value):
        message = "not an ISBN; write its 10 or 13 digits as printed in the book"
        raise ValueError(message)
    return value


class Reference(Record):
    """One cited work: an identifier, and what `publisher cite` fills in once."""

    doi: Annotated[str, AfterValidator(_doi)] | None = Field(
        None, description="A DOI, without `https://doi.org/`", examples=["10.1000/xyz"]
    )
    pmid: Annotated[str, _AS_PRINTED, Field(pattern=_PMID), _printed_like(_PMID)] | None = Field(
        None, description="PubMed's number", examples=["29590045"]
    )
    pmcid: str | None = Field(
        None,
        pattern="^PMC[1-9][0-9]{0,8}$",
        description="PubMed Central's number",
        examples=["PMC3139693"],
    )
    nct: str | None = Field(
        None,
        pattern="^NCT[0-9]{8}$",
        description="ClinicalTrials.gov's number",
        examples=["NCT01234567"],
    )
    isbn: (
        Annotated[str, _AS_PRINTED, AfterValidator(_isbn), _printed_like("^[0-9Xx -]{10,17}$")]
        | None
    ) = Field(None, description="A book's number", examples=["978-0-306-40615-7"])
    url: WebAddress | None = Field(
        None, description="A web address", examples=["https://example.org/report"]
    )
    title: Line | None = Field(None, description="The work's title")
    authors: tuple[Line, ...] = Field(
        (),
        description="Its authors, as a journal names them",
        examples=[["Berkman N", "Sheridan S"]],
    )
    container: Line | None = Field(None, description="The journal, book or site it is part of")
    year: int | None = Field(
        None, ge=1500, le=2200, description="The year it came out", examples=[2011]
    )

    @model_validator(mode="after")
    def _can_be_followed(self) -> Reference:
        if not any(getattr(self, name) for name in IDENTIFIERS):
            message = f"no identifier; write one of {', '.join(IDENTIFIERS)}"
            raise ValueError(message)
        return self

    @property
    def key(self) -> str:
        """The first identifier, as `doi:10.1000/xyz`."""
        name = next(name for name in IDENTIFIERS if getattr(self, name))
        return f"{name}:{getattr(self, name)}"

    @property
    def addresses(self) -> Iterator[tuple[str, str]]:
        """(Name of the place, address) wherever an identifier leads a reader, the best first."""
        if self.doi:
            yield f"doi:{self.doi}", f"https://doi.org/{quote(self.doi, safe=_IN_PATH)}"
        if self.pmid:
            yield f"PubMed {self.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmcid:
            yield self.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        if self.nct:
            yield self.nct, f"https://clinicaltrials.gov/study/{self.nct}"

    @property
    def address(self) -> str | None:
        """Where a reader can see the work; a book known by ISBN alone has no one place."""
        return next((address for _, address in self.addresses), self.url)
