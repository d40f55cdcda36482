"""The few pages of a site that together show all there is to see, found by looking at all of them.

A new kind of page, or a new part of a page, is among them without anybody listing it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html

MISSING = "no-such-page/"  # at any address that does not exist stands 404.html


def one_of_each(site: Path) -> list[str]:
    """Addresses that cover every kind of page, every class, every element and every language."""
    return list(_fewest(site))


def every(site: Path) -> list[str]:
    """The address of each page that is one and leads nowhere else, and one where none is."""
    return [*sorted(path for path, _ in _shown(site)), MISSING]


def of_kind(site: Path, kind: str) -> str:
    """The page of one kind that shows most; raises LookupError where the site has none."""
    language = str(read(site / "index.html").get("lang"))
    shown = {
        path: len(features)
        for path, features in _shown(site)
        if {f"kind-{kind} body", f"kind-{kind} lang={language}"} <= features
    }
    if not shown:
        message = f"{site} has no page of the kind {kind}"
        raise LookupError(message)
    return min(shown, key=lambda path: (-shown[path], path))


def kinds(site: Path) -> list[str]:
    """The name of every kind of page: `archive`, `article` and so on."""
    names = {str(read(site / path / "index.html").body.get("class")) for path, _ in _shown(site)}
    return sorted(name.removeprefix("kind-").split()[0] for name in names)


def articles(site: Path) -> list[str]:
    """Those of them that are articles."""
    return [path for path in one_of_each(site) if path.startswith("articles/")]


@cache
def _fewest(site: Path) -> tuple[str, ...]:
    shown = dict(_shown(site))
    chosen = []
    while any(shown.values()):
        best = min(shown, key=lambda path: (-len(shown[path]), path))
        chosen.append(best)
        seen = shown.pop(best)
        shown = {path: more for path, these in shown.items() if (more := these - seen)}
    return (*sorted(chosen), MISSING)


def _shown(site: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for file in site.rglob("index.html"):
        page = read(file)
        if not page.xpath("//meta[@http-equiv='refresh']"):
            path = file.relative_to(site).parent.as_posix()
            yield ("" if path == "." else f"{path}/"), frozenset(_features(page))


def read(file: Path) -> lxml.html.HtmlElement:
    """A page as a browser reads it."""
    return lxml.html.document_fromstring(file.read_bytes())


def _features(page: lxml.html.HtmlElement) -> Iterator[str]:
    """What a page shows: `kind-article .byline`, `kind-article table`, `lang=es`."""
    kind = page.body.get("class", "")
    for element in page.body.iter(lxml.etree.Element):
        yield f"{kind} {element.tag}"
        yield from (f"{kind} .{name}" for name in element.get("class", "").split())
    yield from (f"{kind} {name}={page.get(name)}" for name in ("lang", "dir"))
