"""A publication together with its posts: what was found in both, and which article is meant."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from publisher import baseline
from publisher.content.article import Article, Status
from publisher.content.publication import Publication
from publisher.finding import Finding, Severity
from publisher.site import audit
from publisher.site.cards import Cards
from publisher.site.files import unusable
from publisher.site.listings import views
from publisher.site.places import line_of
from publisher.site.raw_html import unshown
from publisher.site.redirects import redirects
from publisher.site.words import words
from publisher.social import snippets


@dataclass(frozen=True)
class Overview:
    """One publication as a person at the desk sees it.

    `theme` holds the brand's picture, `site` what was built of it, if it was.
    """

    publication: Publication
    theme: Path
    site: Path

    @property
    def cards(self) -> Cards:
        """The pictures that go with the posts."""
        return Cards(self.publication, self.theme)

    def posts(self, articles: Iterable[Article] | None = None) -> snippets.Composition:
        """The posts of every current article, or of those given."""
        stories = snippets.stories(self.publication, self.cards.url_and_alt, articles)
        return snippets.compose(stories)

    def pictures(self) -> dict[str, Path | io.BytesIO]:
        """The picture of each current article's card, to be opened, by its URL."""
        cards = self.cards
        return {cards.url_and_alt(a)[0]: cards.file(a) for a in self.publication.current}

    def findings(self, more: Iterable[Finding] = ()) -> list[Finding]:
        """All there is to mend, `more` too; old debts, which the baseline holds, are warnings.

        Raises ValueError for a baseline that cannot be read, and FileNotFoundError when the
        brand's picture is missing.
        """
        known = baseline.load(self.publication.root / baseline.FILE_NAME)
        found = sorted([*self.all_findings(), *more], key=lambda finding: finding.sort_key)
        return list(baseline.apply(found, known))

    def all_findings(self) -> list[Finding]:
        """What was found in the texts and in their posts, those of articles to come too."""
        ready = [a for a in self.publication.articles if a.status is Status.READY]
        future = replace(self, publication=replace(self.publication, drafts=True))
        posts = snippets.findings(self.publication.root, future.posts(ready).faults)
        shown = views(self.publication, self.cards.brand, self.cards.of)
        found = [
            *self.publication.findings,
            *posts,
            *unshown(self.publication),
            *unusable(self.publication),
            *_unspoken(self.publication),
            *redirects(self.publication, shown, self.theme).findings,
            *self.cards.findings(),
        ]
        return sorted(found, key=lambda finding: finding.sort_key)

    def audit(self, checks: Sequence[str]) -> Iterator[Finding]:
        """What is to be mended in the site as it was built, by `checks` (families or ids)."""
        return audit.findings(self.publication, self.site, lambda check: _chosen(check, checks))

    def stale(self) -> Path | None:
        """What was changed since the site was built; None if that is whole and new."""
        built = self.site / "index.html"
        when = built.stat().st_mtime if built.is_file() else 0.0
        folders = (self.publication.root / self.publication.content, self.theme)
        files = (file for folder in folders for file in sorted(folder.rglob("*")))
        return next((file for file in files if file.stat().st_mtime > when), None)

    def named(self, name: str) -> Article | None:
        """The article that a person means by its path, slug or id."""
        path = os.path.relpath(Path(name).resolve(), self.publication.root)
        for article in self.publication.articles:
            if path == article.path or name in (article.id, article.slug):
                return article
        return None


def _unspoken(publication: Publication) -> Iterator[Finding]:
    for article in publication.current:
        if words(article.language).spoken != article.language:
            message = f"the words around this article are English, not `{article.language}`"
            fix = f"write publisher/site/languages/{article.language}.yml, beside en.yml"
            place = (article.path, line_of(publication.root / article.path, "lang:"), 1)
            yield Finding("form-language", Severity.NOTICE, *place, message, fix)


# What checks are about; a check's id begins with one of these.
FAMILIES = frozenset(
    {"front-matter", "privacy", "consent", "evidence", "signoff", "words", "law", "form", "social"}
)


def selected(
    findings: Iterable[Finding], root: Path, checks: Sequence[str], paths: Sequence[Path]
) -> list[Finding]:
    """Those of `findings` that come from `checks` (families or ids) and lie below `paths`."""

    def below(finding: Finding) -> bool:
        file = root / finding.path
        return not paths or any(file.is_relative_to(path.absolute()) for path in paths)

    return [finding for finding in findings if _chosen(finding.check, checks) and below(finding)]


def _chosen(check: str, checks: Sequence[str]) -> bool:
    """Whether a check is one of `checks`, which are families or ids; all are if none is named."""
    return not checks or any(f"{check}-".startswith(f"{name}-") for name in checks)
