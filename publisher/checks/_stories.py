"""Where a text tells of one person's care: the sentence that gives it away.

General talk ("patients ask", "if a patient comes") tells of nobody. A person is somebody whom the
sentence before or the same one names as one ("one of our patients", "a 34-year-old", a name, "she")
and to whom something happened ("was admitted"). The words are data, by language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from publisher.checks._document import Document
from publisher.checks._phrases import Phrase, phrases
from publisher.content.passages import Kind, Passage

_LIST = "consent-story"
_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ENTRY, Kind.QUOTATION, Kind.NOTE, Kind.TITLE})
_KINDS |= {Kind.DESCRIPTION, Kind.VALUE, Kind.CELL, Kind.HEADING, Kind.CAPTION}
# How far before what was done the person may stand, in characters.
_NEAR = 60

_Signs = Mapping[str, Sequence[Phrase]]


def stories(document: Document) -> Iterator[tuple[Passage, int]]:
    """Yield each passage and place in it at which one person's care is told."""
    if document.path.endswith((".yml", ".yaml")):
        return  # people and topics are no stories
    for passage in document.words:
        if passage.kind in _KINDS:
            yield from ((passage, at) for at in _told(passage))


def _told(passage: Passage) -> Iterator[int]:
    found = list(phrases(passage, _LIST))
    if not any(each.said in {"one", "care", "own"} for each in found):
        return
    for sentence in passage.sentences:
        end = sentence.start + len(sentence.text)
        signs: dict[str, list[Phrase]] = defaultdict(list)
        for each in found:
            if sentence.start <= each.start < end:
                signs[each.said].append(each)
        if "general" in signs or sentence.text.rstrip('”»" ').endswith("?"):
            continue
        yield from _in_sentence(passage, sentence.start, signs)


def _in_sentence(passage: Passage, start: int, signs: _Signs) -> Iterator[int]:
    if own := signs.get("own"):
        yield own[0].start
        return
    if signs.get("one") and (signs.get("told") or signs.get("care")):
        yield signs["one"][0].start
        return
    for care in signs.get("care", ()):
        if "duty" in signs:
            return
        near = (one for one in signs.get("someone", ()) if 0 <= care.start - one.start <= _NEAR)
        who = next(near, None)
        if who:
            yield who.start
            return
        if (name := _name_before(passage.text[start : care.start])) is not None:
            yield start + name
            return


# One or two words in capitals that end where what was done begins; an age may stand between.
_NAME = re.compile(
    r"(?:^|(?<=[\s(“\"]))((?:[^\W\d_a-z]\w*+[ -]){0,3}[^\W\d_a-z][\w’'-]*+)"
    r"(?:,? \(?\d{1,3}\)?,?)?(?:,)? $"
)


def _name_before(text: str) -> int | None:
    """Where a person's name stands at the end of `text`, the beginning of a sentence."""
    found = _NAME.search(text[-_NEAR:])
    if found is None:
        return None
    words = found[1].split()
    if len(words) == 1 and not is_given(words[0]):
        return None
    if not any(map(is_given, words)):
        return None
    return len(text) - len(text[-_NEAR:]) + found.start(1)


def is_given(word: str) -> bool:
    """Whether a word is a given name that is common somewhere."""
    return word.lower() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    """Given names that United States censuses counted, in small letters."""
    files = (resources.files("names") / f"dist.{sex}.first" for sex in ("female", "male"))
    lines = (line for file in files for line in file.read_text("ascii").splitlines())
    return frozenset(line.split()[0].lower() for line in lines)
