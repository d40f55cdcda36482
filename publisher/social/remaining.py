"""Whether what was posted is still out there: networks are asked, nothing is sent again.

A post that is gone stays so: somebody may have taken it back, or the account may be dead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from publisher._http import UnreachableError, look
from publisher.diagnostics import annotation
from publisher.finding import Severity
from publisher.social.account import Account, GoneError, PostingError, Receipt, RefusedError
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.transitions import Outcome

# A network may show a new post some time after it took it.
SHOWN_AFTER = timedelta(hours=1)
_NOT_FOUND = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)

_WAY_OUT = (
    "it is not posted again; when you know why, `publisher status --verify --settle` counts it as "
    "deleted"
)


@dataclass
class Remaining:
    """What came of asking: how many stand, which are gone, and of whom nothing can be told.

    `unasked` says by network why it could not be asked to the end, `unsure` why of one post. Of
    `by_hand` posts only a person can tell. `costly` networks are not asked unless they are named.
    """

    stands: int = 0
    gone: list[tuple[PostKey, PostRecord]] = field(default_factory=list)
    unsure: list[tuple[PostKey, str]] = field(default_factory=list)
    unasked: dict[str, str] = field(default_factory=dict)
    by_hand: int = 0
    costly: tuple[str, ...] = ()

    @property
    def unclear(self) -> bool:
        """Whether something cannot be told although we have an account there."""
        return bool(self.unsure or self.unasked)


@dataclass(frozen=True)
class Asking:
    """Who can be asked: the account of each network, or in words what is wrong with its secret.

    `missing` says of a post that a person sent whether its page is no longer found. Networks that
    ask money are `costly`: to look at a post is not free there either.
    """

    accounts: Mapping[str, Account | str]
    missing: Callable[[str], bool]
    now: datetime
    costly: tuple[str, ...] = ()

    def about(self, snapshot: Snapshot, only: str | None = None) -> Remaining:
        """Ask about every post of the ledger that is out, on one network or on all."""
        costly = tuple(name for name in self.costly if name != only)
        found = Remaining(costly=costly if only is None else ())
        for key, record in snapshot.in_state(State.POSTED):
            asked = only in (None, key.channel) and key.channel not in {*found.unasked, *costly}
            if asked and record.at <= self.now - SHOWN_AFTER:
                self._ask(key, record, found)
        return found

    def _ask(self, key: PostKey, record: PostRecord, found: Remaining) -> None:
        account = self.accounts.get(key.channel)
        if account is None or record.id is None:
            self._look(key, record, found)
        elif isinstance(account, str):
            found.unasked[key.channel] = account
        else:
            self._count(account, (key, record), found)

    def _count(self, account: Account, post: tuple[PostKey, PostRecord], found: Remaining) -> None:
        key, record = post
        try:
            stands = account.counts(Receipt(record.id or "", record.url or "")) is not None
        except GoneError:
            stands = False
        except RefusedError as problem:
            found.unsure.append((key, str(problem)))
            return
        except PostingError as problem:  # it would say the same of every other post
            found.unasked[key.channel] = str(problem)
            return
        if stands:
            found.stands += 1
        else:
            found.gone.append(post)

    def _look(self, key: PostKey, record: PostRecord, found: Remaining) -> None:
        if record.url and self.missing(record.url):
            found.gone.append((key, record))
        else:
            found.by_hand += 1


def not_found(url: str, site_url: str) -> bool:
    """Whether a page surely is not there; some show it to people only."""
    try:
        return look(url, site_url).status in _NOT_FOUND
    except UnreachableError:
        return False


def settle(ledger: Ledger, found: Remaining, by: str) -> None:
    """Count as taken back what is gone. Raises LedgerError where that cannot be written down."""
    for key, record in found.gone:
        reason = "it was no longer there"
        ledger.settle(key, record, Outcome(State.DELETED, reason=reason, by=by))


def as_text(found: Remaining, slugs: Mapping[str, str]) -> str:
    """Return what is gone and what cannot be told, then how many stand."""
    lines = [f"{title}: {why}" for title, why in _told(found, slugs)]
    lines += [
        f"{name} is not asked, for a look costs money there; if you want to: "
        f"`publisher status --verify --only {name}`"
        for name in found.costly
    ]
    lines.append(f"Posts that stand: {found.stands}")
    if found.by_hand:
        lines.append(f"Posts of which only a person can tell: {found.by_hand}")
    return "".join(f"{line}\n" for line in lines)


def as_document(found: Remaining) -> dict[str, Any]:
    """Return it for a machine."""
    return {
        "stands": found.stands,
        "gone": [asdict(key) | {"url": record.url} for key, record in found.gone],
        "unsure": [asdict(key) | {"reason": reason} for key, reason in found.unsure],
        "unasked": found.unasked,
        "by_hand": found.by_hand,
        "costly": list(found.costly),
    }


def warnings(found: Remaining, slugs: Mapping[str, str]) -> str:
    """Return workflow commands for what is gone and what cannot be told."""
    return "".join(annotation(Severity.ERROR, *told) for told in _told(found, slugs))


def _told(found: Remaining, slugs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what somebody has to know: what it is about, and what to do."""
    for key, record in found.gone:
        name = f"{slugs.get(key.article, key.article)} on {key.channel} ({key.occasion})"
        yield f"Gone: {name}", f"{record.url or 'its address is not known'}; {_WAY_OUT}"
    for key, reason in found.unsure:
        yield f"Cannot be told: {key}", reason
    for network, reason in found.unasked.items():
        yield f"{network} could not be asked to the end", reason
