"""A word of the trade for which there is a plain one.

Few people ask what a word means, and fewer come back. Write the plain word, or explain the other
where it first appears: “hypertension (high blood pressure)”. A word is passed over where brackets,
“or”, “called” or the plain word itself stand beside it at its first use, where it stands in the
title, as what the article explains, and where it is read more often than three times in a million
words (`wordfreq`), as “chronic” is; in an article of less than 600 words, more often than once. The
rarest is told first, and one more for each further 1,500 words; the fix names the others, and their
lines.
The long words of offices (“utilize”) are not told in a short article. Where words-reading finds the
whole article hard, nothing is told in its first 1,000 words. Not for articles that only clinicians,
staff or policy makers read. English only.

Source: CDC, "Everyday Words for Public Health Communication"
(https://www.cdc.gov/ccindex/everydaywords/index.html); plainlanguage.gov, "Use simple words and
phrases" (https://www.plainlanguage.gov/guidelines/words/use-simple-words-phrases/); University of
Michigan, Plain Language Medical Dictionary
(https://blogs.lib.umich.edu/student-stories/library-engagement-fellows-plain-language-medical-dictionary).
The list, publisher/checks/phrases/en/words-jargon.yml, is in our own words.

Flags: After a myocardial infarction you can drive again in a week.
Flags: Our nurses utilize the new form.
Passes: After a heart attack you can drive again in a week.
Passes: Our nurses use the new form.
Passes: Hypertension (high blood pressure) has no signs. Hypertension is common.
Passes: You may hear the doctor call a heart attack a myocardial infarction.
Passes: ---
    title: For colleagues
    authors: [editorial-team]
    audience: clinicians
    ---

    After a myocardial infarction patients can drive again in a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._phrases import Phrase
from publisher.checks._words import is_in_name, is_short, listed_in
from publisher.checks._words_reading import frequency, reading, room
from publisher.content.article import Audience
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

WORDS_PER_FINDING = 1500
MOST_OFTEN = 3e-6
MOST_OFTEN_IN_SHORT_ARTICLE = 1e-6
_NEAR = 250
_OFFICES = frozenset({Audience.CLINICIANS, Audience.POLICY, Audience.STAFF})
_EXPLAINS_AFTER = re.compile(
    r"[\"”’]?,? ?(?:\(|[–—:]|, (?:or|which|the|a|an|also|when|where)\b| (?:who|that)\b"
    r"|(?:is|are) (?:a|an|the|when|what)\b|means?\b|refers?\b|happens?\b|is called\b)"
)
_SAYS_SO = re.compile(
    r"(?:\(|\b(?:also|called|known|termed|named|means|or|call|say)\b)[^.;]{0,40}$|[–—-] ?$"
)


def check(document: Document) -> Iterator[Found]:
    """Yield the rarest of the words, each at the place where it first stands."""
    if not _is_for_offices(document):
        told = sorted(_unexplained(document), key=lambda each: frequency(each[1].text))
        yield from in_turn(_by_rarity(told), room(document, WORDS_PER_FINDING))


def _unexplained(document: Document) -> Iterator[tuple[Passage, Phrase]]:
    titles = document.of(Kind.TITLE)
    seen = {phrase.said for _, phrase in listed_in(document, "words-jargon", titles)}
    for passage, phrase in _all(document):
        if phrase.said not in seen and not is_in_name(passage, phrase):
            seen.add(phrase.said)
            if not (passage.is_quoted(phrase.start) or _is_explained(passage, phrase)):
                yield passage, phrase


def _all(document: Document) -> Iterator[tuple[Passage, Phrase]]:
    short, told = is_short(document), reading(document)
    if not short and not (told and told.is_hard):
        yield from listed_in(document, "words-jargon-office", document.prose)
    most = MOST_OFTEN_IN_SHORT_ARTICLE if short else MOST_OFTEN
    for passage, phrase in listed_in(document, "words-jargon", document.prose):
        if frequency(phrase.text) < most:
            yield passage, phrase


def _is_for_offices(document: Document) -> bool:
    """Whether only those read it who use such words at work."""
    audience = document.article.audience if document.article else ()
    return bool(audience) and _OFFICES.issuperset(audience)


def _is_explained(passage: Passage, phrase: Phrase) -> bool:
    text = passage.text
    near = text[max(0, phrase.start - _NEAR) : phrase.end + _NEAR].lower()
    return bool(
        _EXPLAINS_AFTER.match(text, phrase.end)
        or _SAYS_SO.search(text, max(0, phrase.start - 60), phrase.start)
        or any(word in near for word in _plain_words(phrase.said))
    )


def _plain_words(said: str) -> list[str]:
    """The ways in which the plain word is written: `cut, or scrape` is two."""
    return [word.removeprefix("or ") for word in said.split(", ")]


def _by_rarity(told: list[tuple[Passage, Phrase]]) -> Iterator[Found]:
    for at, (passage, phrase) in enumerate(told):
        others = _others(passage.place(phrase.start)[0], told[at + 1 : at + 6])
        message = f"“{phrase.text}” is a word that many readers do not know"
        fix = f"write “{phrase.said}”, or explain it here"
        yield found(passage, phrase.start, message, fix + others)


def _others(here: int, told: list[tuple[Passage, Phrase]]) -> str:
    """Which other words there are to mend, and in which line if it is not the same."""
    words = []
    for passage, phrase in told:
        line, _ = passage.place(phrase.start)
        words.append(f"“{phrase.text}”" if line == here else f"“{phrase.text}” (line {line})")
    return f"; look also at {', '.join(words)}" if words else ""
