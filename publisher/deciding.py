"""What a person decides about posts, by the names that a person gives them."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.content.article import Status
from publisher.overview import Overview
from publisher.social import decisions
from publisher.social.decisions import Choice, DecisionError
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey
from publisher.social.snapshot import Snapshot
from publisher.social.wishes import wishes


@dataclass(frozen=True)
class Deciding:
    """What was written, the ledger, and the `networks` that are used.

    Every method raises DecisionError where what was decided cannot be done.
    """

    overview: Overview
    ledger: Ledger
    networks: tuple[str, ...]

    def sent(
        self, article: str, channel: str, url: str, by: str, occasion: str | None = None
    ) -> PostKey:
        """Somebody has posted it at `url`."""
        snapshot = self.ledger.read()
        choice = self._choice(snapshot, article, channel)
        meant = self.overview.named(article)
        if meant and (
            meant.status is Status.DRAFT or meant.published > self.overview.publication.as_of
        ):
            message = f"{meant.path}: it is not out yet, so nobody can have posted it"
            raise DecisionError(message)
        return decisions.sent(self.ledger, snapshot, choice.on(occasion), url, by)

    def not_sent(self, article: str, channel: str, occasion: str | None = None) -> PostKey:
        """It was not out after all."""
        snapshot = self.ledger.read()
        meant = self._meant(snapshot, article)
        return decisions.not_sent(self.ledger, snapshot, meant, channel, occasion)

    def release(self, article: str, channel: str | None, by: str) -> list[PostKey]:
        """A person lets it go out."""
        snapshot = self.ledger.read()
        choice = self._choice(snapshot, article, channel)
        return list(decisions.release(self.ledger, snapshot, choice, by))

    def skip(self, article: str, channel: str | None, reason: str, by: str) -> list[PostKey]:
        """A person decides that it never goes out."""
        snapshot = self.ledger.read()
        choice = self._choice(snapshot, article, channel)
        return list(decisions.skip(self.ledger, snapshot, choice, reason, by))

    def _choice(self, snapshot: Snapshot, name: str, channel: str | None) -> Choice:
        article, meant = self.overview.named(name), self._meant(snapshot, name)
        used = {key.channel for key in snapshot.posts if key.article == meant}
        if channel is not None and channel not in used.union(self.networks):
            message = f"`{channel}` is no network that is used; they are {', '.join(self.networks)}"
            raise DecisionError(message)
        now, zone = self.overview.publication.as_of, self.overview.publication.settings.zone
        asked = wishes(article, self.networks, snapshot, zone, now) if article else ()
        return Choice.of(asked, snapshot, meant, channel, now)

    def _meant(self, snapshot: Snapshot, name: str) -> str:
        """The id of an article that can be read, or that the ledger remembers."""
        article = self.overview.named(name)
        meant = article.id if article else snapshot.id_of(name)
        if meant is None:
            message = f"no article `{name}` with an id can be read; name one by path, slug or id"
            raise DecisionError(message)
        return meant
