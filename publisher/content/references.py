"""What an article cites, by an identifier that a reader can follow.

Forms: DOI (https://www.doi.org/the-identifier/resources/handbook), PubMed's PMID, the trial
number of ClinicalTrials.gov, ISBN (ISO 2108, with its check digit), or a web address.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from publisher.content.fields import Record, Text, WebAddress

IDENTIFIERS = ("doi", "pmid", "nct", "isbn", "url")


def _digits_as_text(value: Any) -> Any:
    """YAML reads a PMID or an ISBN as a number; what is meant is its digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _doi(value: str) -> str:
    if not re.fullmatch(r"10\.\d{4,9}(\.\d+)*/\S*[^\s.,;]", value):
        message = "not a DOI; write it as 10.1000/xyz, without address, space or final dot"
        raise ValueError(message)
    return value


def _isbn(value: str) -> str:
    digits = re.sub(r"[\s-]", "", value).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
        valid = total % 11 == 0
    else:
        valid = bool(re.fullmatch(r"97[89]\d{10}", digits)) and not (
            sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10
        )
    if not valid:
        message = "not an ISBN; write its 10 or 13 digits as printed in the book"
        raise ValueError(message)
    return value


class Reference(Record):
    """One cited work: an identifier, and what `publisher cite` fills in once."""

    doi: Annotated[str, AfterValidator(_doi)] | None = None
    pmid: Annotated[str, BeforeValidator(_digits_as_text), Field(pattern=r"^[1-9]\d{0,8}$")] | None = None
    nct: Annotated[str, Field(pattern=r"^NCT\d{8}$")] | None = None
    isbn: Annotated[str, BeforeValidator(_digits_as_text), AfterValidator(_isbn)] | None = None
    url: WebAddress | None = None
    title: Text | None = None
    authors: tuple[Text, ...] = ()
    container: Text | None = None
    year: Annotated[int, Field(ge=1500, le=2200)] | None = None

    @model_validator(mode="after")
    def _can_be_followed(self) -> Reference:
        if not any(getattr(self, name) for name in IDENTIFIERS):
            message = "no identifier; write one of doi, pmid, nct, isbn, url"
            raise ValueError(message)
        return self

    @property
    def key(self) -> str:
        """The first identifier, as `doi:10.1000/xyz`."""
        name = next(name for name in IDENTIFIERS if getattr(self, name))
        return f"{name}:{getattr(self, name)}"

    @property
    def address(self) -> str | None:
        """Where a reader can see the work; a book known by ISBN alone has no one place."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.nct:
            return f"https://clinicaltrials.gov/study/{self.nct}"
        return self.url
