"""The files of a publication that are no texts, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from publisher.content.publication import Publication
from publisher.content.source import files_below, shown_path
from publisher.embedded import PICTURES, Trace, traces, words

# Where a publication keeps its own templates and their pictures.
_THEME = "theme"
_DRAWING = ".svg"


def files(publication: Publication, *, theme: bool = False) -> Iterator[tuple[str, Path]]:
    """Yield (path, file) of everything below the content folder, and the theme's where asked."""
    for folder in (publication.content, _THEME) if theme else (publication.content,):
        for file in files_below(publication.root, publication.root / folder):
            if isinstance(file, Path):
                yield shown_path(publication.root, file), file


def pictures(publication: Publication) -> Iterator[tuple[str, frozenset[Trace]]]:
    """Yield the path of every picture, used or not, with what it tells."""
    for path, file in files(publication, theme=True):
        if file.suffix.lower() in PICTURES:
            known = file.stat()
            yield path, _traces(file, known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=20_000)
def _traces(file: Path, _changed: int, _size: int) -> frozenset[Trace]:
    return traces(file.read_bytes())


def in_file(file: Path) -> tuple[str, ...]:
    """What is written in the file of a picture or a drawing."""
    if file.suffix.lower() not in PICTURES | {_DRAWING}:
        return ()
    known = file.stat()
    return _words(file, known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=20_000)
def _words(file: Path, _changed: int, _size: int) -> tuple[str, ...]:
    return words(file.read_bytes())
