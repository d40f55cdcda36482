"""A reference filled in once, so that pages show it readably without the network.

Sources: Crossref's REST API (https://api.crossref.org), PubMed's E-utilities
(https://www.ncbi.nlm.nih.gov/books/NBK25501/).
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import yaml

from publisher._http import get_json
from publisher.content.article import FrontMatter
from publisher.content.front_matter import read_yaml, split, validate
from publisher.content.references import IDENTIFIERS, Reference
from publisher.content.source import Source
from publisher.finding import Finding

CROSSREF = "https://api.crossref.org/works/"
PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi"


def reference_for(key: str) -> Reference:
    """The bare reference that `key` means: `10.1000/xyz`, `pmid:123`, `NCT01234567`, an address.

    Raises ValueError (pydantic's ValidationError is one) when it is no identifier that we know.
    """
    text = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", key.strip(), flags=re.IGNORECASE)
    if text.startswith("10."):
        return Reference.model_validate({"doi": text})
    if found := re.fullmatch(r"(pmid|nct|isbn|url):\s*(\S+)", text, re.IGNORECASE):
        return Reference.model_validate({found[1].lower(): found[2]})
    if re.fullmatch(r"NCT\d{8}", text):
        return Reference.model_validate({"nct": text})
    if re.fullmatch(r"[1-9]\d{0,8}", text):
        return Reference.model_validate({"pmid": text})
    if text.startswith("http"):
        return Reference.model_validate({"url": text})
    message = "write a DOI (10.1000/xyz), a PMID, NCT01234567, isbn:… or an address"
    raise ValueError(message)


def look_up(reference: Reference) -> Reference:
    """`reference` with title, authors, container and year, where Crossref or PubMed know it.

    Raises `_http.UnreachableError` and `_http.NotFoundError`.
    """
    if reference.doi:
        told = _from_crossref(get_json(CROSSREF + quote(reference.doi, safe="")))
    elif reference.pmid:
        query = {"db": "pubmed", "id": reference.pmid, "retmode": "json"}
        told = _from_pubmed(get_json(PUBMED, query), reference.pmid)
    else:
        return reference
    known = reference.model_dump(exclude_none=True, exclude_defaults=True)
    return Reference.model_validate(told | known)


def _from_crossref(answer: Any) -> dict[str, Any]:
    work = answer["message"]
    issued = (work.get("issued") or {}).get("date-parts") or [[None]]
    told = {
        "title": _plain((work.get("title") or [""])[0]),
        "authors": [_author(author) for author in work.get("author", [])],
        "container": _plain((work.get("container-title") or [""])[0]),
        "year": issued[0][0],
    }
    return {key: value for key, value in told.items() if value}


def _author(author: dict[str, str]) -> str:
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", author.get("given", "")) if part)
    return author.get("name") or f"{author.get('family', '')} {initials}".strip()


def _from_pubmed(answer: Any, pmid: str) -> dict[str, Any]:
    work = answer["result"][pmid]
    year = re.match(r"\d{4}", work.get("pubdate", ""))
    told = {
        "title": _plain(work.get("title", "")).removesuffix("."),
        "authors": [author["name"] for author in work.get("authors", [])],
        "container": work.get("fulljournalname") or work.get("source"),
        "year": int(year[0]) if year else None,
    }
    return {key: value for key, value in told.items() if value}


def _plain(text: str) -> str:
    """A title without the markup that publishers send in it."""
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def as_yaml(reference: Reference) -> str:
    """The reference as it stands in front matter, ready to paste under `references:`."""
    data = reference.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    text = yaml.safe_dump([data], sort_keys=False, allow_unicode=True, width=10_000)
    return "".join(f"  {line}\n" for line in text.splitlines())


def fill(text: str, places: list[tuple[int, int, Reference]]) -> str:
    """`text` with each looked-up reference's missing keys written below its identifier.

    `places` are (line of the identifier, its column, the whole reference), from 1.
    """
    lines = text.splitlines(keepends=True)
    for line, column, reference in sorted(places, key=lambda place: -place[0]):
        data = reference.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        missing = {key: value for key, value in data.items() if key not in IDENTIFIERS}
        written = yaml.safe_dump(missing, sort_keys=False, allow_unicode=True, width=10_000)
        end = "\r\n" if lines[line - 1].endswith("\r\n") else "\n"
        lines[line:line] = [" " * (column - 1) + row + end for row in written.splitlines()]
    return "".join(lines)


def bare_references(source: Source) -> list[tuple[int, int, Reference]] | Finding:
    """(Line, column, reference) of each reference in an article that has no title yet."""
    parts = split(source)
    if isinstance(parts, Finding):
        return parts
    located = read_yaml(source.path, parts[0].removeprefix("\n"), 2)
    if isinstance(located, list):
        return located[0]
    meta = validate(FrontMatter, located)
    if isinstance(meta, list):
        return meta[0]
    return [
        (*located.place(("references", index, reference.key.partition(":")[0])), reference)
        for index, reference in enumerate(meta.references)
        if reference.title is None and (reference.doi or reference.pmid)
    ]
