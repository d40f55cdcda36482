"""What the ledger tells site and checks: since when a hold stands, what was posted and signed off.

Neither a build nor a check needs it: where the ledger cannot be read, that is said and they go on.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from publisher.content.publication import Publication
from publisher.diagnostics import aside
from publisher.finding import Finding
from publisher.settings import Settings
from publisher.site.views import Outside, Statement
from publisher.social import replaced, snippets
from publisher.social.branch import LedgerError
from publisher.social.channels import channels
from publisher.social.ledger import Ledger
from publisher.social.records import HOLD, State
from publisher.social.sign_offs import SignOffs
from publisher.social.snapshot import Snapshot
from publisher.social.story import LAUNCH, STATEMENT

NO_LEDGER = Snapshot(run="")

# What it means for a build that the ledger cannot be read.
_BUILT = "The site is built as if no hold stood and nothing was posted."

# The occasions on which a conversation begins; the others belong to one of these.
BEGINNINGS = frozenset({LAUNCH, STATEMENT})


def snapshot_of(
    root: Path, settings: Settings, clock: Callable[[], datetime], without: str = _BUILT
) -> Snapshot:
    """All that the ledger says; nothing where there is none.

    Nothing either where it cannot be read, of which a person is told, and what is done `without`.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return NO_LEDGER
    try:
        snapshot = Ledger.of(root, settings, clock).read()
    except LedgerError as problem:
        _say(problem, without)
        return NO_LEDGER
    if HOLD in snapshot.unreadable:
        _say(snapshot.unreadable[HOLD], without)
    return snapshot


def _say(problem: LedgerError, without: str) -> None:
    sys.stderr.write(aside("The ledger is left out", f"{problem}. {without}"))


def frozen_since(snapshot: Snapshot) -> datetime | None:
    """When the hold began that stands, if one does."""
    return snapshot.standing_hold.since if snapshot.standing_hold else None


def with_sign_offs(publication: Publication, snapshot: Snapshot) -> Publication:
    """The publication, with what was changed in it after it was signed off."""
    return replace(publication, void=SignOffs(publication, snapshot).void())


def lost(publication: Publication, snapshot: Snapshot) -> Iterator[Finding]:
    """Published ids that are gone while a similar article is here, as far as a ledger tells."""
    if publication.is_sample:
        return
    root, read = publication.root, {article.path for article in publication.articles}
    there = {about.path for about in snapshot.articles.values() if (root / about.path).exists()}
    faults = replaced.faults(publication.articles, snapshot, there - read)
    yield from snippets.findings(root, faults)


def outside(snapshot: Snapshot, publication: Publication) -> Outside:
    """What pages show of it: where each article is talked about, and the statement that stands."""
    posts = defaultdict(list)
    for key, record in snapshot.in_state(State.POSTED):
        if record.url and key.occasion in BEGINNINGS:
            channel = channels().get(key.channel)
            posts[key.article].append((channel.NAME if channel else key.channel, record.url))
    return Outside(posts, _statement(snapshot, publication))


def _statement(snapshot: Snapshot, publication: Publication) -> Statement | None:
    """The newest statement that stands, if readers can open it."""
    readable = {article.id: article for article in publication.current}
    standing = [
        (record.at, name)
        for name, record in snapshot.statements.items()
        if record.until is None and name in readable
    ]
    if not standing:
        return None
    article = readable[max(standing)[1]]
    return Statement(article.title, article.language, article.address)
