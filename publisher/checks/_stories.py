"""Where a text tells of one person's care: the sentence that gives it away.

General talk ("patients ask", "if a patient comes") tells of nobody. A person is somebody whom the
sentence before or the same one names as one ("one of our patients", "a 34-year-old", a name, "she")
and to whom something happened ("was admitted"). The words are data, by language.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from publisher.checks._document import Document
from publisher.checks._phrases import Phrase, phrases
from publisher.content.passages import Kind, Passage, Sentence

_STORY, _PERSON, _PROGRAMME = "consent-story", "consent-person", "consent-programme"
_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ENTRY, Kind.QUOTATION, Kind.NOTE, Kind.TITLE})
_KINDS |= {Kind.DESCRIPTION, Kind.VALUE, Kind.CELL, Kind.HEADING, Kind.CAPTION}
# How far before what was done the person may stand, in characters.
_NEAR = 60
# How far behind "came to our" the programme may stand.
_BESIDE = 15

# What makes a sentence worth a look.
_TELLING = frozenset({"one", "care", "own", "here", "course"})
# A word of the past, whatever it is.
_PAST = {
    "en": re.compile(r"[^\W\d_]{3,30}ed\b"),
    "es": re.compile(r"[^\W\d_]{2,30}(?:ó|aron|ieron)\b"),
}

_Signs = Mapping[str, Sequence[Phrase]]


def stories(document: Document) -> Iterator[tuple[Passage, int]]:
    """Yield each passage and place in it at which one person's care is told."""
    if document.path.endswith((".yml", ".yaml")):
        return  # people and topics are no stories
    for passage in document.words:
        if passage.kind in _KINDS:
            yield from ((passage, at) for at in _told(passage))


def _told(passage: Passage) -> Iterator[int]:
    found = list(phrases(passage, _STORY))
    programme = list(phrases(passage, _PROGRAMME))
    if not programme and not any(each.said in _TELLING for each in found):
        return
    found = sorted([*found, *programme, *phrases(passage, _PERSON)], key=_start)
    starts = [each.start for each in found]
    for sentence in passage.sentences:
        if sentence.text.rstrip('”»" ').endswith("?"):
            continue
        signs: dict[str, list[Phrase]] = defaultdict(list)
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.start + len(sentence.text))
        for each in found[first:last]:
            if "general" not in signs and each.text != "May":  # the month
                signs[each.said].append(each)
        if (at := _in_sentence(passage, sentence, signs)) is not None:
            yield at


def _in_sentence(passage: Passage, sentence: Sentence, signs: _Signs) -> int | None:
    """Where one person's care is told in a sentence."""
    if own := signs.get("own"):
        return own[0].start
    past = _PAST.get(passage.language.partition("-")[0])
    lies_back = "told" in signs or bool(past and past.search(sentence.text))
    told = lies_back or any(key in signs for key in ("care", "here", "course"))
    if told and (one := signs.get("one")):
        return one[0].start
    if "duty" in signs:
        return None
    who = _in_programme(signs) if lies_back and "work" not in signs else None
    return who.start if who else _of_somebody(passage, sentence, signs)


def _of_somebody(passage: Passage, sentence: Sentence, signs: _Signs) -> int | None:
    """The same of a person who may be a patient, and by what happened is one."""
    everyone = _everyone(signs)
    who = everyone[0] if "course" in signs and everyone else None
    who = who or _before(signs.get("here", ()), signs.get("someone", ()))
    if who := who or _before(signs.get("care", ()), everyone):
        return who.start
    for care in signs.get("care", ()):
        first = max(sentence.start, care.start - _NEAR)
        if (at := _name_before(passage.text[first : care.start])) is not None:
            return first + at
    return None


def _in_programme(signs: _Signs) -> Phrase | None:
    """Who came to a programme against the use of substances, and is its patient by that."""
    programmes = signs.get("programme", ())
    visits = [
        each
        for each in signs.get("visit", ())
        if any(0 < programme.start - each.end <= _BESIDE for programme in programmes)
    ]
    return _before(visits, _everyone(signs))


def _everyone(signs: _Signs) -> list[Phrase]:
    return sorted([*signs.get("someone", ()), *signs.get("pronoun", ())], key=_start)


def _start(phrase: Phrase) -> int:
    return phrase.start


def _before(what: Sequence[Phrase], who: Sequence[Phrase]) -> Phrase | None:
    """The person who stands near before what happened to them."""
    starts = [one.start for one in who]
    for each in what:
        at = bisect_right(starts, each.start)
        if at and each.start - starts[at - 1] <= _NEAR:
            return who[at - 1]
    return None


# One or two words in capitals that end where what was done begins; an age may stand between.
_NAME = re.compile(
    r"(?:^|(?<=[\s(“\"]))((?:[^\W\d_a-z]\w*+[ -]){0,3}[^\W\d_a-z][\w’'-]*+)"
    r"(?:,? \(?\d{1,3}\)?,?)?(?:,)? $"
)


def _name_before(text: str) -> int | None:
    """Where a person's name stands at the end of `text`."""
    found = _NAME.search(text)
    if found is None:
        return None
    words = found[1].split()
    if not any(map(is_given, words)) and (len(words) > 1 or _NO_NAME.fullmatch(words[0])):
        return None
    return found.start(1)


# A single word in capitals at the beginning of a sentence that is nobody's name: of an illness,
# or one that stands for anybody.
_NO_NAME = re.compile(
    r".*(?:oma|itis|osis|[ae]mia|pathy|ism|pox|tion|ties|ness|ing|ers|ness|sia|plegia|us|es|ies)"
    r"|[A-Z]{2,}.*|It|This|That|These|Those|Which|Who|What|There|One|None|Nobody|Each|Most|Many|Some"
    r"|Cancer|Disease|Asthma|Polio|Ebola|Malaria|Cholera|Autism|Stroke|Patient|Child|Person|Neither"
    r"|I|We|You|They|A|The|Another|Other|Only|Then|Later|Half|He|She|Se|Le|Esto|Eso|Nadie|Quien|Que|Cada|Se",
)


def is_given(word: str) -> bool:
    """Whether a word is a given name that is common somewhere."""
    return word.lower() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    """Given names that United States censuses counted, in small letters."""
    files = (resources.files("names") / f"dist.{sex}.first" for sex in ("female", "male"))
    lines = (line for file in files for line in file.read_text("ascii").splitlines())
    return frozenset(line.split()[0].lower() for line in lines)
