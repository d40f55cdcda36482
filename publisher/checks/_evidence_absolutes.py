"""Words that promise everything ("a cure", "100 % safe"), read in their sentence.

What a sentence denies, doubts, asks, quotes, tells of the past, or warns of is no promise; neither
is a name ("Cures Act") or another sense ("cured ham", "breakthrough infection").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from publisher.checks._document import Found, found
from publisher.checks._evidence import MOST, around, is_asked, is_playful
from publisher.checks._phrases import Phrase, phrases
from publisher.content.passages import Kind, Passage, Sentence

_OPEN = (
    "evidence-not",
    "evidence-hedged",
    "evidence-warned",
    "evidence-historical",
)

# Of how many it holds.
_COUNTED = re.compile(r"\d\s?(?:%|per\s?cent|por\s?ciento|in\s|out\s|of\s|de\s)")


def promises(passages: Iterable[Passage]) -> Iterator[Found]:
    """Yield each promise that a passage makes as its own."""
    for passage in passages:
        for phrase in islice(phrases(passage, "evidence-absolutes"), MOST):
            if _is_meant(passage, phrase):
                message = f"“{phrase.text}” promises more than medicine can keep"
                yield found(passage, phrase.start, message, phrase.said)


def _is_meant(passage: Passage, phrase: Phrase) -> bool:
    sentence = around(passage, phrase.start)
    is_cure = "cur" in phrase.text.lower()
    open_ = (*_OPEN, "evidence-conditions") if is_cure else _OPEN
    counted = is_cure and bool(_COUNTED.search(sentence.text))
    return not (
        counted
        or passage.is_quoted(phrase.start)
        or is_asked(sentence)
        or any(_leaves_open(passage, phrase, sentence, name) for name in open_)
        or _is_name(passage, phrase, sentence)
        or _is_other(passage, phrase)
        or is_playful(passage.text, phrase.end)
    )


def _leaves_open(passage: Passage, phrase: Phrase, sentence: Sentence, name: str) -> bool:
    """Whether a sentence has one of the list `name`; a “no” within the phrase denies nothing."""
    within = (sentence.start, sentence.start + len(sentence.text))
    return any(
        each.start < phrase.start or phrase.end < each.end
        for each in phrases(passage, name, within)
    )


def _is_other(passage: Passage, phrase: Phrase) -> bool:
    """Whether it is part of a longer phrase that promises nothing."""
    near = (max(0, phrase.start - 50), phrase.end + 50)
    longer = phrases(passage, "evidence-absolutes-other", near)
    return any(each.start < phrase.end and phrase.start < each.end for each in longer)


def _is_name(passage: Passage, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether it is written with a capital where no sentence begins, as names are."""
    within = passage.kind is not Kind.TITLE and phrase.start > sentence.start
    return within and phrase.text[:1].isupper() and not phrase.text.isupper()
