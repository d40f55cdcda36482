"""A publication together with its posts: what was found in both, and which article is meant."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from publisher import baseline, checks
from publisher.content.article import Article, Status
from publisher.content.passages import Kind, Passage
from publisher.content.publication import Publication
from publisher.finding import Finding, Severity, in_turn
from publisher.judging import judge
from publisher.site import audit
from publisher.site.cards import Cards
from publisher.site.files import unusable
from publisher.site.listings import views
from publisher.site.places import line_of
from publisher.site.raw_html import unshown
from publisher.site.redirects import redirects
from publisher.site.words import words
from publisher.social import snippets
from publisher.social.questions import question
from publisher.social.story import Snippet


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

    def findings(self, select: Sequence[str] = (), more: Iterable[Finding] = ()) -> list[Finding]:
        """All there is to mend, `more` that was found elsewhere too, but for what is settled.

        Raises ValueError for a baseline that cannot be read, and FileNotFoundError when the
        brand's picture is missing.
        """
        root = self.publication.root
        known = baseline.load(root / baseline.FILE_NAME)
        return in_turn(baseline.unsettled(self.all_findings(select, more), known, root))

    def all_findings(
        self, select: Sequence[str] = (), more: Iterable[Finding] = ()
    ) -> list[Finding]:
        """What was found in the texts and in their posts, those of articles to come too.

        What waits for its turn is among it. Only by the checks in `select` (families or ids), where
        it names any.
        """

        def wanted(check: str) -> bool:
            return chosen(check, select)

        future = replace(self, publication=replace(self.publication, drafts=True))
        posts = future.posts(a for a in self.publication.articles if a.status is Status.READY)
        shown = views(self.publication, self.cards.brand, self.cards.of)
        found = [
            *self.publication.findings,
            *snippets.findings(self.publication.root, posts.faults),
            *unshown(self.publication),
            *unusable(self.publication),
            *_unspoken(self.publication),
            *redirects(self.publication, shown, self.theme).findings,
            *self.cards.findings(),
            *checks.findings(self.publication, as_passages(self.publication, posts), wanted),
            *more,
        ]
        asked = (finding for finding in found if wanted(finding.check))
        return judge(asked, self.publication, wanted)

    def audit(self, checks: Sequence[str]) -> Iterator[Finding]:
        """What is to be mended in the site as it was built, by `checks` (families or ids)."""
        return audit.findings(self.publication, self.site, lambda check: chosen(check, checks))

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


def as_passages(
    publication: Publication, posts: snippets.Composition
) -> dict[str, tuple[Passage, ...]]:
    """What goes out to the networks, to be checked with its article, by the article's path.

    A post that only repeats the lines of those before it is read once; what the program asks where
    the author asks nothing is not read, for nobody who is told of it could find or mend it.
    """
    articles = {article.id: article for article in publication.articles}
    told: dict[str, tuple[Passage, ...]] = {}
    for name, own in groupby(posts.snippets, key=lambda snippet: snippet.article):
        article = articles[name]
        path, ours = article.path, _our_question(article)
        places = ((line_of(publication.root / path, "social:"), 1),)
        told[path] = tuple(
            Passage(path, Kind.POST, text, post.language, post.channel, places=places)
            for post in _unlike(own)
            if (text := _without(ours, post.text)).strip()
        )
    return told


def _our_question(article: Article) -> str:
    return "" if article.social.question else question(article.pillar or "", article.language)


def _without(line: str, text: str) -> str:
    return "\n".join(each for each in text.split("\n") if not line or each != line)


def _unlike(posts: Iterable[Snippet]) -> Iterator[Snippet]:
    """Yield each post that says something that none before it has said; links are alike."""
    said: set[str] = set()
    for post in posts:
        lines = {line for line in post.text.replace(post.shown, "").splitlines() if line.strip()}
        if not lines <= said:
            yield post
        said |= lines


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

    return [finding for finding in findings if chosen(finding.check, checks) and below(finding)]


def chosen(check: str, checks: Sequence[str]) -> bool:
    """Whether a check is one of `checks`, which are families or ids; all are if none is named."""
    return not checks or any(f"{check}-".startswith(f"{name}-") for name in checks)
