"""One schedule of faults from a seed: runs that suffer them, then runs until all is quiet."""

import io
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from unittest import mock

from publisher import announcing
from publisher._exchange import LostError, Response, Sending
from publisher._http import UnreachableError
from publisher.announcing import Announcement
from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.social import live, network
from publisher.social.account import credentials
from publisher.social.branch import LedgerError
from publisher.social.channels import channels
from publisher.social.ledger import Ledger
from publisher.social.records import State
from publisher.social.snapshot import snapshot
from tests.campaign.memory import MemoryBranch, Remote
from tests.campaign.servers import FEDIVERSE, Servers
from tests.campaign.stage import KilledError, Stage
from tests.social.fakes import facebook, linkedin, x
from tests.social.posts import png
from tests.social.situations import BEGUN, NOW, made, settings

# Of a domain that X takes for one.
SITE = "https://journal.example.org/"
CHANNELS = {
    "facebook": {"page": facebook.PAGE, "version": facebook.VERSION},
    "instagram": {"send": "never"},
    "linkedin": {"author": linkedin.AUTHOR},
    "mastodon": {"instance": f"https://{FEDIVERSE}"},
    "threads": {"send": "never"},
    "x": {"send": "api", "monthly_budget": 100_000},
}
SECRETS = {
    "PUBLISHER_BLUESKY_HANDLE": "one.test",
    "PUBLISHER_BLUESKY_APP_PASSWORD": "bluesky-password",
    "PUBLISHER_FACEBOOK_TOKEN": facebook.TOKEN,
    "PUBLISHER_LINKEDIN_TOKEN": linkedin.TOKEN,
    "PUBLISHER_MASTODON_TOKEN": "mastodon-token",  # made up
    **x.SECRETS,
}
NETWORKS = ("bluesky", "facebook", "linkedin", "mastodon", "x")
PICTURE = png()
# What may befall a word with a network. "acts" means that the network did as it was told.
FAULTS = (
    "killed before", "killed after", "lost, acts", "lost, does not act", "unreachable",
    "500, acts", "500", "502, acts", "502", "429", "cut short, acts", "expired", "slow",
)  # fmt: skip
# What the network says without doing anything, or in place of what it says when it acts.
_INSTEAD = {
    "500": Response(500, {}, b"Internal Server Error"),
    "502": Response(502, {}, b"Bad Gateway"),
    "429": Response(429, {"Retry-After": "120"}, b"{}"),
    "expired": Response(401, {}, b'{"error": "expired", "message": "expired"}'),
}
_BROKE_OFF = "broke off"
# Steps of all the others while one run is slow.
_LONG = 150
LEDGER_FAULTS = ("refused", "before", "after")
# Recovery runs come this far apart: longer than a stale claim.
LATER = timedelta(hours=2)
MOST_RECOVERIES = 12


@dataclass
class Verdict:
    """What is on the servers and in the ledger in the end, and what went wrong on the way."""

    seed: int
    faults: Counter[str] = field(default_factory=Counter)
    posts: int = 0
    duplicates: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    recoveries: int = 0


