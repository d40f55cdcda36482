"""A sentence of more than 25 words.

A reader on a phone, or one who is worried, loses the beginning before the end comes. What stands
in quotation marks is left as it was said.

Source: NHS digital service manual, "How we write": sentences of up to 20 words
(https://service-manual.nhs.uk/content/how-we-write); 25 leaves room for names and numbers.

Flags: We ask everybody who comes to the ward in the evening, whoever they are and whatever they
    bring, to wash their hands at the door before they greet anyone at all.
Passes: We ask everybody who comes to the ward to wash their hands at the door.
Passes: “I came to the ward in the evening and everybody was there and nobody told me anything and
    so I waited and waited until the morning came,” she said.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.finding import Severity

SEVERITY = Severity.WARNING

MOST_WORDS = 25


def check(document: Document) -> Iterator[Found]:
    """Yield each sentence of the text that is too long, unless somebody else said it."""
    for passage in document.prose:
        for sentence in passage.sentences:
            number = len(sentence.words)
            if number > MOST_WORDS and not passage.is_quoted(sentence.start):
                message = f"this sentence has {number} words"
                yield found(passage, sentence.start, message, "say it in two")
