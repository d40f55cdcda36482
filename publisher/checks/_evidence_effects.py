"""Where a text says by how much something changes somebody's health: "cuts the risk by 30 %".

What it needs is three things near each other: a number, a word for change or comparison, and what
it does to people (`evidence-outcomes`). Prices, doses, dates and clicks have no such outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from publisher.checks._document import Document
from publisher.checks._evidence import CLAIMS, MOST, claims, has, is_asked, is_playful
from publisher.checks._phrases import phrases
from publisher.content.passages import Kind, Passage, Sentence

# What stands above an article, or goes out without it.
_ABOVE = (Kind.TITLE, Kind.DESCRIPTION, Kind.VALUE, Kind.POST)
_SHOWN = ("key_points", "social")

_ABOUT = (
    r"(?:(?:only|just|about|around|almost|nearly|roughly|approximately|over|under|some|up|to|as|much|more"
    r"|less|than|at|least|a|an|further|between|casi|unos|hasta|más|de|un|el|alrededor|del)\s+)"
    r"{0,4}"
)
_DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
_UNIT = r"\s?(?:%|per\s?cent\b|por\s?ciento\b)"
_PERCENT = rf"{_DIGITS}(?:(?:{_UNIT})?\s?(?:–|-|to|and|a|y)\s?{_DIGITS})?{_UNIT}"
_SHARE = (
    rf"(?:{_PERCENT}|(?:a|one|un|una)\s(?:half|third|quarter|fifth|tercio|cuarto)\b|half\b"
    r"|two[\s-]thirds\b|(?:la\s)?mitad\b)"
)
_COUNT = (
    rf"(?:{_DIGITS}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|diez)"
)
_OF_RISK = r"(?:risks?|odds|chances?|likelihood|rates?)"

_CHANGE = {
    "en": (
        r"(?:reduc\w+|lower\w*|cuts?|cutting|decreas\w+|increas\w+|rais\w+|improv\w+|boost\w*"
        r"|drop\w*|f[ae]ll\w*|r[io]se\w*|shr[iau]nk\w*|declin\w+|climb\w*|went\s(?:up|down)"
        r"|prevent\w*|slow\w*)"
    ),
    "es": (
        r"(?:redu[cj]\w+|disminu\w+|baj\w+|aument\w+|mejor\w+|sub\w+|previen\w+"
        r"|incrementa\w*|efica[zc]\w*|efectiv\w+)"
    ),
}
# What stands before how much: "by 30 %", and of a noun, "a reduction in deaths of 30 %".
_BY = {
    "en": (
        r"(?:by|(?:reduction|increase|decrease|drop|fall|rise|decline|improvement|cut)s?"
        r"(?:\s(?:in|of)(?:\s[\w-]+){1,4}?)?\sof)"
    ),
    "es": "(?:en|un|de)",
}
_THAN = {
    "en": (
        r"(?:lower|higher|less|more|fewer|greater|smaller|reduced|increased|decreased|reduction"
        r"|increase|decrease|decline|drop|fall|rise|improvement|better|worse|effective|efficacy"
        r"|protection|protective)\b"
    ),
    "es": r"(?:menos|más|menor|mayor|eficaz|eficacia|efectiv\w+)\b",
}
_TIMES = {
    "en": (
        rf"\b{_COUNT}(?:\sto\s{_COUNT})?\stimes\s(?:more|as|less|higher|greater|lower|likelier"
        rf"|the\s{_OF_RISK})\b"
        rf"|\btwice\s(?:as\slikely|as\soften|the\s{_OF_RISK})\b"
        rf"|\b{_COUNT}[\s-]?fold\b"
        rf"|\b(?:doubl|tripl|quadrupl|halv)(?:es?|ed|ing)\s(?:\w+\s){{0,4}}?"
        rf"(?:{_OF_RISK}|deaths?|mortality)\b"
    ),
    "es": (
        rf"\b{_COUNT}\sveces\s(?:más|mayor|menos|menor)\b"
        r"|\b(?:duplic|triplic)(?:a|an|ó|aron|ar)\s(?:\w+\s){0,4}?"
        r"(?:riesgos?|probabilidad\w*|mortalidad)\b"
    ),
}
# What became of a country's numbers over the years is no effect of anything that is named.
_TREND = (
    r"[^.;:!?]{0,40}?\b(?:since|between|from|in|over|during|desde|entre|en)\s"
    r"(?:(?:the|el|los|las)\s)?(?:last|past|previous|recent|[uú]ltim\w+|19\d\d|20\d\d|January|March)\b"
)


_PROTECTS = re.compile(
    r"effective|efficacy|protect|risk|eficaz|eficacia|efectiv|riesgo", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# No sentence that people read is longer.
_LONGEST = 1000
# Two numbers of the same thing that are held against each other are no effect.
_OF_NUMBERS = re.compile(r"\s?(?:\w+\s){0,2}than\sthe\s(?:number|count|total)\b")
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno)\b", re.IGNORECASE)


class Effect(NamedTuple):
    """How large an effect is said to be, as it stands in its passage."""

    passage: Passage
    start: int
    text: str
    sentence: Sentence

    @property
    def is_above(self) -> bool:
        """Whether it stands where no footnote has room: a title, a description, a post."""
        return self.passage.kind in _ABOVE


def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    change, than, by = _CHANGE[language], _THAN[language], _BY[language]
    return (
        # reduces deaths by 30 %, a reduction of 30 %
        re.compile(
            rf"(?=\b{change}\b)(?:[^.;:!?]{{0,80}}?)\b{by}\s{_ABOUT}(?P<size>{_SHARE})"
            rf"(?!\s(?:of|de)\s(?:the|all|our|los|las)\b)(?!{_TREND})",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<size>{_SHARE})(?:\s|-)(?:relative\s|absolute\s)?{than}", re.IGNORECASE),
        re.compile(rf"(?P<size>{_TIMES[language]})", re.IGNORECASE),
        re.compile(
            r"\b(?:cut|cuts|cutting|reduc\w+)\b[^.;:!?]{0,60}?\s(?P<size>in\shalf)\b", re.IGNORECASE
        ),
    )


_BY_LANGUAGE = {language: _patterns(language) for language in _CHANGE}


@lru_cache(maxsize=2)
def effects(document: Document) -> tuple[Effect, ...]:
    """Each size of an effect on health that the text or what stands above it claims.

    At most one a passage. Questions, what is imagined, what one's own survey counted, and other
    people's words pass.
    """
    passages = (each for each in document.of(*_ABOVE, *CLAIMS) if _is_claim(each))
    return tuple(effect for passage in passages for effect in _effects(passage))


def _is_claim(passage: Passage) -> bool:
    """Whether it is said of the article's matter; a biography or a credit is not."""
    return passage.kind is not Kind.VALUE or passage.name.startswith(_SHOWN)


