"""A title that is cut off wherever it is listed.

Search engines show some 60 letters of a title, feeds and cards a little more. What comes after
them only readers of the page itself see.

Source: GOV.UK, content design: titles of up to 65 letters
(https://www.gov.uk/guidance/content-design/writing-for-gov-uk); ours is larger, for a title that
says what was found needs room.

Flags: ---
    title: What we have learnt in three years of asking all patients on our wards in every week
      which of our words they could not understand at home
    authors: [editorial-team]
    ---

    Words.
Passes: ---
    title: Which of our words patients could not understand
    authors: [editorial-team]
    ---

    Words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING

MOST_LETTERS = 110


def check(document: Document) -> Iterator[Found]:
    """Yield a title that is too long to be listed."""
    for passage in document.of(Kind.TITLE):
        number = len(passage.text)
        if number > MOST_LETTERS:
            message = f"the title has {number} letters, of which search engines show about 60"
            yield found(passage, 0, message, "say the main thing; the description can say the rest")
