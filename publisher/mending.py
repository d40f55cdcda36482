"""What `publisher check --fix` mends: only what cannot change what an article says."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from publisher.content import drafting
from publisher.content.front_matter import split
from publisher.content.identifiers import with_plain_dois
from publisher.content.masking import mask
from publisher.content.publication import Publication
from publisher.content.references import with_hyphens
from publisher.content.source import Source, read_source
from publisher.embedded import PICTURES, traces, without_traces, words
from publisher.finding import Finding
from publisher.overview import Overview

Meant = Callable[[Path], bool]

# The many ways in which an identifier is pasted into `references:`, and how it is written there.
_KEY = r"(?P<key>(?:^|[{,]|- )[ \t]*{}:[ \t]*)"
_END = r"(?=[ \t]*(?:#|\r?$|[},]))"
_HOW = re.MULTILINE | re.IGNORECASE
_DOI = re.compile(
    _KEY.replace("{}", "doi")
    + r"(?P<quote>[\"']?)[ \t]*(?:https?://(?:dx\.)?doi\.org/|doi:[ \t]*)?"
    r"(?P<doi>10\.\d{4,9}/[^\s\"'#]{1,500}?)"
    r"(?P<end>(?:[ \t]{0,9}[.,;–—]|[ \t]{1,9}[‐‑‒−-]){0,9})(?P=quote)" + _END,
    _HOW,
)
_PMID = re.compile(
    _KEY.replace("{}", "pmid")
    + r"[\"']?(?:PMID:?[ \t]*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)(?P<pmid>\d{1,9})/?[\"']?"
    + _END,
    _HOW,
)
_NCT = re.compile(
    _KEY.replace("{}", "nct")
    + r"[\"']?(?:https?://(?:www\.)?clinicaltrials\.gov/(?:ct2/show|study)/)?(?P<nct>nct\d{8})/?[\"']?"
    + _END,
    _HOW,
)


def mend(overview: Overview, paths: Sequence[Path] = ()) -> Iterator[str]:
    """Write what can be mended into the files below `paths`, or all, and say what was done."""
    publication = overview.publication

    def meant(file: Path) -> bool:
        return not paths or any(file.is_relative_to(path.absolute()) for path in paths)

    yield from _pictures(publication, overview.theme, meant)
    yield from _identifiers(publication, meant)
    for path in drafting.write_ids(publication, meant):
        yield f"{path}: wrote an id"


def _pictures(publication: Publication, theme: Path, meant: Meant) -> Iterator[str]:
    """Take out of pictures what their files tell beside what is seen; no pixel changes."""
    for folder in (publication.root / publication.content, theme):
        for file in filter(meant, sorted(folder.rglob("*"))):
            if file.suffix.lower() in PICTURES and file.is_file() and not file.is_symlink():
                data = file.read_bytes()
                if (traces(data) or words(data)) and (mended := without_traces(data)) != data:
                    file.write_bytes(mended)
                    where = os.path.relpath(file, publication.root)
                    yield f"{where}: took out what the file told beside what is seen"


def _identifiers(publication: Publication, meant: Meant) -> Iterator[str]:
    """Write identifiers as they are cited, in whatever text can be opened."""
    folder = publication.root / publication.content
    for file in filter(meant, sorted(folder.rglob("*.md"))):
        source = read_source(publication.root, file)
        if isinstance(source, Source) and (line := _body_line(source)):
            raw = source.raw.decode("utf-8")
            mended = with_plain_identifiers(raw, line)
            if mended != raw:
                file.write_bytes(mended.encode("utf-8"))
                yield f"{source.path}: wrote identifiers as they are cited"


def _body_line(source: Source) -> int:
    """The line on which the text itself begins; 0 where front matter never ends."""
    parts = split(source)
    if isinstance(parts, Finding):
        return 0 if source.text.startswith("---") else 1
    return parts[1]


def with_plain_identifiers(text: str, body_line: int) -> str:
    """A text whose references have each DOI, PMID and trial number as such, and no DOI a dash.

    Line ends stay. The body, from `body_line` on, changes only where a DOI has a dash.
    """
    lines = text.split("\n")
    header = "".join(f"{line}\n" for line in lines[: body_line - 1])
    body = "\n".join(lines[body_line - 1 :])
    header = _DOI.sub(lambda m: f"{m['key']}{with_hyphens(m['doi'])}", header)
    header = _PMID.sub(r'\g<key>"\g<pmid>"', header)
    header = _NCT.sub(lambda m: f"{m['key']}{m['nct'].upper()}", header)
    return header + with_plain_dois(body, mask(body.replace("\r", " ")))
