"""An announcement put together: the publication, its ledger and the networks in one hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.deciding import Deciding
from publisher.diagnostics import discreet
from publisher.finding import Finding, Severity
from publisher.overview import Overview
from publisher.posting import Posting
from publisher.social.account import Account, Credentials
from publisher.social.announce import Result, Run
from publisher.social.by_hand import by_hand
from publisher.social.due import Plan, plan
from publisher.social.lapsing import leftovers
from publisher.social.ledger import Ledger
from publisher.social.live import Gate
from publisher.social.money import affordable, priced
from publisher.social.reconcile import Settled, reconcile
from publisher.social.records import HOLD, PostKey, Published, State
from publisher.social.remaining import Asking, Remaining, not_found
from publisher.social.replaced import Copy, replaced
from publisher.social.report import Report, costs_text, settled_text
from publisher.social.roster import expiring
from publisher.social.rules import Situation, held_back
from publisher.social.sign_offs import SignOffs
from publisher.social.snapshot import Snapshot
from publisher.social.used import Used
from publisher.social.ways_out import sentences, waiting
from publisher.social.wishes import Wish, said_already, wishes


@dataclass(frozen=True)
class Announcement:
    """One run: what was written, the ledger, the secrets `given`, and the findings, if `known`."""

    overview: Overview
    ledger: Ledger
    given: Credentials
    known: Sequence[Finding] | None = None

    @property
    def publication(self) -> Publication:
        """What was written."""
        return self.overview.publication

    @cached_property
    def used(self) -> Used:
        """The networks, and our accounts there."""
        return Used(self.publication.settings.channels, self.given)

    @property
    def networks(self) -> tuple[str, ...]:
        """Those that are used, by API or by hand."""
        return self.used.names

    @property
    def accounts(self) -> dict[str, Account]:
        """The networks that we post to ourselves, as far as their secrets can be used."""
        return self.used.accounts

    def run(self, only: str | None, limit: int | None, tell: Callable[[str], None]) -> Report:
        """Settle what is unknown, then send what is due; `tell` hears of it as it happens.

        Of a sample nothing is even written down. Raises LedgerError where the ledger cannot be
        read; then nothing is sent.
        """
        if self.publication.is_sample:
            nothing = Snapshot(self.ledger.run)
            return self.report(self.decide(nothing, only, limit), nothing)
        snapshot = self.ledger.read()
        settled = self.settle(snapshot)
        for line in settled_text(settled).splitlines():
            tell(line)
        snapshot = self.notice(self.ledger.read() if settled else snapshot)
        decided = self.decide(snapshot, only, limit)
        for line in costs_text(self.report(decided, snapshot)).splitlines():
            tell(line)
        results = list(self.send(decided, snapshot))
        return self.report(decided, snapshot, results, self._left(self.ledger.read(), results))

    def dry_run(self, only: str | None, limit: int | None) -> Report:
        """What a run would send now; nothing is asked of any network or written down."""
        snapshot = self.ledger.read()
        decided = self.decide(snapshot, only, limit)
        return self.report(decided, snapshot, left=self._left(snapshot))

    def knows(self, name: str) -> bool:
        """Whether `name` is a network that is used or an article's id, slug or path."""
        return name in self.networks or self.overview.named(name) is not None

    def seed(self) -> int:
        """Count all that is out and was never touched as seen; how many posts that is."""
        now, zone = self.publication.as_of, self.publication.settings.zone
        snapshot = self.notice(self.ledger.read())
        out = (
            wish for a in self.articles() for wish in wishes(a, self.networks, snapshot, zone, now)
        )
        return self.ledger.seed(w.key for w in out if w.at <= now and not said_already(w, snapshot))

    @property
    def deciding(self) -> Deciding:
        """What a person decides about these posts."""
        return Deciding(self.overview, self.ledger, self.networks)

    @property
    def posting(self) -> Posting:
        """The posts as the networks get them."""
        return Posting(self.overview, self.ledger)

    def called(self, key: PostKey) -> str:
        """A post as a person says it: by the article's slug, where that can be read."""
        return f"{self.slugs.get(key.article, key.article)} on {key.channel} ({key.occasion})"

    @cached_property
    def slugs(self) -> dict[str, str]:
        """What people call each article, by its id."""
        return {str(a.id): a.slug for a in self.publication.articles if a.id}

    def articles(self) -> Iterator[Article]:
        """Yield every article that is out and may be announced, but for copies of another."""
        for article in self.publication.current:
            if article.id:
                yield article

    def notice(self, snapshot: Snapshot) -> Snapshot:
        """Write down which networks are used and which articles are out, where that is new.

        While nobody can tell whether a hold stands, what is new stays so: it is kept off the site.
        """
        if HOLD in snapshot.unreadable:
            return snapshot
        copies, now, known = self._replaced(snapshot), self.publication.as_of, snapshot.articles
        new = {
            str(article.id): Published(path=article.path, slug=article.slug, since=now)
            for article in self.articles()
            if article.path not in copies and not _stands(article, known, self.publication.root)
        }
        begun = [key for key in self.networks if key not in snapshot.starts]
        if not new and not begun:
            return snapshot
        self.ledger.publish(new)
        self.ledger.start_channels(begun)
        return self.ledger.read()

    def notice_during_hold(self) -> None:
        """Before a hold ends, write down what is out, so that it waits for a person."""
        snapshot = self.ledger.read()
        if snapshot.standing_hold and not self.publication.is_sample:
            self.notice(snapshot)

    def settle(self, snapshot: Snapshot) -> list[Settled]:
        """Ask the networks about all that may have gone out."""
        return list(reconcile(self.ledger, snapshot, self.accounts, self.ledger.clock()))

    def remaining(self, snapshot: Snapshot, only: str | None) -> Remaining:
        """Ask the networks, or the one of that name, whether what was posted is still there."""
        missing = partial(not_found, site_url=self.publication.site_url)
        costly = tuple(priced(self.accounts))
        asking = Asking(self.used.known, missing, self.publication.as_of, costly)
        return asking.about(snapshot, only)

    def decide(self, snapshot: Snapshot, only: str | None, limit: int | None) -> Plan:
        """What is due, of one network or article where `only` names it."""
        situation = self._situation(snapshot, {} if self.publication.is_sample else self._faults)
        zone, now = self.publication.settings.zone, self.publication.as_of
        money = affordable(self.accounts, snapshot, zone, now)
        asked = (wish for wish in self.wishes(snapshot) if only is None or _names(only, wish))
        return plan(asked, situation, money=money, limit=limit)

    def held_back(self, snapshot: Snapshot) -> list[Wish]:
        """What came due before the last hold ended, and waits to be released or skipped."""
        situation = self._situation(snapshot, {})
        return [wish for wish in self.wishes(snapshot) if held_back(wish, situation)]

    def _situation(self, snapshot: Snapshot, faults: Mapping[str, str]) -> Situation:
        written = self.publication
        return Situation(
            snapshot,
            written.settings,
            written.as_of,
            faults,
            self._replaced(snapshot),
            sample=written.is_sample,
            sign_offs=SignOffs(written, snapshot).of,
            by_hand=[key for key in self.networks if key not in self.used.known],
        )

    def wishes(self, snapshot: Snapshot) -> Iterator[Wish]:
        """Yield every post that the articles ask for, the drafts' too."""
        zone, now = self.publication.settings.zone, self.publication.as_of
        for article in self.publication.articles:
            yield from wishes(article, self.networks, snapshot, zone, now)

    def send(self, decided: Plan, snapshot: Snapshot) -> Iterator[Result]:
        """Send what is due on networks that we post to ourselves; say what must wait for its page.

        That is what a person would post too: they are asked when readers can open it.
        """
        lacking = self._lacking(snapshot)
        closed = {key: one for key, one in self.used.known.items() if isinstance(one, str)}
        run = Run(self.ledger, snapshot, self.accounts, self.posting.post, lacking, closed)
        yield from run.announce(wish for wish in decided.due if wish.channel in self.used.known)
        for wish in self._by_person(decided):
            if problem := lacking(wish):
                yield Result(wish, None, reason=f"not yet: {problem}")

    def _lacking(self, snapshot: Snapshot) -> Callable[[Wish], str | None]:
        """What an article's page still lacks, looked for once in a run, and never after a post."""
        gate = Gate(time.monotonic() + self.publication.settings.announce.live_minutes * 60)
        posted = snapshot.in_state(State.POSTED)
        verdicts: dict[str, str | None] = {key.article: None for key, _ in posted}

        def lacking(wish: Wish) -> str | None:
            if wish.key.article not in verdicts:
                verdicts[wish.key.article] = gate.lacking(self.posting.page(wish.article))
            return verdicts[wish.key.article]

        return lacking

    def _by_person(self, decided: Plan) -> list[Wish]:
        return [wish for wish in decided.due if wish.channel not in self.used.known]

    def _left(self, snapshot: Snapshot, results: Sequence[Result] = ()) -> list[str]:
        """What waits for somebody beside the results of this run, each with the way out."""
        told = {result.wish.key for result in results}
        left = [one for one in waiting(snapshot, self.ledger.clock()) if one.key not in told]
        return list(sentences(snapshot, left, self.slugs))

    def _unread(self) -> Iterator[str]:
        """Yield why files below `articles/` hold no article: the first error in each."""
        faults = {} if self.publication.is_sample else self._faults
        known = {article.path for article in self.publication.articles}
        folder = f"{self.publication.content}/articles/"
        for path, fault in faults.items():
            if path.startswith(folder) and path.endswith(".md") and path not in known:
                yield f"{path}: it cannot be read: {fault}"

    def report(
        self,
        decided: Plan,
        snapshot: Snapshot,
        results: Sequence[Result] = (),
        left: Sequence[str] = (),
    ) -> Report:
        """What there is to tell of a plan, of what came of it, and of what was `left` before."""
        waits = {result.wish.key for result in results}
        by_person = [wish for wish in self._by_person(decided) if wish.key not in waits]
        today = self.publication.as_of.date()
        stand = self.used.standings(today)
        costs = {
            key: one.prices.cents_with_link * sum(wish.channel == key for wish in decided.due)
            for key, one in priced(self.accounts).items()
        }
        return Report(
            decided,
            tuple(results),
            tuple(by_hand(self.posting.snippet(wish)) for wish in by_person),
            costs,
            leftovers(self.publication, snapshot),
            tuple(left),
            tuple(self._unread()),
            tuple(f"{one.name}: {said}" for one in stand for said in one.warnings),
            expiring(stand, today),
        )

    @cached_property
    def _faults(self) -> dict[str, str]:
        """The first error in each article that has one."""
        said: dict[str, str] = {}
        for finding in discreet(self.overview.findings() if self.known is None else self.known):
            if finding.severity is Severity.ERROR:
                said.setdefault(finding.path, f"line {finding.line}, {finding.message}")
        for path in self.publication.withheld.paths:
            said.setdefault(path, "`publisher check` says what")
        return said

    def _replaced(self, snapshot: Snapshot) -> dict[str, Copy]:
        return replaced(self.publication.articles, snapshot.articles)


def _stands(article: Article, known: Mapping[str, Published], root: Path) -> bool:
    """Whether it is known where an article lies; a copy beside it does not move it."""
    about = known.get(article.id or "")
    if about is None or about.path == article.path:
        return about is not None and about.slug == article.slug
    return (root / about.path).exists()


def _names(only: str, wish: Wish) -> bool:
    article = wish.article
    return only in (wish.channel, article.id, article.slug, article.path)
