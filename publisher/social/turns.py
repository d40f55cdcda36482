"""Whose turn it is: what has gone out on each network lately, and what a plan adds to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from publisher.social.quiet import quiet_until
from publisher.social.records import State
from publisher.social.rules import Situation
from publisher.social.wishes import Wish

# What a follower has seen, or may have.
SENT = (State.POSTED, State.UNKNOWN, State.CLAIMED)
# A translation does not come within the same hour as what it translates.
_APART = timedelta(hours=1)


class Turns:
    """Posts wait here for quiet to end, for those before them, and for money."""

    def __init__(
        self, wishes: Iterable[Wish], situation: Situation, money: Mapping[str, int]
    ) -> None:
        """`money` says of a network how many posts can still be paid for."""
        self._situation = situation
        self._money = dict(money)
        self._sent: dict[str, list[datetime]] = defaultdict(list)
        self._said: dict[tuple[str, str], list[tuple[str, datetime]]] = defaultdict(list)
        origins = {wish.article.id or "": _origin(wish) for wish in wishes}
        for key, record in situation.snapshot.in_state(*SENT):
            origin = origins.get(key.article, key.article)
            self._note(key.channel, origin, key.article, record.at)

    def refusal(self, wish: Wish) -> str | None:
        """Why the post must wait, in one sentence, or None."""
        timing = () if wish.urgent else (self._quiet, self._spaced, self._counted, self._apart)
        return next(filter(None, (rule(wish) for rule in (self._paid, *timing))), None)

    def take(self, wish: Wish) -> None:
        """Write down that the post goes out now.

        What is handed to a person has not gone out until they say so, and keeps no other back.
        """
        if wish.channel in self._situation.by_hand:
            return
        self._note(wish.channel, _origin(wish), wish.article.id or "", self._situation.now)
        if wish.channel in self._money:
            self._money[wish.channel] -= 1

    def _note(self, channel: str, origin: str, article: str, at: datetime) -> None:
        self._sent[channel].append(at)
        self._said[origin, channel].append((article, at))

    def _paid(self, wish: Wish) -> str | None:
        if self._money.get(wish.channel, 1) > 0:
            return None
        return f"this month's `monthly_budget` for {wish.channel} does not pay for it"

    def _quiet(self, _wish: Wish) -> str | None:
        settings = self._situation.settings
        end = quiet_until(self._situation.now, settings.announce.quiet, settings.zone)
        return f"it is quiet until {self._situation.told(end)}" if end else None

    def _spaced(self, wish: Wish) -> str | None:
        spacing = timedelta(minutes=self._situation.settings.announce.spacing_minutes)
        last = max(self._sent[wish.channel], default=None)
        if last is None or last + spacing <= self._situation.now:
            return None
        turn = self._situation.told(last + spacing)
        return f"others go first on {wish.channel}, which is free again at {turn}"

    def _counted(self, wish: Wish) -> str | None:
        zone = self._situation.settings.zone
        most = self._situation.settings.announce.daily_maximum
        today = self._situation.now.astimezone(zone).date()
        sent = sum(at.astimezone(zone).date() == today for at in self._sent[wish.channel])
        return f"{wish.channel} has had its {most} posts of today" if sent >= most else None

    def _apart(self, wish: Wish) -> str | None:
        said = self._said[_origin(wish), wish.channel]
        last = max((at for article, at in said if article != wish.article.id), default=None)
        if last is None or last + _APART <= self._situation.now:
            return None
        turn = self._situation.told(last + _APART)
        return f"the same in another language has gone out just now; this may follow at {turn}"


def _origin(wish: Wish) -> str:
    return wish.article.translation_of or wish.article.id or ""
