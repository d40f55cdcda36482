"""A title or hook that teases instead of telling.

Worry is what brings people to a page about health. A title that keeps back what it knows uses
that worry, and a reader who was fooled once does not come back.

Source: GOV.UK, "Content design: writing for GOV.UK"
(https://www.gov.uk/guidance/content-design/writing-for-gov-uk), which asks for titles that say what
the page is about; Meta, "News Feed FYI: Further Reducing Clickbait in Feed"
(https://about.fb.com/news/2016/08/news-feed-fyi-further-reducing-clickbait-in-feed/), which defines
what withholds and what exaggerates.

Flags: ---
    title: You won’t believe what this fruit does to your heart
    authors: [editorial-team]
    ---

    Text.
Passes: Nurses said: you won’t believe how quiet it is at four.
Passes: ---
    title: What grapefruit does to heart medicines
    authors: [editorial-team]
    ---

    Text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

# Who writes against the teasers must name them.
_WARNS = re.compile(
    r"\b(?:beware|dangers? of|debunk\w*|fak\w+|false|fraud\w*|hoax\w*|lies|misinformation|myths?|"
    r"no such|risks? of|scams?|why not to|wary)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield what teases in a title, in what stands below `social:`, and in a post."""
    lures = [each for each in document.words if _is_lure(each) and not _WARNS.search(each.text)]
    for passage, phrase in ours(document, "words-clickbait", lures):
        message = f"“{phrase.text}” teases instead of telling"
        yield advised(passage, phrase, message)


def _is_lure(passage: Passage) -> bool:
    return passage.kind in {Kind.TITLE, Kind.POST} or passage.name.startswith("social.")
