"""Posts of articles whose consent has run out or was taken back: they are to be deleted.

Posting is stopped by the error in the article; what is out there already only a person can take
back, network by network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher.content.article import Article
from publisher.content.consents import must_go
from publisher.content.publication import Publication
from publisher.social.correcting import outlets
from publisher.social.records import State
from publisher.social.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Leftover:
    """The posts of one article on one network: where they are, and the command that deletes them.

    The article goes by its slug.
    """

    article: str
    channel: str
    addresses: tuple[str, ...]

    @property
    def command(self) -> str:
        """What takes them back."""
        return f"publisher withdraw {self.article} --delete {self.channel}"


def leftovers(publication: Publication, snapshot: Snapshot) -> tuple[Leftover, ...]:
    """What is still out there of articles to which the consent has lapsed, in order."""
    gone = (a for a in publication.articles if a.id and must_go(publication, a))
    return tuple(sorted(_of(gone, snapshot), key=lambda one: (one.article, one.channel)))


def _of(articles: Iterable[Article], snapshot: Snapshot) -> Iterator[Leftover]:
    for article in articles:
        for outlet in outlets(snapshot, article):
            if outlet.decided is None or outlet.decided.state is State.RELEASED:
                places = tuple(record.url or str(key) for key, record in outlet.posts)
                yield Leftover(article.slug, outlet.channel, places)


def as_lines(left: Iterable[Leftover]) -> list[str]:
    """Return a line for each network, and below it the command."""
    lines = []
    for one in left:
        where = ", ".join(one.addresses)
        lines.append(f"To be deleted, for the consent no longer holds: {one.article} on ")
        lines[-1] += f"{one.channel}: {where}"
        lines.append(f"  → {one.command}")
    return lines


def as_summary(left: Iterable[Leftover]) -> str:
    """Return Markdown for a job's summary; nothing where nothing is left."""
    lines = [
        f"- {one.article} on {one.channel}: {', '.join(f'<{a}>' for a in one.addresses)}  \n"
        f"  `{one.command}`, or in the desk workflow: withdraw, delete"
        for one in left
    ]
    if not lines:
        return ""
    return "\n".join(["## Posts to delete: the consent no longer holds", "", *lines, "", ""])