def _effects(passage: Passage) -> Iterator[Effect]:
    patterns = _BY_LANGUAGE.get(passage.language.partition("-")[0])
    if patterns is None:
        return
    if "%" not in passage.text and not any(phrases(passage, "evidence-sizes")):
        return
    for sentence in islice(_short(passage.sentences), MOST):
        found = next(filter(None, (pattern.search(sentence.text) for pattern in patterns)), None)
        if found and _counts(passage, sentence, found):
            start = sentence.start + found.start("size")
            if not passage.is_quoted(start):
                yield Effect(passage, start, found["size"], sentence)
                return  # one source in the paragraph mends them all


def _short(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences, of those without end the beginning."""
    return (Sentence(each.text[:_LONGEST], each.start) for each in sentences)


def _counts(passage: Passage, sentence: Sentence, found: re.Match[str]) -> bool:
    return (
        not is_asked(sentence)
        and has(passage, sentence, "evidence-outcomes")
        and not has(passage, sentence, "evidence-own-counts", "evidence-imagined")
        and not _is_denied(sentence, found)
        and not is_playful(sentence.text, found.end("size"))
        and not _OF_NUMBERS.match(sentence.text, found.end("size"))
        and not _of_money(passage, sentence, found)
    )


def _is_denied(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether it says how something does not work, as "that does not mean 100 % effective"."""
    before = sentence.text[max(0, found.start("size") - 30) : found.start("size")]
    return bool(_DENIED.search(before))


def _of_money(passage: Passage, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether what changes is a price, a dose or a number of clicks."""
    if _PROTECTS.search(found[0]):
        return False
    start = max(sentence.start, sentence.start + found.start() - 30)
    end = sentence.start + found.end() + 25
    part = Sentence(passage.text[start:end], start)
    return has(passage, part, "evidence-no-outcome")


@lru_cache(maxsize=2)
def sourceless(document: Document) -> tuple[Effect, ...]:
    """Those of its effects beside which a reader finds no source."""
    if not effects(document):
        return ()
    sourced = [claim.passage for claim in claims(document) if claim.sourced]
    told = _numbers(each.text for each in (*sourced, *document.of(Kind.NOTE)))
    listed = bool(told or (document.article and document.article.references))
    return tuple(
        effect
        for effect in effects(document)
        if not (listed if effect.is_above else any(effect.passage is each for each in sourced))
        and not _is_told(effect, told)
    )


def _numbers(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(number for text in texts for number in _NUMBER.findall(text))


def _is_told(effect: Effect, told: frozenset[str]) -> bool:
    """Whether its number stands in another passage together with its source."""
    numbers = _NUMBER.findall(effect.text)
    return bool(numbers) and told.issuperset(numbers)
