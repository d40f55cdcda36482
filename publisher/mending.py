"""What `publisher check --fix` mends: only what cannot change what an article says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.content import drafting
from publisher.content.front_matter import split
from publisher.content.publication import Publication
from publisher.content.source import Source, read_source
from publisher.finding import Finding
from publisher.overview import Overview

# The many ways in which an identifier is pasted into `references:`, and how it is written there.
_DOI = re.compile(
    r"(?P<key>\bdoi:[ \t]*)(?P<quote>[\"']?)[ \t]*(?:https?://(?:dx\.)?doi\.org/|doi:[ \t]*)?"
    r"(?P<doi>10\.\d{4,9}/[^\s\"'#]+?)(?P<end>[.,;]*)(?P=quote)(?=[ \t]*(?:#|$|[},]))",
    re.MULTILINE | re.IGNORECASE,
)
_PMID = re.compile(
    r"(?P<key>\bpmid:[ \t]*)[\"']?(?:PMID:?[ \t]*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)"
    r"(?P<pmid>\d{1,9})/?[\"']?(?=[ \t]*(?:#|$|[},]))",
    re.MULTILINE | re.IGNORECASE,
)
_NCT = re.compile(
    r"(?P<key>\bnct:[ \t]*)[\"']?(?:https?://(?:www\.)?clinicaltrials\.gov/(?:ct2/show|study)/)?"
    r"(?P<nct>nct\d{8})/?[\"']?(?=[ \t]*(?:#|$|[},]))",
    re.MULTILINE | re.IGNORECASE,
)
# Dashes that a word processor puts where a DOI has a hyphen; no registered DOI has them.
_DASHES = str.maketrans("‐‑‒–—−", "------")


def mend(overview: Overview) -> Iterator[str]:
    """Write what can be mended into the files, and say of each what was done."""
    publication = overview.publication
    yield from _identifiers(publication)
    for path in drafting.write_ids(publication):
        yield f"{path}: wrote an id"


def _identifiers(publication: Publication) -> Iterator[str]:
    """Identifiers as they are written, in the front matter of whatever can be opened."""
    folder = publication.root / publication.content / "articles"
    for file in sorted(folder.rglob("*.md")):
        source = read_source(publication.root, file)
        if isinstance(source, Source) and not isinstance(parts := split(source), Finding):
            header = parts[0]
            mended = with_plain_identifiers(header)
            if mended != header:
                raw = file.read_bytes().decode("utf-8")
                file.write_bytes(_replaced(raw, header, mended).encode("utf-8"))
                yield f"{source.path}: wrote identifiers as they are cited"


def with_plain_identifiers(header: str) -> str:
    """Front matter in which each DOI, PMID and trial number stands as such, without address."""
    header = _DOI.sub(lambda m: f"{m['key']}{m['doi'].translate(_DASHES)}", header)
    header = _PMID.sub(r'\g<key>"\g<pmid>"', header)
    return _NCT.sub(lambda m: f"{m['key']}{m['nct'].upper()}", header)


def _replaced(raw: str, header: str, mended: str) -> str:
    """`raw` with its front matter exchanged, whatever its line ends are."""
    for before, after in zip(header.split("\n"), mended.split("\n"), strict=True):
        if before != after:
            raw = raw.replace(before, after, 1)
    return raw
