"""Who is asked about a work, and how to read what they answer.

Sources: Crossref's REST API, whose works carry what was published about them in `updated-by`,
Retraction Watch's records among it (https://www.crossref.org/documentation/retrieve-metadata/);
the handle service for DOIs that are not Crossref's (https://www.doi.org/doi-handbook/HTML/);
PubMed's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/) and publication types
(https://www.nlm.nih.gov/mesh/pubtypes.html); ClinicalTrials.gov's API
(https://clinicaltrials.gov/data-api/api).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

from publisher import citing
from publisher._http import Page, UnreachableError
from publisher.content.references import Reference
from publisher.looking_up.asking import Fetch
from publisher.looking_up.told import Kind, Notice, Told, fits, in_order

HANDLES = "https://doi.org/api/handles/"
TRIALS = "https://clinicaltrials.gov/api/v2/studies/"

_GONE = frozenset({404, 410})
_OK = range(200, 300)
_CROSSREF = {
    "retraction": Kind.RETRACTION,
    "partial_retraction": Kind.RETRACTION,
    "withdrawal": Kind.RETRACTION,
    "removal": Kind.RETRACTION,
    "expression_of_concern": Kind.CONCERN,
    "correction": Kind.CORRECTION,
    "corrigendum": Kind.CORRECTION,
    "erratum": Kind.CORRECTION,
}
_PUBMED = {
    "retraction in": Kind.RETRACTION,
    "partial retraction in": Kind.RETRACTION,
    "expression of concern in": Kind.CONCERN,
    "erratum in": Kind.CORRECTION,
    "corrected and republished in": Kind.CORRECTION,
}
_RETRACTED = re.compile(r"\W*(?:retracted|withdrawn|removed)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD = re.compile(r"<title[^>]{0,200}>(.{0,1000}?)</title", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)|<[^>]*>", re.IGNORECASE | re.DOTALL)


def ask(work: Reference, fetch: Fetch) -> Told | None:
    """What is known of a work; None where there is nobody to ask, as for a book.

    Raises UnreachableError where nobody answers, or nothing that makes sense.
    """
    if work.doi:
        return _doi(work, fetch)
    if work.pmid:
        return _pmid(work.pmid, work, fetch)
    if work.pmcid:
        return _pmcid(work, fetch)
    if work.nct:
        return _trial(work, fetch)
    return _page(work, fetch) if work.url else None


def _doi(work: Reference, fetch: Fetch) -> Told:
    doi = quote(work.doi or "", safe="")
    page = fetch(citing.CROSSREF + doi)
    if page.status in _GONE:
        handle = fetch(HANDLES + doi)
        known = _json(HANDLES, handle, also=_GONE).get("responseCode") == 1
        return Told(exists=known)
    found = _part(_json(citing.CROSSREF, page), "message")
    titles = [title for title in _list(found, "title") if isinstance(title, str)]
    title = _plain(titles[0]) if titles else ""
    return _named(title, work, set(_updates(found)))


def _updates(found: dict[str, Any]) -> Iterator[Notice]:
    for update in _list(found, "updated-by"):
        kind = _CROSSREF.get(str(_get(update, "type")).replace("-", "_").replace(" ", "_").lower())
        if kind:
            doi = _get(update, "DOI")
            url = f"https://doi.org/{quote(doi)}" if isinstance(doi, str) else ""
            yield Notice(kind=kind, date=_date(_get(update, "updated")), url=url)


def _date(updated: object) -> str:
    """A date as Crossref writes it, in `date-parts`, of which days and months may be missing."""
    parts = _list(updated, "date-parts")
    numbers = parts[0] if parts and isinstance(parts[0], list) else []
    return "-".join(f"{number:02d}" for number in numbers if isinstance(number, int))


def _pmid(pmid: str, work: Reference, fetch: Fetch) -> Told:
    address = f"{citing.PUBMED}?db=pubmed&id={pmid}&retmode=json"
    found = _part(_part(_json(citing.PUBMED, fetch(address)), "result"), pmid)
    if not found or "error" in found:
        return Told(exists=False)
    notices = set(_references(found))
    retracted = "Retracted Publication" in _list(found, "pubtype")
    if retracted and not any(notice.kind is Kind.RETRACTION for notice in notices):
        notices.add(Notice(kind=Kind.RETRACTION))
    return _named(_plain(str(found.get("title", ""))), work, notices)


def _references(found: dict[str, Any]) -> Iterator[Notice]:
    """What PubMed says was published about a work, with the source's year."""
    for about in _list(found, "references"):
        kind = _PUBMED.get(str(_get(about, "reftype")).lower())
        if kind:
            year = _YEAR.search(str(_get(about, "refsource")))
            pmid = str(_get(about, "pmid") or "")
            url = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid.isdecimal() else ""
            yield Notice(kind=kind, date=year[0] if year else "", url=url)


