"""A description of a page that is too short or too long, or only says the title again.

It is what stands below the title in search engines and feeds. What an article's must have,
`front-matter-description` says; here are looked at those of standing pages, and those that say
the title again.

Source: docs/being-found.md; Google Search Central, "Control your snippets"
(https://developers.google.com/search/docs/appearance/snippet).

Flags: ---
    title: Which of our words patients could not understand
    description: Which of our words patients could not understand.
    authors: [editorial-team]
    ---

    Words.
Passes: ---
    title: Which of our words patients could not understand
    description: Forty words that we write every day, and what patients took them for.
    authors: [editorial-team]
    ---

    Words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.content.article import DESCRIPTION_LENGTH
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield a description that tells searchers too little, too much, or nothing new."""
    titles = {_bare(each.text) for each in document.of(Kind.TITLE)}
    is_page = document.path in {page.path for page in document.publication.pages}
    for passage in document.of(Kind.DESCRIPTION):
        number = len(passage.text)
        if _bare(passage.text) in titles:
            message = "the description only says the title again"
            yield found(passage, 0, message, "say what a reader will know afterwards")
        elif is_page and number not in DESCRIPTION_LENGTH:
            message = f"the description has {number} letters; search engines show 50 to 160"
            how = "more" if number < DESCRIPTION_LENGTH.start else "less"
            yield found(passage, 0, message, f"write {how}, in whole sentences")


def _bare(words: str) -> str:
    return " ".join(words.lower().split()).rstrip(".!?")
