"""How, where or with which last words somebody died by suicide or harmed themselves.

Deaths by a method rise after it was told: of all that can be written about suicide this does most
harm. A quotation is no excuse. How a hospital keeps people from means may be told.

Source: WHO, "Preventing suicide: a resource for media professionals", update 2023
(https://www.who.int/publications/i/item/9789240076846); Samaritans' Media Guidelines
(https://www.samaritans.org/about-samaritans/media-guidelines/); Niederkrotenthaler and others 2020
(https://doi.org/10.1136/bmj.m575).

Flags: He hanged himself in March.
Flags: She died by suicide, and left a note for the ward.
Flags: In his suicide he jumped from the old mill.
Flags (es): Se quitó la vida y dejó una nota.
Passes: He died by suicide in March. Call or text 988 at any hour.
Passes: Barriers keep people from jumping off bridges, and prevent suicide.
Passes: He left a note on the fridge for the night nurse.
Passes: Never describe the method, and do not quote what a suicide note said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from publisher.checks._document import Document, Found, found
from publisher.checks._phrases import Phrase
from publisher.checks._words import listed_in
from publisher.checks._words_suicide import mentions
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MOST = 20
_NEAR = 300
# A sentence with one of these tells how people are kept from it.
_PREVENTS = re.compile(
    r"\b(?:access|barriers?|limit\w*|lock(?:s|ed)?|lethal|naloxone|prevent\w*|protect\w*|reduc\w+|"
    r"restrict\w*|rescu\w+|storage|stored|barreras?|evit\w+|letal\w*|preven\w+|redu[cz]\w+|"
    r"restring\w+)\b",
    re.IGNORECASE,
)
# It tells others not to tell it.
_ADVISES = re.compile(
    r"\b(?:avoid\w*|don[’']t|never|no|nor|not|without|evit\w+|nunca|sin)\b[^.]{0,60}"
    r"\b(?:cit|cont|cuent|describ|detail|detall|dig|explain|explic|giv|includ|menci|mention|nam|print|"
    r"public|publish|quot|report|repeat|say|shar|show|tell|us)",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each method, place or note that is told, up to twenty."""
    yield from islice(_told(document), MOST)


def _told(document: Document) -> Iterator[Found]:
    near = {id(passage): passage for passage, _ in mentions(document)}
    told: list[tuple[Passage, Phrase]] = []
    for passage, phrase in chain(
        listed_in(document, "words-suicide-method"),
        listed_in(document, "words-suicide-detail", near.values()),
    ):
        if not (_is_safe(passage, phrase) or _is_told(passage, phrase, told)):
            told.append((passage, phrase))
            message = f"this tells {phrase.said} of a suicide or of self-harm"
            fix = "leave it out; say who was lost, or what helps"
            yield found(passage, phrase.start, message, fix)


def _is_told(passage: Passage, phrase: Phrase, told: list[tuple[Passage, Phrase]]) -> bool:
    """Whether words of the same place were told by the other list, as “hanged himself” by both."""
    return any(
        other is passage and each.start < phrase.end and phrase.start < each.end
        for other, each in told
    )


def _is_safe(passage: Passage, phrase: Phrase) -> bool:
    sentence = passage.sentence_at(phrase.start)
    at = phrase.start - sentence.start
    near = sentence.text[max(0, at - _NEAR) : at + _NEAR]
    return bool(_PREVENTS.search(near) or _ADVISES.search(near))
