"""A sentence of more than 25 words.

A reader on a phone, or one who is worried, loses the beginning before the end comes. What stands
in quotation marks is left as it was said.

In the public-service articles on which we measured, 13 sentences in 1,000 words are longer, and
nobody mends thirteen. So only the longest is told, and one more for each further 1,500 words; the
fix names the lines of the next. Only a text of a few lines, such as a reply, is told from 26 words.
An article may have sentences of up to 35 words among its short ones, and of up to 45 where it is
shorter than 600 words or for clinicians alone. Where words-reading finds a whole article hard, it
has told the hardest sentences itself, and no other is told in the first 1,000 words.

Source: NHS digital service manual, "How we write": sentences of up to 20 words
(https://service-manual.nhs.uk/content/how-we-write); 25 leaves room for names and numbers.

Flags: We ask everybody who comes to the ward in the evening, whoever they are and whatever they
    bring, to wash their hands at the door before they greet anyone at all.
Flags (es): Pedimos a todas las personas que vienen a la planta por la tarde, sean quienes sean y
    traigan lo que traigan, que se laven las manos en la puerta antes de saludar.
Passes: We ask everybody who comes to the ward to wash their hands at the door.
Passes: “I came to the ward in the evening and everybody was there and nobody told me anything and
    so I waited and waited until the morning came,” she said.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._words import (
    A_FEW_LINES,
    is_markup,
    is_short,
    length,
    lines_of,
    sentences_and_words,
)
from publisher.checks._words_reading import reading, room
from publisher.content.article import Audience
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

MOST_WORDS = 25
MOST_WORDS_IN_ARTICLE = 35
# What only colleagues read, what is short, and what is told to be hard as a whole.
MOST_WORDS_ELSEWHERE = 45
FOR_COLLEAGUES = (Audience.CLINICIANS,)
WORDS_PER_FINDING = 1500


def check(document: Document) -> Iterator[Found]:
    """Yield the longest of the sentences that are too long, unless somebody else said them."""
    told = reading(document)
    known = {(id(e.passage), e.start) for e in told.hardest} if told and told.is_hard else set()
    long = _long(document, _most_words(document))
    new = [each for each in long if (id(each[1]), each[2]) not in known]
    yield from in_turn(_by_length(new), room(document, WORDS_PER_FINDING))


def _most_words(document: Document) -> int:
    if length(document) < A_FEW_LINES:
        return MOST_WORDS
    article, told = document.article, reading(document)
    is_hard = bool(told and told.is_hard)
    for_colleagues = article is not None and article.audience == FOR_COLLEAGUES
    elsewhere = is_hard or for_colleagues or is_short(document)
    return MOST_WORDS_ELSEWHERE if elsewhere else MOST_WORDS_IN_ARTICLE


def _long(document: Document, most: int) -> Iterator[tuple[int, Passage, int]]:
    for passage in document.prose:
        if len(passage.words) > most and not is_markup(document, passage):
            for sentence, words in sentences_and_words(passage):
                if len(words) > most and not passage.is_quoted(sentence.start):
                    yield len(words), passage, sentence.start


def _by_length(long: list[tuple[int, Passage, int]]) -> Iterator[Found]:
    long.sort(key=lambda each: -each[0])
    for at, (number, passage, start) in enumerate(long):
        rest = long[at + 1 : at + 6]
        others = lines_of((place.place(start) for _, place, start in rest), passage.place(start)[0])
        message = f"this sentence has {number} words"
        fix = f"say it in two{', and look at ' + others if others else ''}"
        yield found(passage, start, message, fix)
