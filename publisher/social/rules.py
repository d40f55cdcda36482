"""Why a post may not go out, rule by rule: each says so in one sentence, or nothing.

A person's release (`publisher release`) lets a post pass where time alone stands in its way: it is
too late, it was out before we began, or it came due during a hold. Nothing lets pass what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from publisher.content.article import REVIEWED_PILLARS, Article, Status
from publisher.settings import Settings
from publisher.social.moments import told
from publisher.social.records import Hold, PostRecord, RecordError, State, path_of
from publisher.social.replaced import Copy
from publisher.social.sign_offs import Verdict
from publisher.social.snapshot import SignOff, Snapshot
from publisher.social.story import LAUNCH
from publisher.social.wishes import FRESH, Wish, noticed, said_already


@dataclass(frozen=True)
class Situation:
    """All that decides, but for the articles themselves.

    `faults` are the first error in each article that has one, by its path; `replaced` those that
    seem to be a published one under a new id. `sample` says that nothing is meant for the world.
    `sign_offs` tells how an article's sign-off stands; without it the file's digest decides.
    `by_hand` are the networks on which a person posts.
    """

    snapshot: Snapshot
    settings: Settings
    now: datetime
    faults: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, Copy] = field(default_factory=dict)
    sample: bool = False
    sign_offs: Callable[[Article], Verdict] | None = None
    by_hand: Collection[str] = ()

    def sign_off(self, article: Article) -> Verdict:
        """How an article's sign-off stands."""
        if self.sign_offs is None:
            return Verdict(self.snapshot.approval_of(article))
        return self.sign_offs(article)

    def told(self, moment: datetime) -> str:
        """A moment as a person there says it."""
        return told(moment, self.settings.zone)


Rule = Callable[[Wish, Situation], str | None]


def reason(wish: Wish, situation: Situation) -> str | None:
    """What stands in the way first, in its own words, or None."""
    return next(filter(None, (rule(wish, situation) for rule in RULES)), None)


def held_back(wish: Wish, situation: Situation) -> bool:
    """Whether nothing else stands in the way but that it came due before a hold ended."""
    return next((rule for rule in RULES if rule(wish, situation)), None) is _after_hold


def is_over(wish: Wish, situation: Situation) -> bool:
    """Whether a post that may not go out never will, by what is known now, unless a person says so.

    Of those that were tried the ledger tells itself how they ended.
    """
    said = next((rule for rule in RULES if rule(wish, situation)), None)
    return said in OVER or (said is _ledger and wish.key in situation.snapshot.posts)


def released(wish: Wish, situation: Situation) -> PostRecord | None:
    """The record in which a person let this post go out."""
    record = situation.snapshot.posts.get(wish.key)
    return record if record and record.state is State.RELEASED and record.by else None


def _sample(_wish: Wish, situation: Situation) -> str | None:
    if situation.sample:
        return "this is a sample: set `sample: false` and your own `site_url` in mkdocs.yml"
    return None


def _status(wish: Wish, _situation: Situation) -> str | None:
    status = wish.article.status
    return None if status is Status.READY else f"its status is `{status}`, not `ready`"


def _fault(wish: Wish, situation: Situation) -> str | None:
    if wish.article.id is None:
        return "it has no id; `publisher check --fix` writes one"
    fault = situation.faults.get(wish.article.path)
    return f"it has an error to mend first: {fault}" if fault else None


def _replaced(wish: Wish, situation: Situation) -> str | None:
    copy = situation.replaced.get(wish.article.path)
    return f"{copy.message}; {copy.fix}" if copy and not released(wish, situation) else None


def _sign_off(wish: Wish, situation: Situation) -> str | None:
    if wish.article.pillar not in REVIEWED_PILLARS:
        return None
    way_out = f"`publisher approve {wish.article.slug} --as PERSON` records that somebody agrees"
    match situation.sign_off(wish.article):
        case Verdict(state=SignOff.VALID):
            return None
        case Verdict(state=SignOff.VOID, since=since):
            what = f" (since then: {', '.join(since)})" if since else ""
            return f"it was changed after it was approved{what}; {way_out}"
        case _:
            return f"its pillar `{wish.article.pillar}` needs a second person; {way_out}"


def _embargo(wish: Wish, situation: Situation) -> str | None:
    published = wish.article.published
    if published > situation.now:
        return f"it comes out on {situation.told(published)}"
    return None


def _chosen(wish: Wish, _situation: Situation) -> str | None:
    chosen = wish.article.social.channels
    if chosen is None or wish.channel in chosen:
        return None
    return (
        "its author lets it go to no network" if not chosen else "its author chose other networks"
    )


_NOT_FREE = {
    State.POSTED: "it went out: {url}",
    State.CLAIMED: "it is being sent by this run",
    State.UNKNOWN: "it may have gone out; `publisher reconcile` asks the network",
    State.FAILED: "the network refused it: {reason}",
    State.SKIPPED: "somebody skipped it: {reason}",
    State.SEEN: "it was out before we began to announce",
    State.DELETED: "it went out, and was taken back",
}