def _pmcid(work: Reference, fetch: Fetch) -> Told:
    number = (work.pmcid or "").removeprefix("PMC")
    address = f"{citing.PUBMED}?db=pmc&id={number}&retmode=json"
    found = _part(_part(_json(citing.PUBMED, fetch(address)), "result"), number)
    if not found or "error" in found:
        return Told(exists=False)
    for name in _list(found, "articleids"):
        pmid = str(_get(name, "value"))
        if _get(name, "idtype") == "pmid" and pmid.isdecimal() and int(pmid):
            return _pmid(pmid, work, fetch)
    return _named(_plain(str(found.get("title", ""))), work, set())


def _trial(work: Reference, fetch: Fetch) -> Told:
    page = fetch(f"{TRIALS}{work.nct}?format=json&fields=IdentificationModule")
    if page.status in _GONE:
        return Told(exists=False)
    section = _part(_json(TRIALS, page), "protocolSection")
    found = _part(section, "identificationModule")
    titles = [str(found.get(name, "")) for name in ("officialTitle", "briefTitle")]
    fit = any(fits(work.title, title) for title in titles if title)
    return Told(exists=True, title=titles[1] or titles[0], fits=fit or not any(titles))


def _page(work: Reference, fetch: Fetch) -> Told:
    url = work.url or ""
    page = fetch(url)
    if page.status in _GONE:
        return Told(exists=False)
    _refuse_other(url, page, range(200, 400))
    if "html" not in page.headers.get("Content-Type", "text/html"):
        return Told(exists=True)
    text = page.body.decode("utf-8", "replace")
    head = _HEAD.search(text)
    words = unescape(_TAG.sub(" ", text))
    return Told(exists=True, title=_plain(head[1]) if head else "", fits=fits(work.title, words))


def _named(title: str, work: Reference, notices: set[Notice]) -> Told:
    if _RETRACTED.match(title) and not any(each.kind is Kind.RETRACTION for each in notices):
        notices.add(Notice(kind=Kind.RETRACTION))
    return Told(exists=True, title=title, fits=fits(work.title, title), notices=in_order(notices))


def _json(url: str, page: Page, also: frozenset[int] = frozenset()) -> dict[str, Any]:
    if page.status not in also:
        _refuse_other(url, page, _OK)
    try:
        answer = json.loads(page.body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        message = f"{urlsplit(url).netloc} answered with something that makes no sense"
        raise UnreachableError(message)
    return answer


def _refuse_other(url: str, page: Page, good: range) -> None:
    if page.status not in good:
        message = f"{urlsplit(url).netloc} answered with status {page.status}"
        raise UnreachableError(message)


def _plain(text: str) -> str:
    bare = unescape(re.sub(r"</?[a-zA-Z][^<>]{0,300}>", "", unescape(text)))
    return " ".join(bare.split()).removesuffix(".")


def _get(answer: object, key: str) -> Any:  # noqa: ANN401 - whatever the service sent
    return answer.get(key) if isinstance(answer, dict) else None


def _part(answer: object, key: str) -> dict[str, Any]:
    found = _get(answer, key)
    return found if isinstance(found, dict) else {}


def _list(answer: object, key: str) -> list[object]:
    found = _get(answer, key)
    return found if isinstance(found, list) else []
