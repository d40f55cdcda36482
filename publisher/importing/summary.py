"""A title and a description where the old article has none, or one that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.content.article import DESCRIPTION_LENGTH
from publisher.importing.body import MASK, mask
from publisher.importing.values import plain

# The end of a sentence: not after an initial or an abbreviation such as "U.S." or "Dr.".
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|vs|No|Jr|Sr))(?<!\b(?:Mrs|etc|Inc|e\.g|i\.e))[.!?…]"
    r"[\"'”’)\]]*(?=\s|$)|[。！？]"
)
_NO_PROSE = re.compile(r"\s*(?:#|>|\||<|!\[|\[!\[|[-*+]\s|\d+\.\s|\*\[|\[\^|\{)")


def description(summaries: Sequence[str], text: str) -> str:
    """Whole sentences, 50 to 160 characters where that can be: of a summary, else of the text.

    Where no summary has such, the first as it is: too long or too short, but its author's.
    """
    for candidate in summaries or _paragraphs(text):
        if len(fitting := _whole_sentences(candidate)) in DESCRIPTION_LENGTH:
            return fitting
    return next(iter(summaries), "") or next(map(_whole_sentences, _paragraphs(text)), "")


def _whole_sentences(text: str) -> str:
    """As many whole sentences from the start as fit; none if the first is too long."""
    longest = DESCRIPTION_LENGTH.stop - 1
    if len(text) <= longest:
        return text
    ends = [found.end() for found in _SENTENCE.finditer(text) if found.end() <= longest]
    return text[: ends[-1]] if ends else ""


def _paragraphs(text: str) -> Iterator[str]:
    """The first paragraphs that are prose, without their markup."""
    for block in re.split(r"\n[ \t]*\n", mask(text), maxsplit=40):
        if not _NO_PROSE.match(block) and MASK not in block and len(block) < 5000:  # noqa: PLR2004
            paragraph = plain(re.sub(r"\[\^[^\]]*\]|\[([^\[\]]*)\]\[[^\]]*\]", r"\1", block))
            if paragraph and _SENTENCE.search(paragraph):
                yield paragraph
