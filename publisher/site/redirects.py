"""Former addresses: a page each that leads on, where nothing else stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from publisher.content.addresses import ROOT_FILES
from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.finding import Finding, Severity
from publisher.site import feeds
from publisher.site.files import file_addresses
from publisher.site.places import line_of
from publisher.site.security import NOTHING
from publisher.site.views import View
from publisher.site.words import words


@dataclass(frozen=True)
class Redirects:
    """The files that lead on, by path in the site, and the aliases that cannot."""

    files: dict[str, str]
    findings: tuple[Finding, ...]


def redirects(publication: Publication, views: Iterable[View], theme: Path) -> Redirects:
    """A file for each alias of a public article; `theme` holds files that are served as well."""
    views = list(views)
    taken = set(_written(publication, views, theme))
    folders = {str(parent) for path in taken for parent in PurePosixPath(path).parents}
    files: dict[str, str] = {}
    findings: list[Finding] = []
    for view in views:
        for alias in view.article.aliases if view.article else ():
            file = file_for(alias)
            above = {str(parent) for parent in PurePosixPath(file).parents}
            if file in taken or file in folders or above & taken:
                findings.append(_clash(publication, view.article, alias))
            else:
                files[file] = _leading_on(publication, view)
    return Redirects(files, tuple(findings))


def file_for(alias: str) -> str:
    """The file that a server looks for when it is asked for `alias`."""
    path = unquote(alias).rstrip("/").removesuffix("/index.html")
    return path if path.endswith(".html") else f"{path}/index.html"


def _written(publication: Publication, views: Iterable[View], theme: Path) -> Iterator[str]:
    """The path of every file that the site has without redirects."""
    yield from ROOT_FILES
    yield from (f"{view.address}index.html" for view in views)
    yield from (link.address for link in feeds.catalogue(publication))
    yield from file_addresses(publication).values()
    yield from (file.relative_to(theme).as_posix() for file in theme.rglob("*") if file.is_file())


def _clash(publication: Publication, article: Article | None, alias: str) -> Finding:
    path = article.path if article else ""
    line = line_of(publication.root / path, alias)
    message = f"the former address `{alias}` is already that of another page or file of this site"
    fix = "delete it from `aliases`"
    return Finding("front-matter-alias", Severity.ERROR, path, line, 1, message, fix)


def _leading_on(publication: Publication, view: View) -> str:
    say = words(view.language).say
    url = escape(publication.url(view.address))
    return (
        f'<!doctype html>\n<html lang="{view.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{NOTHING}">\n'
        f"<title>{escape(say('moved'))}</title>\n"
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{url}">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n</head>\n<body>\n'
        f'<p>{escape(say("moved_to"))} <a href="{url}">{escape(view.title)}</a>.</p>\n'
        "</body>\n</html>\n"
    )
