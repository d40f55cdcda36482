"""Blanks that nobody has filled in: `[time]` in a statement that was begun from a draft.

Brackets mean much in Markdown, so only those count that make neither a link, a picture, a footnote,
a task nor an abbreviation. Other articles may quote with brackets, as "[sic]"; statements do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.content.article import Article, Pillar, Status
from publisher.content.masking import mask
from publisher.content.reading import Read
from publisher.content.source import position
from publisher.content.yaml_faults import short
from publisher.finding import Finding, error

BLANK = re.compile(r"(?<![\]*!\\])\[(?![\^ xX]\])[^\[\]^]+\](?![(\[:])")

_CHECK = "form-blank"


def blanks(read: Read[Article]) -> Iterator[Finding]:
    """What is left to fill in, in a statement that is ready."""
    article, located = read.text, read.located
    if article.pillar is not Pillar.STATEMENT or article.status is not Status.READY:
        return
    for keys, text in _lines(article):
        for found in BLANK.findall(text or ""):
            yield located.error(_CHECK, keys, *_told(found))
    masked = mask(article.body)
    for match in BLANK.finditer(masked):
        line, column = position(masked[: match.start()])
        place = (article.body_line + line - 1, column)
        yield error(_CHECK, article.path, place, *_told(match[0]))


def _lines(article: Article) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Yield what front matter says to readers and followers, with its key."""
    yield ("title",), article.title
    yield ("description",), article.description
    yield ("social", "hook"), article.social.hook
    yield ("social", "question"), article.social.question
    for channel, text in article.social.texts.items():
        yield ("social", channel), text


def _told(blank: str) -> tuple[str, str]:
    shown = " ".join(blank.split())
    return f"`{short(shown)}` is still to be filled in", "say what is so, or delete the sentence"
