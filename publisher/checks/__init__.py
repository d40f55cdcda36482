"""What must not get out. One file here is one check; its name is the check's id.

`privacy_phone.py` is the check `privacy-phone`: a docstring that is its page (`page.py` reads
it), `SEVERITY`, and one function, `check(document)` or `check_publication(publication)`, which
yields what it found. Adding a check is adding its file: docs/adding-a-check.md. What is found
where files are read, posts composed, pages made or works looked up has its page in `pages/`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from publisher.checks._document import Document, Found, document, documents
from publisher.checks._form_language import likeliest
from publisher.checks._page import CheckPage, page_in, page_of
from publisher.content.passages import Kind, Passage
from publisher.content.publication import Publication
from publisher.content.reading import article_of_text
from publisher.content.source import Source
from publisher.finding import Finding, Severity, in_turn

__all__ = ["CheckPage", "checks", "findings", "findings_of_text", "page", "pages", "rules"]

Wanted = Callable[[str], bool]

# The languages in which there are words to look for.
_CHECKED = ("en", "es")

# What is asked of a file, not of a text before it is one.
_OF_FILES = frozenset({"front-matter-missing"})

_ELSEWHERE = Path(__file__).parent / "pages"


@cache
def checks() -> Mapping[str, ModuleType]:
    """Every check by its id, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {
        name.replace("_", "-"): import_module(f"{__name__}.{name}")
        for name in names
        if not name.startswith("_")
    }


@cache
def pages() -> Mapping[str, CheckPage]:
    """What there is to read about each check, by id: of those with a file here, and the others."""
    told = {file.stem: page_in(file.read_text("utf-8")) for file in _ELSEWHERE.glob("*.txt")}
    told |= {name: page_of(module) for name, module in checks().items()}
    return dict(sorted(told.items()))


@cache
def rules() -> Mapping[str, str]:
    """Every check's rule in a line, by id."""
    return {name: each.rule for name, each in pages().items()}


def page(name: str) -> CheckPage:
    """What there is to read about a check. Raises KeyError where there is none of that id."""
    return pages()[name]


def findings(
    publication: Publication, posts: Mapping[str, tuple[Passage, ...]], wanted: Wanted
) -> Iterator[Finding]:
    """What the checks that are `wanted` find in a publication and in its `posts` by article.

    Those are told for which there is room (`finding.in_turn`), once a person has let some stand.
    """
    for each in documents(publication, posts):
        yield from findings_in(each, wanted)
    for name, module in checks().items():
        if wanted(name) and hasattr(module, "check_publication"):
            yield from _told(name, module, module.check_publication(publication))


def findings_in(text: Document, wanted: Wanted) -> Iterator[Finding]:
    """What the checks that are `wanted` find in one document."""
    for name, module in checks().items():
        if wanted(name) and hasattr(module, "check"):
            yield from _told(name, module, _once(module.check(text), text))


def findings_of_text(
    source: Source, publication: Publication, wanted: Wanted, language: str | None = None
) -> list[Finding]:
    """What is found in a text that is no file of the publication, such as a reply.

    One that begins with front matter is read as an article, and what does not fit there is told.
    Without a `language` it is taken to be in the one that it looks like.
    """
    if language is None and not source.text.startswith("---"):
        languages = dict.fromkeys((*publication.settings.languages, *_CHECKED))
        language = likeliest(source.text, list(languages))
    article, faults = article_of_text(source, publication.settings, publication.as_of)
    read = document(source, publication, article, language)
    told = (fault for fault in faults if wanted(fault.check) and fault.check not in _OF_FILES)
    found = in_turn([*told, *findings_in(read, wanted)])
    return sorted(found, key=lambda finding: finding.sort_key)


def _once(found: Iterable[Found], text: Document) -> Iterator[Found]:
    """Pass over what a post only repeats from its article, where it is told already."""
    told: set[tuple[str, str]] = set()
    places = {each.places[0] for each in text.of(Kind.POST)}
    for each in found:
        if each.place not in places or (each.message, each.secret) not in told:
            yield each
        told.add((each.message, each.secret))


def _told(name: str, module: ModuleType, found: Iterable[Found]) -> Iterator[Finding]:
    severity: Severity = module.SEVERITY
    for each in found:
        told = Finding(name, severity, each.path, *each.place, each.message, each.fix, each.secret)
        yield replace(told, turn=each.turn) if each.turn else told
