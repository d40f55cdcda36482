"""When an article was wrong: where its posts are out, and what an answer below them says.

What is decided for a network is an occasion of its own: `correction`, and for an article's second
correction `correction-2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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

    `key` is the ledger's name for what is decided about them, and `decided` what was.
    """

    key: PostKey
    posts: tuple[tuple[PostKey, PostRecord], ...]
    decided: PostRecord | None = None

    @property
    def channel(self) -> str:
        """The network."""
        return self.key.channel

    @property
    def receipt(self) -> Receipt:
        """The post that an answer stands below: the first that is out."""
        record = self.posts[0][1]
        return Receipt(record.id or "", record.url or "")

    @property
    def is_open(self) -> bool:
        """Whether a person may choose: for the first time, or since an answer surely is not out."""
        return self.decided is None or self.decided.state in (State.RELEASED, State.FAILED)


def occasion(article: Article) -> str:
    """The name of an article's newest correction in the ledger."""
    number = len(article.corrections)
    return CORRECTION if number <= 1 else f"{CORRECTION}-{number}"


def outlets(snapshot: Snapshot, article: Article) -> Iterator[Outlet]:
    """Yield each network where something of the article is out, or may be."""
    out: dict[str, list[tuple[PostKey, PostRecord]]] = {}
    for key, record in snapshot.in_state(State.POSTED, State.UNKNOWN):
        if key.article == article.id and key.occasion != occasion(article):
            out.setdefault(key.channel, []).append((key, record))
    for channel, posts in out.items():
        key = PostKey(article.id or "", channel, occasion(article))
        posts.sort(key=lambda post: (post[1].at, post[0]))
        yield Outlet(key, tuple(posts), snapshot.post(key))


def notice(article: Article, url: str, channel: str) -> Snippet:
    """The words of the newest correction as that network's post, with the link to the page."""
    kind = "withdrawal" if article.is_withdrawn else "correction"
    words = _notices()[kind]
    language = article.language
    text = words.get(language) or words.get(language.partition("-")[0]) or words["en"]
    story = Story(
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
    return channels()[channel].compose(story)


@cache
def _notices() -> dict[str, dict[str, str]]:
    notices: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return notices
