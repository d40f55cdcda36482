"""How hard an English article is to read: its grade, and its hardest sentences.

The grade is the mean of two, as neither length nor rarity alone says how hard a health text is:
Flesch and Kincaid's, of the length of sentences and of words in syllables (Kincaid and others
1975, https://apps.dtic.mil/sti/citations/ADA006655), and Dale and Chall's score of 1948, in which a
word is hard that `wordfreq` finds less often than once in 40,000 words. On 154 public-service and
health articles the second was brought to the scale of the first: the same mean and spread. A name
is no hard word, and one that comes back is learned: it counts three times at most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import yaml

from publisher.checks._document import Document
from publisher.checks._words import length, sentences_and_words
from publisher.content.article import Audience
from publisher.content.passages import Kind, Passage, Word

FEWEST_WORDS = 100
# A shorter text is told only where it is this much above, since one finding weighs much there.
SHORT_TEXT = 400
FAR_ABOVE = 2
# In a text that is hard as a whole nothing else is told of length and words for so long.
ROOM_IN_HARD_TEXT = 1000
# The highest grade that suits each audience; clinicians have none.
TARGETS = {Audience.PATIENTS: 8, Audience.STAFF: 12, Audience.POLICY: 12}
_RARE = 2.5e-5
_TIMES_HARD = 3
_WHOLE_SENTENCE = 10
_LONGEST_WORD = 40  # longer ones are no words, and fill the memory
_READ = frozenset({Kind.PARAGRAPH, Kind.LIST_ENTRY})

_PARTS = re.compile(r"[^\w]+")
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b")
_EVERYDAY = Path(__file__).parent / "phrases" / "en" / "words-everyday.yml"
_SYLLABLE = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[gq]u)e$|(?<=ll)e$"
    r"|(?<=[^aeiouytdlr])ed$|(?<=[aeiouylr][lr])ed$"
    r"|(?<=[^aeiouycgszxlh])es$|(?<=[aeiouyt]h)es$|(?<=[aeiouy]l)es$"
    r"|(?<=[^aeioul])e(?=ly$|ment|ful|less|ness|thing$|where$|times$|body$|one$)"
    r"|(?<=[aeiou]l)e(?=ly$)|(?<=ic)a(?=lly$)"
)
# Two vowels that are two syllables, and syllables without a vowel.
_TWO = re.compile(
    r"(?<![tcsglnx])i(?=[ao](?!u))|i(?=[ao]$)|(?<=[^cstxgn])i(?=ous|ent|ence|er$|est$)|(?<=v)iou"
    r"|(?<=[^gqn])u(?=a[^i])|e(?=o(?![uprf]))|ea(?=t[ei](?![rnd]))|i(?=um|us$|et)|eu(?=m)"
    r"|(?<=[aeouy])ing|(?<=[bcdfghlmnprstvz])ism|thm|(?<=[^aeiou])yi|(?<=cr)ea(?!m|s)"
    r"|(?<=[dsn])n't$|ires?$|ired$|uel$|[aeo]ye[rt]|(?<=[ao])y(?=o)|ea$|ea(?=s$)"
)


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """How many syllables an English word in small letters has, by rule.

    Of the words of a text, weighted by how often each is used, 98 % are as the Carnegie Mellon
    Pronouncing Dictionary has them; what is missed and what is over make up for each other.
    """
    silent, two = len(_SILENT.findall(word)), len(_TWO.findall(word))
    return max(1, len(_SYLLABLE.findall(word)) - silent + two)


@cache
def _frequencies() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - only where an article is read for it

    return get_frequency_dict("en", "small")


@lru_cache(maxsize=1 << 16)
def frequency(words: str) -> float:
    """How often the rarest of some English words is read: a share of all words; 0 if very rare."""
    parts = _PARTS.split(_CONTRACTED.sub("", words.lower()))
    return min((_frequencies().get(part, 0.0) for part in parts if part.isalpha()), default=1.0)


@cache
def _everyday() -> frozenset[str]:
    """Words of health that are rarer in print than in any kitchen."""
    return frozenset(yaml.load(_EVERYDAY.read_text("utf-8"), Loader=yaml.CSafeLoader))


@dataclass(frozen=True)
class Measured:
    """One sentence: how many words it has, how many syllables, and which rare ones."""

    passage: Passage
    start: int
    words: int
    syllables: int
    long: int
    rare: tuple[str, ...]

    @cached_property
    def hardness(self) -> float:
        """Its own grade; of use only to put sentences in an order."""
        share = len(self.rare) / self.words
        return (
            _flesch_kincaid(self.words, self.syllables / self.words) + _rarity(self.words, share)
        ) / 2


@dataclass(frozen=True)
class Reading:
    """An article's grade, how far it may be off, and the audience's target, if it has one."""

    sentences: tuple[Measured, ...]
    words: int
    grade: float
    uncertainty: float
    target: int | None

    @property
    def is_hard(self) -> bool:
        """Whether the article is surely harder than its audience should have it."""
        above = FAR_ABOVE if self.words < SHORT_TEXT else 0
        surely = self.grade - 2 * self.uncertainty
        return self.target is not None and surely > self.target + above

    @property
    def hardest(self) -> list[Measured]:
        """Its three hardest sentences, the hardest first; a few words in a list are none."""
        whole = [each for each in self.sentences if each.words >= _WHOLE_SENTENCE]
        return sorted(whole or self.sentences, key=lambda each: -each.hardness)[:3]


@lru_cache(maxsize=1)
def reading(document: Document) -> Reading | None:
    """How hard an article is to read; None for what is no article, short, or not English."""
    if document.article is None or document.language.partition("-")[0] != "en":
        return None
    sentences = tuple(_measured(document))
    words = sum(each.words for each in sentences)
    if words < FEWEST_WORDS:
        return None
    rare = sum(min(n, _TIMES_HARD) for n in Counter(w for s in sentences for w in s.rare).values())
    length = words / len(sentences)
    by_length = _flesch_kincaid(length, sum(each.syllables for each in sentences) / words)
    spread = (sum((each.words - length) ** 2 for each in sentences) / len(sentences)) ** 0.5
    return Reading(
        sentences,
        words,
        (by_length + _rarity(length, rare / words)) / 2,
        0.39 * spread / len(sentences) ** 0.5,
        _target(document.article.audience),
    )


def room(document: Document, per_words: int) -> int:
    """How many findings of one kind about length or words there is room for in a text."""
    told, words = reading(document), length(document)
    if told and told.is_hard:
        return words // ROOM_IN_HARD_TEXT
    return 1 + words // per_words


def _flesch_kincaid(words: float, syllables_each: float) -> float:
    return 0.39 * words + 11.8 * syllables_each - 15.59


def _rarity(words: float, share: float) -> float:
    """Dale and Chall's score on the scale of Flesch and Kincaid's grade."""
    return 6 * (15.79 * share + 0.0496 * words + 3.6365) - 25.4


def _target(audience: tuple[Audience, ...]) -> int | None:
    """The plainest reader counts."""
    return min((TARGETS[each] for each in audience if each in TARGETS), default=None)


def _measured(document: Document) -> Iterator[Measured]:
    for passage in document.prose:
        if passage.kind in _READ:
            for sentence, words in sentences_and_words(passage):
                if words:
                    yield _measure(passage, sentence.start, words)


def _measure(passage: Passage, start: int, words: list[Word]) -> Measured:
    counts: list[int] = []
    hard: list[str] = []
    for word in words:
        count, is_hard = _weight(word.text[:_LONGEST_WORD])
        counts.append(count)
        if is_hard and passage.text[word.start].islower():
            hard.append(word.text)
    long = sum(count > 2 for count in counts)  # noqa: PLR2004
    return Measured(passage, start, len(words), sum(counts), long, tuple(hard))


@lru_cache(maxsize=1 << 16)
def _weight(word: str) -> tuple[int, bool]:
    """How many syllables a word has, and whether it is hard where it is no name."""
    return syllables(word), frequency(word) < _RARE and word not in _everyday()
