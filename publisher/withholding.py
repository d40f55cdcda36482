"""What must not get out, and what stands where it had stood: one article never stops another.

An error about privacy, consent or law withholds its article or page: it is read again as if it had
none, so that listings, feeds, links and related articles leave it out by themselves. Where it had
been published, or where the consent to it has lapsed, its address says that nothing is there, and
no reason; and what it showed then, no other article shows either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from publisher import checks
from publisher.baseline import NEVER_SETTLED
from publisher.content.consents import lapsed_pictures, must_go
from publisher.content.publication import NOTHING_WITHHELD, Publication, Vacancy, Withheld
from publisher.finding import Finding, Severity
from publisher.judging import judge
from publisher.social.snapshot import Snapshot


class Reading(Protocol):
    """Reads a publication, and leaves out what is withheld."""

    def __call__(self, *, withheld: Withheld = ...) -> Publication:
        """The publication."""


def sifted(read: Reading, snapshot: Snapshot, errors: Iterable[Finding]) -> Publication:
    """The publication without what must not get out for one of `errors`.

    A preview with drafts shows everything: only who writes it sees it.
    """
    whole = read()
    if whole.drafts:
        return whole
    held = withheld(whole, {error.path for error in errors}, snapshot)
    return whole if held == NOTHING_WITHHELD else read(withheld=held)


def grave_errors(publication: Publication) -> tuple[Finding, ...]:
    """The errors that withhold, by the checks of these families alone."""
    found = checks.findings(publication, {}, _withholds)
    return grave(judge(found, publication, _withholds))


def grave(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of `findings` that withhold."""
    return tuple(
        each for each in findings if each.severity is Severity.ERROR and _withholds(each.check)
    )


def withheld(publication: Publication, paths: Iterable[str], snapshot: Snapshot) -> Withheld:
    """Those of `paths` that are articles or pages, and the addresses that they leave behind.

    An article that was published and can no longer be read leaves its own behind, too. Pictures
    are withheld where the consent to what showed them has lapsed.
    """
    texts = {a.path for a in publication.articles} | {p.path for p in publication.pages}
    gone = frozenset(paths) & texts
    taken = {article.address for article in publication.public if article.path not in gone}
    vacant = {*_left_behind(publication, gone, snapshot), *_unreadable(publication, snapshot)}
    vacancies = tuple(sorted(one for one in vacant if one.address not in taken))
    return Withheld(gone, vacancies, frozenset(lapsed_pictures(publication)))


def _withholds(check: str) -> bool:
    """Whether an error of this check is one that nobody may read past."""
    return check.partition("-")[0] in NEVER_SETTLED


def _left_behind(
    publication: Publication, gone: frozenset[str], snapshot: Snapshot
) -> Iterator[Vacancy]:
    for article in publication.public:
        known = article.id in snapshot.articles
        if article.path in gone and (known or must_go(publication, article)):
            yield Vacancy(article.address, article.language)


def _unreadable(publication: Publication, snapshot: Snapshot) -> Iterator[Vacancy]:
    read = {article.path for article in publication.articles}
    for about in snapshot.articles.values():
        if about.path not in read and (publication.root / about.path).is_file():
            yield Vacancy(f"articles/{about.slug}/", publication.settings.language)
