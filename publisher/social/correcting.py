"""When an article was wrong: where its posts are out, and what an answer below them says.

What is decided for a network is an occasion of its own: `correction`, and for an article's second
correction `correction-2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from publisher.content.article import Article
from publisher.social.account import Receipt
from publisher.social.channels import channels
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from publisher.social.story import Snippet, Story

CORRECTION = "correction"

_FILE = Path(__file__).with_name("notices.yml")


@dataclass(frozen=True)
class Outlet:
    """A network that has posts of a corrected article: what is out there, the newest last.

    `key` is the ledger's name for what is decided about them, `decided` what was, and `state` how
    far that has come. `below` is the post to answer, if there is one that the network knows.
    """

    key: PostKey
    posts: tuple[tuple[PostKey, PostRecord], ...]
    decided: PostRecord | None = None
    state: State | None = None
    below: Receipt | None = None

    @property
    def channel(self) -> str:
        """The network."""
        return self.key.channel

    @property
    def address(self) -> str:
        """Where the first of the posts is, as far as that is known."""
        return next((record.url for _, record in self.posts if record.url), "")

    @property
    def is_open(self) -> bool:
        """Whether a person may choose: for the first time, or since an answer surely is not out."""
        return self.decided is None or self.decided.state in (State.RELEASED, State.FAILED)


def occasion(article: Article) -> str:
    """The name of an article's newest correction in the ledger."""
    number = len(article.corrections)
    return CORRECTION if number <= 1 else f"{CORRECTION}-{number}"


def is_answer(occasion: str) -> bool:
    """Whether a post of that occasion stands below another, as corrections do."""
    return occasion == CORRECTION or occasion.startswith(f"{CORRECTION}-")


def outlets(snapshot: Snapshot, article: Article) -> Iterator[Outlet]:
    """Yield each network where something of the article is out, or may be."""
    out: dict[str, list[tuple[PostKey, PostRecord]]] = {}
    for key, record in snapshot.in_state(State.POSTED, State.UNKNOWN):
        if key.article == article.id and key.occasion != occasion(article):
            out.setdefault(key.channel, []).append((key, record))
    for channel, posts in out.items():
        key = PostKey(article.id or "", channel, occasion(article))
        posts.sort(key=_age)
        decided, state = snapshot.post(key), snapshot.state(key)
        yield Outlet(key, tuple(posts), decided, state, answered(snapshot, key))


def answered(snapshot: Snapshot, answer: PostKey) -> Receipt | None:
    """The post that an answer stands below: the first that is out and that the network knows.

    What a person posted is known by its address alone, and cannot be answered by an API.
    """
    out = [
        (key, record)
        for key, record in snapshot.in_state(State.POSTED)
        if (key.article, key.channel) == (answer.article, answer.channel)
        and record.id
        and not is_answer(key.occasion)
    ]
    if not out:
        return None
    _, first = min(out, key=_age)
    return Receipt(first.id or "", first.url or "")


def _age(post: tuple[PostKey, PostRecord]) -> tuple[datetime, PostKey]:
    """When a post was first sent, which no later change of its record moves."""
    key, record = post
    return record.created or record.at, key


def notice(article: Article, url: str, channel: str) -> Snippet:
    """The words of the newest correction as that network's post, with the link to the page.

    A note that is too long there is left out, and the page says it.
    """
    kind = "withdrawal" if article.is_withdrawn else "correction"
    network = channels()[channel]
    said = network.compose(_story(article, url, kind))
    if any(measure.excess for measure in network.measures(said.text)):
        return network.compose(_story(article, url, f"{kind}-long"))
    return said


def _story(article: Article, url: str, kind: str) -> Story:
    words, language = _notices()[kind], article.language
    text = words.get(language) or words.get(language.partition("-")[0]) or words["en"]
    return Story(
        article=article.id or "",
        path=article.path,
        url=url,
        title=article.title,
        description=article.description or "",
        language=language,
        pillar=article.pillar or "",
        hook=text.format(note=article.corrections[-1].note),
        hook_key="corrections",
        occasion=occasion(article),
    )


@cache
def _notices() -> dict[str, dict[str, str]]:
    notices: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return notices
