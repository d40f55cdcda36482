"""What GitHub shows of an announcement: the issue in which a person posts, and "It is out".

Texts only, the same for the same posts; a workflow hands them to GitHub (scripts/desk/handover).
A marker, which readers do not see, tells what was opened already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from publisher.social.by_hand import ByHand
from publisher.social.channels import channels
from publisher.social.places import addresses, network_of
from publisher.social.records import PostKey, State
from publisher.social.snapshot import Snapshot
from publisher.social.story import LAUNCH, STATEMENT

# What still has to be sent, or looked for.
_OPEN = frozenset({State.CLAIMED, State.UNKNOWN, State.FAILED, State.RELEASED})

_MARKER = re.compile("<!-- publisher: by hand ([a-z0-9-]+) ([a-z0-9-]+) -->")
_HEADING = re.compile(r"^### (.+?)\r?$", re.MULTILINE)
# A block of code, and a line that quotes somebody else.
_QUOTED = re.compile(r"^```.*?^```|^ {0,3}>[^\n]*", re.MULTILINE | re.DOTALL)
# https://spec.commonmark.org/0.31.2/#backslash-escapes, as far as they mean anything in a line.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~@&])")


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue or comment, in Markdown; `marker` stands in its body and in no other."""

    marker: str
    title: str
    body: str


def issues(posts: Iterable[ByHand], titles: Mapping[str, str]) -> Iterator[Issue]:
    """Yield an issue for each article that waits for a person, `titles` being by article id."""

    def by(post: ByHand) -> tuple[str, str]:
        return post.article, post.occasion

    for (article, occasion), group in groupby(sorted(posts, key=by), key=by):
        title = titles.get(article, article)
        again = "" if occasion == LAUNCH else f" ({occasion})"
        marker = f"<!-- publisher: by hand {article} {occasion} -->"
        parts = [
            f"{marker}\n**{plain(title)}** is on the site. Post it, one network after the other:",
            *(_post(post) for post in sorted(group, key=lambda post: post.channel)),
            (
                "When a post is out, paste its address here as a comment: that is written down, "
                "and this issue closes when nothing is left."
            ),
        ]
        yield Issue(marker, f"Post by hand: {title}{again}", "\n\n".join(parts) + "\n")


def renewals(expiring: Mapping[str, str]) -> Iterator[Issue]:
    """Yield an issue for each token that ends soon; `expiring` has its last day by network."""
    for name, day in sorted(expiring.items()):
        marker = f"<!-- publisher: renew {name} {day} -->"
        body = (
            f"{marker}\nThe token for {name} ends on {day}. After that nothing goes out there. "
            "docs/accounts.md says how to renew it; then write its new last day into the variable "
            f"`PUBLISHER_{name.upper()}_TOKEN_EXPIRES` and close this.\n"
        )
        yield Issue(marker, f"Renew the token for {name} before {day}", body)


def _post(post: ByHand) -> str:
    name = channels()[post.channel].NAME
    parts = [f"### {name}", f"[Write it on {name}](<{post.compose}>)", _block(post.text)]
    if post.picture:
        parts.append(f"![{plain(post.alt)}](<{post.picture}>)")
    if post.alt:
        parts += ["What the picture shows, for who cannot see it:", _block(post.alt)]
    return "\n\n".join(parts)


def _block(text: str) -> str:
    """`text` as a block with a button that copies it; nothing in it can end the block."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def plain(text: str) -> str:
    """A line in which Markdown and HTML find nothing to obey, and nobody is called by name."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def posted(issue: str, comment: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield (article, network, address, occasion) for each post's address in a comment.

    The comment stands below `issue`. What it quotes, and addresses of anything else, say nothing.
    """
    about = _MARKER.search(issue)
    if about is None:
        return
    for address in addresses(_QUOTED.sub("", comment.replace("\r\n", "\n"))):
        if network := network_of(address):
            yield about[1], network, address, about[2]


def left(issue: str, snapshot: Snapshot) -> Iterator[str]:
    """Yield the networks of an issue whose post the ledger does not know to be out or skipped."""
    about = _MARKER.search(issue)
    names = {channel.NAME: key for key, channel in channels().items()}
    for name in _HEADING.findall(issue) if about else ():
        key = PostKey(about[1], names[name], about[2]) if about and name in names else None
        if key and snapshot.state(key) not in {State.POSTED, State.SKIPPED, State.DELETED}:
            yield key.channel


def complete(snapshot: Snapshot, article: str, since: datetime) -> tuple[tuple[str, str], ...]:
    """The first posts of an article as (network's name, address), if none of them is left to send.

    Nothing where the last of them is older than `since`: who wrote it was told long ago.
    """
    first = {key: r for key, r in snapshot.posts.items() if key.article == article}
    first = {key: r for key, r in first.items() if key.occasion in {LAUNCH, STATEMENT}}
    open_ = any(snapshot.state(key) in _OPEN for key in first)
    out = [(key, r) for key, r in sorted(first.items()) if r.state is State.POSTED and r.url]
    if open_ or all(record.at < since for _, record in out):
        return ()
    return tuple((channels()[key.channel].NAME, record.url or "") for key, record in out)


def out(article: str, title: str, posts: Iterable[tuple[str, str]]) -> Issue:
    """What an article's author reads when all is out; `posts` are (network's name, address)."""
    marker = f"<!-- publisher: out {article} -->"
    lines = [f"- [{plain(name)}](<{address}>)" for name, address in posts]
    body = "\n".join([marker, f"**It is out:** {plain(title)}", "", *lines]) + "\n"
    return Issue(marker, title, body)
