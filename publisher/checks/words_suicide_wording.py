"""Words about suicide that blame, judge or spread it.

“Committed” is what one does with a crime, a “failed attempt” is a life that goes on, and no suicide
has a single cause. Quotations, names and titles of works are left as they are.

Source: WHO, "Preventing suicide: a resource for media professionals", update 2023
(https://www.who.int/publications/i/item/9789240076846); Recommendations for Reporting on Suicide
(https://reportingonsuicide.org/recommendations/); Samaritans' Media Guidelines
(https://www.samaritans.org/about-samaritans/media-guidelines/).

Flags: Two of them committed suicide. Call 988.
Flags: After a failed attempt at suicide he wrote this book.
Flags: Suicide rates skyrocket in spring.
Flags (es): Dos de ellos cometieron suicidio. Llama al 024.
Passes: Two of them died by suicide. Call 988.
Passes: We no longer say that somebody committed suicide.
Passes: After a failed attempt at quitting he called us.
Passes: “My brother committed suicide,” he said, “and nobody would say so.”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._phrases import Phrase
from publisher.checks._words import advised, ours
from publisher.checks._words_suicide import mentions
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each of the words, once for each better one."""
    for passage, phrase in _all(document):
        yield advised(passage, phrase, f"“{phrase.text}” blames, judges or spreads")


def _all(document: Document) -> Iterator[tuple[Passage, Phrase]]:
    yield from ours(document, "words-suicide-wording")
    spoken = [(id(passage), phrase.start) for passage, phrase in mentions(document)]
    if spoken:
        for passage, phrase in ours(document, "words-suicide-drama"):
            sentence = passage.sentence_at(phrase.start)
            end = sentence.start + len(sentence.text)
            if any(at == id(passage) and sentence.start <= start < end for at, start in spoken):
                yield passage, phrase
