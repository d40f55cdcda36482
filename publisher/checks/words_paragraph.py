"""A paragraph of more than five sentences.

On a phone it is a grey wall. One thought to a paragraph lets a reader stop, and find the place
again. Quotations are left as they were said. In an article, six short sentences are no wall: a
paragraph is told from 120 words, in an article of less than 600 from 150. Only the longest is told,
and one more for each further 1,500 words; the fix names the lines of the next. Where words-reading
finds a whole article hard, no paragraph is told in its first 1,000 words.

Source: NHS digital service manual, "How we write": paragraphs of up to three sentences
(https://service-manual.nhs.uk/content/how-we-write); five leaves room for short ones.

Flags: We came early. It was dark. Nobody was there. We knocked at the door. We rang the bell. Then
    we went home again.
Flags (es): Llegamos pronto. Era de noche. No había nadie. Llamamos a la puerta. Tocamos el timbre.
    Luego volvimos a casa.
Passes: We came early. It was dark. Nobody was there. We knocked at the door. We went home again.
Passes: “We came early. It was dark. Nobody was there. We knocked. We rang. We went home,” she says.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._words import A_FEW_LINES, is_markup, is_short, length, lines_of
from publisher.checks._words_reading import room
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

MOST_SENTENCES = 5
FEWEST_WORDS = 120
FEWEST_WORDS_IN_SHORT_ARTICLE = 150
WORDS_PER_FINDING = 1500


def check(document: Document) -> Iterator[Found]:
    """Yield the longest of the paragraphs that are too long."""
    fewest = _fewest_words(document)
    long = [
        (len(passage.sentences), passage)
        for passage in document.of(Kind.PARAGRAPH, Kind.LIST_ENTRY)
        if len(passage.words) >= fewest
        and _own_sentences(passage) > MOST_SENTENCES
        and not is_markup(document, passage)
    ]
    yield from in_turn(_by_length(long), room(document, WORDS_PER_FINDING))


def _fewest_words(document: Document) -> int:
    if length(document) < A_FEW_LINES:
        return 0
    return FEWEST_WORDS_IN_SHORT_ARTICLE if is_short(document) else FEWEST_WORDS


def _own_sentences(passage: Passage) -> int:
    return sum(not passage.is_quoted(sentence.start) for sentence in passage.sentences)


def _by_length(long: list[tuple[int, Passage]]) -> Iterator[Found]:
    long.sort(key=lambda each: -each[0])
    for at, (number, passage) in enumerate(long):
        others = lines_of(other.place() for _, other in long[at + 1 : at + 6])
        fix = f"make two paragraphs of it{', and look at ' + others if others else ''}"
        yield found(passage, 0, f"this paragraph has {number} sentences", fix)