class Schedule:
    """Everything in one place, so that a seed tells a story that can be told again."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same at each run
        self.now = NOW
        self.rate = self.chance.choice([0.02, 0.1, 0.3])
        self.verdict = Verdict(seed)
        self.stage = Stage(self.chance)
        self.remote = Remote()
        self.articles = [made(f"number-{n}") for n in range(self.chance.randint(1, 3))]
        # Without their refusals nothing but our own order stands between a fault and a duplicate.
        self.careful = self.chance.random() < 1 / 2
        self.servers = Servers(lambda: self.now, self._page, refuse_duplicates=self.careful)
        self.faulty = False

    def run(self) -> Verdict:
        """Suffer, recover, and judge."""
        with self._networks():
            self._announce([timedelta()], began=BEGUN)
            self.faulty = True
            for _ in range(self.chance.randint(1, 3)):
                together = self.chance.choice([1, 2, 4])
                jumps = [self._jump() for _ in range(together)]
                self._announce(jumps)
                self.now += timedelta(minutes=self.chance.choice([1, 20, 70]))
            self.faulty = False
            while not self._quiet() and self.verdict.recoveries < MOST_RECOVERIES:
                self.now += LATER
                self._announce([timedelta()])
                self.verdict.recoveries += 1
        self.servers.close()
        return self._judged()

    def _jump(self) -> timedelta:
        """How wrong a run's clock is: two that are an hour apart need the networks' refusals."""
        most = 45 if self.careful else 25
        return timedelta(minutes=self.chance.choice([0, 0, 0, -most, -5, 5, most]))

    def _announce(self, jumps: list[timedelta], began: datetime | None = None) -> None:
        runs = [partial(self._one, (began or self.now) + jump) for jump in jumps]
        self.stage.play([partial(self._late, self.chance.randrange(60), run) for run in runs])

    def _late(self, steps: int, run: Callable[[], None]) -> None:
        """Begin while others are in the midst of it."""
        for _ in range(steps):
            self.stage.step()
        run()

    def _one(self, start: datetime) -> None:
        offset = start - self.now
        branch = MemoryBranch(self.remote, self.stage, self._ledger_fault, _kill)
        ledger = Ledger(branch, lambda: self.now + offset)  # type: ignore[arg-type]
        newsroom = Newsroom(self.articles if start > BEGUN else [], start)
        try:
            Announcement(newsroom, ledger, credentials(SECRETS)).run(None, None, lambda _line: None)  # type: ignore[arg-type]
        except (KilledError, LedgerError):
            return

    @contextmanager
    def _networks(self) -> Iterator[None]:
        with (
            mock.patch.object(network, "exchange", self._exchange),
            mock.patch.object(live, "exchange", self._exchange),
            mock.patch.object(announcing, "Gate", return_value=live.Gate(0)),
        ):
            _unlock()
            yield

    def _exchange(self, sending: Sending) -> Response:
        """A word with a network, and what befalls it."""
        self.stage.step()
        fault = self._drawn(FAULTS)
        self._suffer(fault)
        if fault in _INSTEAD:
            return _expired(sending) if fault == "expired" else _INSTEAD[fault]
        answer = self.servers.exchange(sending)
        self.stage.step()
        if fault == "killed after":
            raise KilledError
        if fault == "lost, acts":
            raise LostError(_BROKE_OFF)
        if fault == "cut short, acts":
            return replace(answer, body=answer.body[: len(answer.body) // 2])
        return _INSTEAD.get(fault.removesuffix(", acts"), answer)

    def _suffer(self, fault: str) -> None:
        """What befalls it before the network has heard of it."""
        if fault == "slow":
            for _ in range(_LONG):
                self.stage.step()
        if fault == "killed before":
            raise KilledError
        if fault == "unreachable":
            raise UnreachableError(_BROKE_OFF)
        if fault == "lost, does not act":
            raise LostError(_BROKE_OFF)

    def _ledger_fault(self) -> str:
        return self._drawn(LEDGER_FAULTS)

    def _drawn(self, faults: tuple[str, ...]) -> str:
        if not self.faulty or self.chance.random() > self.rate:
            return ""
        fault = self.chance.choice(faults)
        self.verdict.faults[fault] += 1
        return fault

    def _page(self, url: str) -> Response:
        for article in self.articles:
            if url == SITE + article.address:
                body = f'<meta name="publisher:digest" content="{article.digest}">'
                return Response(200, {"Content-Type": "text/html"}, body.encode())
        return Response(200, {"Content-Type": "image/png"}, PICTURE)

    def _records(self) -> dict[str, Any]:
        seen = snapshot("judge", None, self.remote.files)
        assert seen.unreadable == {}
        return {f"{key.article} {key.channel}": record for key, record in seen.posts.items()}

    def _quiet(self) -> bool:
        """Whether nothing will change any more: all is posted, or waits for a person."""
        records = self._records()
        settled = {State.POSTED, State.FAILED}
        return len(records) == len(self.articles) * len(NETWORKS) and all(
            record.state in settled for record in records.values()
        )

    def _judged(self) -> Verdict:
        records, seen = self._records(), self.servers.links()
        for article in self.articles:
            for name in NETWORKS:
                count = sum(f"utm_content={article.id}" in link for link in seen[name])
                self._judge(f"{article.id} {name}", count, records)
        return self.verdict

    def _judge(self, post: str, count: int, records: dict[str, Any]) -> None:
        self.verdict.posts += count
        state = records[post].state if post in records else None
        if count > 1:
            self.verdict.duplicates.append(f"{post}: {count}")
        elif state in {State.FAILED, State.UNKNOWN, State.CLAIMED}:
            self.verdict.named.append(f"{post}: {state}: {records[post].reason}")
        elif count == 0 or state is not State.POSTED:
            self.verdict.lost.append(f"{post}: {state}, on the server {count}")


def _unlock() -> None:
    """Until Python 3.12 threads wait for each other at a cached property; processes do not."""
    for channel in channels().values():
        for value in vars(getattr(channel, "Account", object)).values():
            if isinstance(value, cached_property):
                value.lock = nullcontext()  # type: ignore[attr-defined]


def _kill() -> None:
    raise KilledError


def _expired(sending: Sending) -> Response:
    if "bsky" in sending.url:
        return Response(400, {}, b'{"error": "ExpiredToken", "message": "expired"}')
    return _INSTEAD["expired"]


class Newsroom:
    """What an announcement asks of an overview, with articles that are plain values."""

    def __init__(self, articles: list[Article], now: datetime) -> None:
        rules = settings(channels=CHANNELS)
        self.publication = Publication(
            Path(), "content", "Journal", SITE, rules, now, tuple(articles)
        )
        self.cards = self

    def findings(self) -> list[Any]:
        return []

    def url_and_alt(self, article: Article) -> tuple[str, str]:
        return f"{SITE}{article.slug}.png", "A picture"

    def of(self, article: Article) -> Any:
        return mock.Mock(mime="image/png", alt=article.title)

    def file(self, _article: Article) -> Any:
        return io.BytesIO(PICTURE)


def play(seed: int) -> Verdict:
    """The schedule of a seed."""
    return Schedule(seed).run()


def told(verdicts: list[Verdict]) -> str:
    """What a campaign shows, in a few lines."""
    faults: Counter[str] = sum((v.faults for v in verdicts), Counter())
    lines = [
        f"schedules: {len(verdicts)}",
        f"posts on the servers: {sum(v.posts for v in verdicts)}",
        f"faults: {faults.total()}",
        f"recovery runs: {sum(v.recoveries for v in verdicts)}",
        f"duplicates: {sum(len(v.duplicates) for v in verdicts)}",
        f"lost: {sum(len(v.lost) for v in verdicts)}",
        f"named with the way out: {sum(len(v.named) for v in verdicts)}",
        *(f"  {count:5} {name}" for name, count in faults.most_common()),
    ]
    lines += [f"seed {v.seed}: {said}" for v in verdicts for said in (*v.duplicates, *v.lost)]
    return "\n".join(lines) + "\n"
