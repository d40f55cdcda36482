"""Every file below the content folder, read by itself, and what was found on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from publisher.content.article import Article
from publisher.content.clashes import alias_clashes, clashes
from publisher.content.pages import StandingPage
from publisher.content.pointing import Whereabouts
from publisher.content.reading import Read, read_article, read_page
from publisher.content.source import files_below
from publisher.finding import Finding, Severity, error
from publisher.settings import Settings

# Endings that other programs give to Markdown.
_OTHER_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
# Where drafts of statements lie, for a day when there is no time; they are no articles.
STATEMENTS = "statements"
_OTHER_NAMES = {"people.yaml": "people.yml", "topics.yaml": "topics.yml"}


@dataclass
class Shelf:
    """What has been read, the withheld too, in the order of paths."""

    articles: list[Read[Article]] = field(default_factory=list)
    pages: list[Read[StandingPage]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def put(self, read: Read[Article] | Read[StandingPage] | list[Finding]) -> None:
        """Take a text, and what was found in it or instead of it."""
        if isinstance(read, list):
            self.findings += read
        else:
            self.findings += read.findings
            if isinstance(read.text, Article):
                self.articles.append(read)
            else:
                self.pages.append(read)


def read_shelf(root: Path, content: str, settings: Settings, as_of: datetime) -> Shelf:
    """Read all articles and standing pages below `root/content`; `root` has no links in it."""
    shelf = Shelf()
    folder = root / content
    if not folder.is_dir():
        message, fix = f"there is no folder {content}/", "`publisher new` makes it"
        shelf.findings.append(Finding("form-place", Severity.NOTICE, content, 1, 1, message, fix))
    for entry in files_below(root, folder):
        if isinstance(entry, Finding):
            shelf.findings.append(entry)
        elif entry.is_relative_to(folder / STATEMENTS):
            continue
        elif entry.suffix == ".md":
            where = Whereabouts(root, content, entry)
            shelf.put(_reader(where)(where, settings, as_of))
        elif entry.suffix.lower() in _OTHER_ENDINGS or entry.name in _OTHER_NAMES:
            shelf.findings.append(_misnamed(Whereabouts(root, content, entry)))
    _keep_apart(shelf)
    return shelf


def _reader(
    where: Whereabouts,
) -> Callable[
    [Whereabouts, Settings, datetime], Read[Article] | Read[StandingPage] | list[Finding]
]:
    parts = where.file.relative_to(where.root / where.content).parts
    if parts[0] == "articles" and len(parts) > 1:
        return read_article
    return read_page if len(parts) == 1 else _misplaced


def _misplaced(where: Whereabouts, _settings: Settings, _as_of: datetime) -> list[Finding]:
    content = where.content
    message = f"this file is neither in {content}/articles/ nor directly in {content}/"
    fix = f"move it to {content}/articles/ if it is an article, else to {content}/"
    return [error("form-place", where.path, (1, 1), message, fix)]


def _misnamed(where: Whereabouts) -> Finding:
    fix = f"rename it to {_OTHER_NAMES.get(where.file.name, where.file.with_suffix('.md').name)}"
    message = "a file with this ending is not read"
    return Finding("form-place", Severity.WARNING, where.path, 1, 1, message, fix)


def _keep_apart(shelf: Shelf) -> None:
    """Withhold who claims another's id or address; pass over former addresses that are taken."""
    gone: set[str] = set()
    for read, finding in clashes(shelf.articles):
        gone.add(read.text.path)
        shelf.findings.append(finding)
    shelf.articles = [
        replace(read, withheld=read.withheld or read.text.path in gone) for read in shelf.articles
    ]
    taken = {read.text.address: read.text.path for read in shelf.articles if not read.withheld}
    taken |= {f"{read.text.slug}/": read.text.path for read in shelf.pages}
    passed: dict[str, set[int]] = {}
    for read, index, finding in alias_clashes(shelf.articles, taken):
        passed.setdefault(read.text.path, set()).add(index)
        shelf.findings.append(finding)
    shelf.articles = [_without(read, passed.get(read.text.path)) for read in shelf.articles]


def _without(read: Read[Article], passed: set[int] | None) -> Read[Article]:
    if not passed:
        return read
    left = [alias for index, alias in enumerate(read.text.aliases) if index not in passed]
    return replace(read, text=read.text.model_copy(update={"aliases": tuple(left)}))
