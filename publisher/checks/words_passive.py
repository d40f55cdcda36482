"""A paragraph in which most sentences leave out who does it.

One passive sentence is no harm, and often right: what is done to a patient matters more than who
does it. A heap of them hides who will call, decide and answer. Told is a paragraph with at least
four, which are more than half of its sentences: the worst one, and another for each 1,000 words.

Source: CDC Clear Communication Index, on the active voice of the main message and the call to
action (https://www.cdc.gov/ccindex/index.html). English only.

Flags: Your blood is taken at the door. It is then sent to the laboratory. Results are posted within
    a week. You will be called if anything was found.
Passes: Your blood is taken at the door. We send it to the laboratory. You get the results within a
    week. We call you if we find anything.
Passes: Nobody is allowed in before eight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._words_reading import room
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

FEWEST = 4
WORDS_PER_FINDING = 1000
_IRREGULAR = (
    "bought|broken|brought|built|chosen|cut|done|drawn|driven|felt|found|given|held|hidden|hit|"
    "kept|known|laid|led|left|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|sold|"
    "sought|spent|spoken|taken|taught|thought|told|understood|withdrawn|won|worn|written"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:(?:\w+ly|not|also|then|often|always)\s+)?"
    rf"(?:{_IRREGULAR}|\w+ed)\b(?!-)(?<!need)",
    re.IGNORECASE,
)
# Participles that say how somebody or something is, not what is done to it.
_STATES = re.compile(
    r"(?:advanced|aged|affected|based|bored|called|complicated|concerned|confused|dedicated|"
    r"designed|detailed|disabled|dressed|educated|embarrassed|excited|experienced|exhausted|"
    r"frightened|infected|interested|involved|known|limited|located|married|named|needed|pleased|"
    r"prepared|qualified|related|relaxed|relieved|retired|satisfied|scared|set|shared|skilled|"
    r"supposed|surprised|swollen|tired|trained|united|used|worried)$",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield the paragraph with most passive sentences."""
    if document.language.partition("-")[0] != "en":
        return
    heaps = [(_passives(each), each) for each in document.prose if len(each.sentences) >= FEWEST]
    heaps = [
        (number, passage)
        for number, passage in heaps
        if number >= FEWEST and 2 * number > len(passage.sentences)
    ]
    heaps.sort(key=lambda each: -each[0])
    findings = (_told(number, passage) for number, passage in heaps)
    yield from in_turn(findings, room(document, WORDS_PER_FINDING))


def _told(number: int, passage: Passage) -> Found:
    message = f"{number} of {len(passage.sentences)} sentences do not say who does it"
    return found(passage, 0, message, "say who does it: “we call you”, not “you will be called”")


def _passives(passage: Passage) -> int:
    """How many sentences of a passage are passive and its own."""
    return sum(
        any(not _STATES.search(each[0]) for each in _PASSIVE.finditer(sentence.text))
        for sentence in passage.sentences
        if not passage.is_quoted(sentence.start)
    )
