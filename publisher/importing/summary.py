"""A title and a description where the old article has none, or one that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from publisher.content.article import DESCRIPTION_LENGTH
from publisher.importing.body import MASK, mask
from publisher.importing.values import plain

# The end of a sentence: not after an initial or an abbreviation such as "U.S." or "Dr.".
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|vs|No|Jr|Sr))(?<!\b(?:Mrs|etc|Inc|e\.g|i\.e))[.!?…]"
    r"[\"'”’)\]]*(?=\s|$)|[。！？]"
)
_BLOCK = re.compile(r"(?:^[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_FIRST_BLOCKS = 40
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REFERENCE = re.compile(r"\[\^[^\]]*\]|\[([^\[\]]*)\]\[[^\]]*\]")
_NO_PROSE = re.compile(r"\s*(?:#|>|\||<|!\[|\[!\[|[-*+]\s|\d+\.\s|\*\[|\[\^|\{)")


def description(summaries: Sequence[str], text: str) -> str:
    """Whole sentences, 50 to 160 characters where that can be: of a summary, else of the text.

    Where no summary has such, the first as it is: too long or too short, but its author's.
    """
    paragraphs = [] if summaries else list(_paragraphs(text))
    for candidate in summaries or paragraphs:
        if len(fitting := _whole_sentences(candidate)) in DESCRIPTION_LENGTH:
            return fitting
    if summaries:
        return summaries[0]
    prose = sorted(paragraphs, key=lambda paragraph: not _SENTENCE.search(paragraph))
    return next(filter(None, map(_whole_sentences, prose)), "")


def _whole_sentences(text: str) -> str:
    """As many whole sentences from the start as fit; none if the first is too long."""
    longest = DESCRIPTION_LENGTH.stop - 1
    if len(text) <= longest:
        return text
    ends = [found.end() for found in _SENTENCE.finditer(text) if found.end() <= longest]
    return text[: ends[-1]] if ends else ""


def _paragraphs(text: str) -> Iterator[str]:
    """The first paragraphs that are prose, without their markup."""
    masked = mask(text)
    for block in islice(_BLOCK.finditer(masked), _FIRST_BLOCKS):
        if not _NO_PROSE.match(block[0]) and block[0].strip(f"{MASK} \n"):
            written = _COMMENT.sub("", text[block.start() : block.end()])
            if paragraph := plain(_REFERENCE.sub(r"\1", written)):
                yield paragraph
