"""A reference filled in once, so that pages show it readably without the network.

Sources: Crossref's REST API (https://api.crossref.org/swagger-ui/), PubMed's E-utilities
(https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary).
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

import yaml
from pydantic import ValidationError

from publisher._http import NotFoundError, UnreachableError, get_json
from publisher.content.filling import bare_references, fill
from publisher.content.references import Reference
from publisher.content.source import NOT_XML

__all__ = ["as_yaml", "bare_references", "fill", "look_up", "reference_for"]

CROSSREF = "https://api.crossref.org/works/"
PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi"

# How people write each kind of identifier. The first that fits is meant.
_FORMS = (
    ("doi", re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\..+)", re.IGNORECASE)),
    ("pmid", re.compile(r"https?://pubmed\.ncbi\.nlm\.nih\.gov/([0-9]+)/?(?:\?.*)?")),
    (
        "pmcid",
        re.compile(
            r"https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)"
            r"/articles/(PMC[0-9]+)/?(?:[?#].*)?",
            re.IGNORECASE,
        ),
    ),
    (
        "nct",
        re.compile(r"https?://(?:www\.)?clinicaltrials\.gov/.*?(NCT[0-9]{8}).*", re.IGNORECASE),
    ),
    ("pmid", re.compile(r"(?:pmid:?\s*)?([0-9]+)", re.IGNORECASE)),
    ("pmcid", re.compile(r"(?:pmcid:?\s*)?(PMC[0-9]+)", re.IGNORECASE)),
    ("nct", re.compile(r"(?:nct:\s*)?(NCT[0-9]+)", re.IGNORECASE)),
    ("isbn", re.compile(r"isbn:?\s*(.+)", re.IGNORECASE)),
    ("url", re.compile(r"(?:url:\s*)?(https?://.+)", re.IGNORECASE)),
)


def reference_for(key: str) -> Reference:
    """The bare reference that `key` means: `10.1000/xyz`, `pmid:123`, `NCT01234567`, an address.

    Raises ValueError, in one sentence, when it is no identifier that we know.
    """
    text = key.strip()
    for name, form in _FORMS:
        if found := form.fullmatch(text):
            value = unquote(found[1]) if name == "doi" and "doi.org" in text else found[1]
            try:
                capital = name in {"nct", "pmcid"}
                return Reference.model_validate({name: value.upper() if capital else value})
            except ValidationError:
                break
    message = (
        f"{key!r} is no identifier that we know; "
        "write a DOI (10.1000/xyz), a PMID, PMC1234567, NCT01234567, isbn:… or an address"
    )
    raise ValueError(message)


def look_up(reference: Reference) -> Reference:
    """`reference` with title, authors, container and year, where Crossref or PubMed know it.

    Raises `_http.UnreachableError`, also for an answer that makes no sense, and
    `_http.NotFoundError`.
    """
    if reference.doi:
        told = _from_crossref(get_json(CROSSREF + quote(reference.doi, safe="")))
    elif reference.pmid:
        query = {"db": "pubmed", "id": reference.pmid, "retmode": "json"}
        told = _from_pubmed(get_json(PUBMED, query), reference.pmid)
    else:
        return reference
    known = reference.model_dump(exclude_none=True, exclude_defaults=True)
    try:
        found = Reference.model_validate({k: v for k, v in told.items() if v} | known)
    except ValidationError as problem:
        message = f"the answer for {reference.key} makes no sense"
        raise UnreachableError(message) from problem
    if found.title is None:
        message = f"the answer for {reference.key} names no title"
        raise UnreachableError(message)
    return found


def _from_crossref(answer: object) -> dict[str, Any]:
    work = _part(answer, "message")
    issued = _part(work, "issued")
    years = [part[0] for part in _list(issued, "date-parts") if isinstance(part, list) and part]
    return {
        "title": _first(work, "title"),
        "authors": [name for name in map(_author, _list(work, "author")) if name],
        "container": _first(work, "container-title"),
        "year": _year(years[0] if years else None),
    }


def _from_pubmed(answer: object, pmid: str) -> dict[str, Any]:
    work = _part(_part(answer, "result"), pmid)
    if "error" in work:
        who = "PubMed"
        raise NotFoundError(who)
    date = re.match(r"[0-9]{4}", _text(work, "pubdate"))
    return {
        "title": _text(work, "title").removesuffix("."),
        "authors": [name for a in _list(work, "authors") if (name := _text(a, "name"))],
        "container": _text(work, "fulljournalname") or _text(work, "source"),
        "year": _year(int(date[0]) if date else None),
    }


def _author(author: object) -> str:
    given = re.split(r"[\s.-]+", _text(author, "given"))
    initials = "".join(part[0] for part in given if part)
    return _text(author, "name") or f"{_text(author, 'family')} {initials}".strip()


def _year(year: object) -> int | None:
    return year if isinstance(year, int) and 1500 <= year <= 2200 else None  # noqa: PLR2004 - as Reference


def _part(answer: object, key: str) -> dict[str, Any]:
    """A group of keys in an answer; empty where there is none."""
    found = answer.get(key) if isinstance(answer, dict) else None
    return found if isinstance(found, dict) else {}


def _list(answer: object, key: str) -> list[object]:
    found = answer.get(key) if isinstance(answer, dict) else None
    return found if isinstance(found, list) else []


def _first(answer: object, key: str) -> str:
    return next((_plain(text) for text in _list(answer, key) if isinstance(text, str)), "")


def _text(answer: object, key: str) -> str:
    found = answer.get(key) if isinstance(answer, dict) else None
    return _plain(found) if isinstance(found, str) else ""


def _plain(text: str) -> str:
    """A title without the markup that publishers send in it, escaped once or twice."""
    for _ in range(2):
        text = unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", text))
    return " ".join(NOT_XML.sub("", text).split())


def as_yaml(reference: Reference) -> str:
    """The reference as it stands in front matter, ready to paste under `references:`."""
    data = reference.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    text = yaml.safe_dump([data], sort_keys=False, allow_unicode=True, width=10_000)
    return "".join(f"  {line}\n" for line in text.splitlines())
