"""What the ledger tells site and checks: the hold that freezes it, what was posted and signed off.

Without git there is no ledger, and nobody needs one. Where there is one that cannot be read, nobody
knows whether a hold stands: no site takes the place of the old one; a check says so and goes on.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from shutil import which

from publisher.content.freezing import Freeze
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

# Where the records lie of what is out.
_OUT = "articles/"

# The occasions on which a conversation begins; the others belong to one of these.
BEGINNINGS = frozenset({LAUNCH, STATEMENT})


def snapshot_of(root: Path, settings: Settings, clock: Callable[[], datetime]) -> Snapshot:
    """All that the ledger says; nothing where there is none.

    Raises LedgerError where it cannot be read.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return NO_LEDGER
    if which("git") is None:
        _say("git is not installed, and without it there is no ledger here")
        return NO_LEDGER
    try:
        snapshot = Ledger.of(root, settings, clock).read()
    except LedgerError as problem:
        message = f"{str(problem).rstrip('.')}. {_NO_SITE}"
        raise LedgerError(message) from problem
    if HOLD in snapshot.unreadable:
        _say(f"{snapshot.unreadable[HOLD]}. It counts as a hold: nothing new appears on the site")
    return snapshot


_NO_SITE = (
    "Whether a hold stands cannot be told, so the site stays as it is; `publisher build --preview` "
    "builds one without asking"
)


def _say(message: str) -> None:
    sys.stderr.write(aside("The ledger", f"{message}."))


def snapshot_or_none(
    root: Path, settings: Settings, clock: Callable[[], datetime], without: str
) -> Snapshot:
    """As `snapshot_of`, but nothing either where the ledger cannot be read.

    Of that a person is told, and what is done `without` it.
    """
    try:
        return snapshot_of(root, settings, clock)
    except LedgerError as problem:
        _say(f"{str(problem).removesuffix(_NO_SITE).rstrip('. ')}. {without}")
        return NO_LEDGER


def freeze_of(snapshot: Snapshot) -> Freeze | None:
    """What the hold that stands keeps back; one that cannot be read keeps back what is new."""
    if HOLD in snapshot.unreadable:
        return Freeze(None, _out_before(snapshot, None))
    hold = snapshot.standing_hold
    return Freeze(hold.since, _out_before(snapshot, hold.since)) if hold else None


def _out_before(snapshot: Snapshot, moment: datetime | None) -> set[str] | None:
    """The ids of what was out by then; None where the ledger was never told what is out."""
    damaged = {PurePosixPath(path).stem for path in snapshot.unreadable if path.startswith(_OUT)}
    if not snapshot.articles and not damaged:
        return None
    known = snapshot.articles.items()
    return damaged | {key for key, about in known if moment is None or about.since <= moment}


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
