"""A rehearsal of the worst hour: hold, statement, resume, in a folder that is thrown away.

The ledger, the plan and the act of posting are the real ones. The three articles are made up, the
repository has no remote, and every network is an account that only counts: nothing leaves here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from publisher._git import git
from publisher.announcing import Announcement
from publisher.content.freezing import Freeze
from publisher.content.publication import Publication, load_publication
from publisher.outside import outside
from publisher.overview import Overview
from publisher.settings import Announce, Quiet, Settings
from publisher.social.account import Account, Counts, Post, Receipt
from publisher.social.announce import Run
from publisher.social.due import Plan
from publisher.social.ledger import HeldError, Ledger
from publisher.social.records import Approval
from publisher.social.story import LAUNCH
from publisher.social.transitions import Attempt

SITE = "https://drill.invalid/"

_TEAM, _DESK = "drill-team", "drill-desk"
_PEOPLE = f"{_TEAM}:\n  name: Team\n  kind: team\n{_DESK}:\n  name: Desk\n  kind: team\n"
_TOPICS = "drill:\n  name: Drill\n"
_ARTICLE = """---
id: {name}
title: {title}
description: This is an exercise. Nothing has happened, and only who started it can see it.
date: {date:%Y-%m-%dT%H:%M:%SZ}
status: ready
pillar: {pillar}
audience: staff
topics: [drill]
authors: [drill-team]
reviewer: drill-desk
---

This is an exercise.
"""


@dataclass
class Counting:
    """A network that is none: it takes every post, and nobody reads it."""

    keys: list[str] = field(default_factory=list)

    def post(self, post: Post) -> Receipt:
        """Take the post."""
        self.keys.append(post.key)
        return Receipt(post.key, f"{SITE}{post.key}")

    def whoami(self) -> str:
        """Return no name."""
        return ""

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Take the post."""
        del receipt
        return self.post(post)

    def find(self, article: str, occasion: str = LAUNCH) -> Receipt | None:
        """Find nothing."""
        del article, occasion
        return None

    def counts(self, receipt: Receipt) -> Counts | None:
        """Count nothing."""
        del receipt
        return None

    def delete(self, receipt: Receipt) -> None:
        """Take the post back."""
        self.keys.remove(receipt.id)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist: what was to happen, whether it did, and in how many seconds."""

    words: str
    good: bool
    seconds: float


@dataclass(frozen=True)
class Drill:
    """The rehearsal in `folder`, with the settings and the theme of the real publication."""

    folder: Path
    settings: Settings
    theme: Path
    now: datetime
    network: Counting = field(default_factory=Counting)

    def steps(self) -> Iterator[Step]:
        """Yield each step when it is done."""
        self._prepare()
        for words, step in (
            ("A cheerful story is due before anything happens", self._is_due),
            ("A hold is set: nothing is due, and no run may claim a post", self._hold),
            ("What was to appear by its date stays hidden", self._is_frozen),
            ("A statement is released: it alone is due", self._statement),
            ("It goes out on every network, once, during the hold", self._goes_out),
            ("It stands as a banner on every page", self._stands),
            ("Resumed: the story does not go out by itself", self._resume),
            ("The banner is taken down", self._take_down),
        ):
            began = time.monotonic()
            yield Step(words, step(), time.monotonic() - began)

    def _prepare(self) -> None:
        git(self.folder, "init", "--quiet")
        content = self.folder / "content"
        (content / "articles").mkdir(parents=True)
        (content / "people.yml").write_text(_PEOPLE, encoding="utf-8")
        (content / "topics.yml").write_text(_TOPICS, encoding="utf-8")
        self._write("drill-story", "A story that never was", "community", timedelta(0))
        self._write("drill-later", "A story for later", "community", timedelta(hours=1))
        self._write("drill-statement", "An exercise", "statement", timedelta(0))
        self._ledger.start_channels(self._announcement.networks)

    def _write(self, name: str, title: str, pillar: str, after: timedelta) -> None:
        date = self.now + timedelta(minutes=1) + after
        text = _ARTICLE.format(name=name, title=title, pillar=pillar, date=date)
        (self.folder / f"content/articles/{name}.md").write_text(text, encoding="utf-8")

    @property
    def _ledger(self) -> Ledger:
        return Ledger.of(self.folder, self.settings, lambda: self.now)

    def _publication(
        self, after: timedelta = timedelta(minutes=2), freeze: Freeze | None = None
    ) -> Publication:
        """The three articles, as readers see them some time after the beginning."""
        quiet = Quiet.model_validate({"from": "00:00", "until": "00:00"})
        free = Announce(quiet=quiet, spacing_minutes=0)
        settings = self.settings.model_copy(update={"sample": False, "announce": free})
        moment = self.now + after
        load = partial(load_publication, self.folder, settings, moment, site_url=SITE)
        return load(freeze=freeze)

    @property
    def _announcement(self) -> Announcement:
        overview = Overview(self._publication(), self.theme, self.folder / "site")
        return Announcement(overview, self._ledger, {})

    def _plan(self) -> Plan:
        return self._announcement.decide(self._ledger.read(), None, None)

    def _due(self) -> set[str]:
        return {str(wish.article.id) for wish in self._plan().due}

    def _is_due(self) -> bool:
        return self._due() == {"drill-story"}

    def _hold(self) -> bool:
        wish = self._plan().due[0]
        self._ledger.hold("This is an exercise")
        try:
            self._ledger.claim(wish.key, Attempt("drill", self.now, ""))
        except HeldError:
            return not self._due()
        return False

    def _is_frozen(self) -> bool:
        hold = self._ledger.standing_hold()
        frozen = self._publication(timedelta(days=1), Freeze(hold.since) if hold else None)
        return {article.id for article in frozen.public} == {"drill-statement"}

    def _statement(self) -> bool:
        articles = {article.id: article for article in self._publication().articles}
        digest = articles["drill-statement"].digest
        approval = Approval(digest=digest, by=_DESK, at=self.now)
        self._ledger.release_statement("drill-statement", approval)
        return self._due() == {"drill-statement"}

    def _goes_out(self) -> bool:
        announcement, ledger = self._announcement, self._ledger
        accounts: dict[str, Account] = dict.fromkeys(announcement.networks, self.network)
        for _ in range(2):
            run = Run(
                ledger, ledger.read(), accounts, announcement.posting.post, lambda _wish: None, {}
            )
            list(run.announce(self._plan().due))
        wanted = {f"drill-statement/{name}/statement" for name in announcement.networks}
        return sorted(self.network.keys) == sorted(wanted)

    def _stands(self) -> bool:
        shown = outside(self._ledger.read(), self._publication()).statement
        return shown is not None and shown.text == "An exercise"

    def _resume(self) -> bool:
        ended = replace(self._ledger, clock=lambda: self.now + timedelta(minutes=3)).resume()
        return ended is not None and not self._due()

    def _take_down(self) -> bool:
        self._ledger.end_statement("drill-statement")
        return outside(self._ledger.read(), self._publication()).statement is None