def _ledger(wish: Wish, situation: Situation) -> str | None:
    try:
        state = situation.snapshot.state(wish.key)
    except RecordError as problem:
        return f"its record is damaged: {problem}"
    if state is None or state is State.RELEASED:
        return None
    record = situation.snapshot.posts[wish.key]
    said = {"url": record.url or "on that network", "reason": record.reason or "no reason is kept"}
    return _NOT_FREE[state].format(**said)


def _damaged(wish: Wish, situation: Situation) -> str | None:
    """What the ledger says of the article itself; where that cannot be read, nobody may guess."""
    for path in (path_of("statements", wish.key.article), path_of("articles", wish.key.article)):
        if problem := situation.snapshot.unreadable.get(path):
            return f"its record is damaged: {problem}"
    return None


def _said(wish: Wish, situation: Situation) -> str | None:
    record = said_already(wish, situation.snapshot)
    if record is None:
        return None
    how = "as a statement" if wish.occasion == LAUNCH else "before it was a statement"
    return f"it went out {how}: {record.url or 'on that network'}"


def _hold(wish: Wish, situation: Situation) -> str | None:
    if wish.urgent:
        return None
    try:
        hold = situation.snapshot.hold
    except RecordError as problem:
        return f"whether a hold stands cannot be told: {problem}"
    return f"a hold stands since {situation.told(hold.since)}: {hold.reason}" if hold else None


def _not_yet(wish: Wish, situation: Situation) -> str | None:
    return f"its time comes on {situation.told(wish.at)}" if wish.at > situation.now else None


def _back_catalogue(wish: Wish, situation: Situation) -> str | None:
    """What was out before a network was used; whatever was once free there stays so."""
    if wish.urgent or situation.snapshot.state(wish.key) is State.RELEASED:
        return None
    start = situation.snapshot.starts.get(wish.channel)
    since = start.since if start else situation.now
    launched = wish.key == wish.launch
    out = min(wish.first, noticed(wish.article, situation.snapshot, situation.now))
    if (out if launched else wish.at) > since:
        return None
    return f"it came out before the network was used, which is so since {situation.told(since)}"


def _too_late(wish: Wish, situation: Situation) -> str | None:
    if wish.until >= situation.now or wish.urgent or released(wish, situation):
        return None
    return f"it was to go out until {situation.told(wish.until)}; that is over"


def _after_hold(wish: Wish, situation: Situation) -> str | None:
    """Nothing that came due before a hold ended goes out by itself."""
    hold = next((hold for hold in reversed(situation.snapshot.past_holds) if hold.until), None)
    record = released(wish, situation)
    if record is None and not wish.urgent and (damaged := _damaged_hold(situation)):
        return f"whether it came due during a hold cannot be told: {damaged}"
    if hold is None or wish.urgent or _known_later(wish, situation, hold):
        return None
    if record and record.at >= hold.since:
        return None
    slug = wish.article.slug
    return (
        f"it came due before the hold ended that began on {situation.told(hold.since)}; "
        f"`publisher release {slug} {wish.channel}` lets it go out, `publisher skip` never"
    )


def _damaged_hold(situation: Situation) -> RecordError | None:
    damaged = situation.snapshot.unreadable.items()
    return next((problem for path, problem in damaged if path.startswith("holds/")), None)


def _known_later(wish: Wish, situation: Situation, hold: Hold) -> bool:
    due = max(wish.at, noticed(wish.article, situation.snapshot, situation.now))
    return hold.until is not None and due > hold.until


def _after_launch(wish: Wish, situation: Situation) -> str | None:
    """A reminder waits for what it reminds of, where that can still go out."""
    if wish.urgent or not wish.occasion.startswith("again-"):
        return None
    if wish.launch.path in situation.snapshot.unreadable:
        return "the record of the first post is damaged"
    launch = situation.snapshot.state(wish.launch)
    if launch in {State.POSTED, State.SEEN, State.SKIPPED}:
        return None
    first = replace(wish, occasion=LAUNCH, at=wish.first, until=wish.first + FRESH)
    if launch is None and (_back_catalogue(first, situation) or _too_late(first, situation)):
        return None
    return "the first post has not gone out there yet"


RULES: tuple[Rule, ...] = (
    _sample,
    _status,
    _fault,
    _embargo,
    _chosen,
    _damaged,
    _ledger,
    _said,
    _not_yet,
    _back_catalogue,
    _too_late,
    _sign_off,
    _replaced,
    _hold,
    _after_hold,
    _after_launch,
)
# What no later run lets go out by itself.
OVER: frozenset[Rule] = frozenset({_chosen, _said, _back_catalogue, _too_late})
