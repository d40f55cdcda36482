"""Talk for or against a candidate or a political party.

A charity under section 501(c)(3) may not take part in a campaign for public office, neither on
its pages nor in a post, and loses its exemption if it does. To tell everybody how to register and
where to vote is allowed, as long as no side is taken.

Source: 26 USC 501(c)(3); Revenue Ruling 2007-41, situations 1 to 21
(https://www.irs.gov/pub/irs-drop/rr-07-41.pdf).

Flags: Vote for Jane Example for governor: she is on the side of nurses.
Flags: We endorse Senator Example for re-election.
Flags: Republicans have betrayed our patients once more.
Flags: See how we rate the candidates on health care.
Flags: We support the Democrats.
Flags (es): Vota por Ana Ejemplo el 3 de noviembre.
Flags: Vote out everyone who was against this clinic.
Flags: Vote for Maria Lopez.
Flags: Elect Smith.
Flags: Don't vote for candidate Jones.
Flags: Candidate Jones would be a disaster for our patients.
Flags: Support Jane Roe, who is running for the Senate.
Passes: Vote for our nurse of the year, and on the budget of our ward.
Passes: The board elected Jane Roe chair, and Maria Lopez won the race for mayor.
Passes: Register to vote at the front desk, and ask us where your polling place is.
Passes: We endorse no candidate for public office, and neither does any of our clinics.
Passes: The candidate gene was found in 2010, and a candidate vaccine followed.
Passes: Members of the society vote for their president in May.
Passes: President Obama signed the Affordable Care Act in 2010.
Passes: Republicans and Democrats both voted for the bill.
Passes (es): Vota por la mejor foto antes del 3 de noviembre.
Passes: Democrats and Republicans blamed each other for the delay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._law_votes import asked_for
from publisher.checks._law_words import passages_with, phrases, rules
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "take no side: say what the question means for patients, and where to register and to vote"
# What the sentences that are looked at have in them.
_SIGNS = (
    "vote", "voting", "elect", "endors", "candida", "nominee", "campaign", "republican", "democrat",
    "gop", "labour party", "tories", "conservative party", "green party", "libertarian",
    "reform uk", "maga", "scorecard", "ballot", "for congress", "for governor", "for mayor",
    "for senat", "for sheriff", "for parliament", "senate", "for the house", "for city council",
    "president of the united", "another term", "trump", "biden", "kamala harris", "vance", "vota",
    "voten", "votemos", "apoyamos", "respaldamos",
)  # fmt: skip
_TRIGGER = re.compile(
    r"\b(?:vote|voting|elect|re-?elect(?:ed|ion)?|endors\w+|candida\w+|nominees?|campaign\w*|"
    r"ballots?|republicans?|democrats?|democratic|gop|party|tories|lib(?:eral)? dem\w+|maga|"
    r"reform uk|scorecards?|president of the united|another term|trump|biden|kamala harris|vance|"
    r"vot(?:a|ad|en|emos)|apoyamos|respaldamos|"
    r"for (?:the )?(?:u\.?s\.? )?(?:congress|governor|mayor|senat\w+|sheriff|parliament|house|city)"
    r")\b",
    re.IGNORECASE,
)
# The lists by which a text is read, by its language; English ones alone in any other.
_LISTS = {"es": ("es", "en")}
# As in "we endorse no candidate"; who is named is meant all the same.
_NEGATED = re.compile(
    r"\b(?:no|not|never|neither|nor|cannot|without|nonpartisan|non-partisan)\b|n[’']t\b",
    re.IGNORECASE,
)
# Who is asked what they think is not judged.
_SURVEY = re.compile(
    r"%|\b(?:per ?cent|survey\w*|poll(?:s|ed)?|stud(?:y|ies)|respondents|likely|voters|rated)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each sentence that takes a side in a campaign."""
    for passage in passages_with(document, _SIGNS):
        for sentence in passage.sentences:
            languages = _LISTS.get(passage.language.partition("-")[0], ("en",))
            told = _judged(sentence.text, languages) or _asked(sentence.text, passage, languages)
            if told:
                yield found(passage, sentence.start + told[0], told[1], _FIX)


def _judged(sentence: str, languages: Iterable[str]) -> tuple[int, str] | None:
    """Where a sentence takes a side, and which, if it does."""
    if not _TRIGGER.search(sentence):
        return None
    if any(phrases("law-no-office", each).first_in(sentence) for each in languages):
        return None
    for message, listed in (rule for each in languages for rule in rules("law-campaign", each)):
        said = listed.first_in(sentence)
        if said and (_names(said[0]) or not _NEGATED.search(sentence)):
            return said.start(), message
    return _of_a_party(sentence)


def _asked(sentence: str, passage: Passage, languages: Iterable[str]) -> tuple[int, str] | None:
    """A bare “vote for” somebody; what else the paragraph says tells whether it is an office."""
    if "vot" not in sentence.lower() and "elect" not in sentence.lower():
        return None
    at = asked_for(sentence)
    if at is None or any(phrases("law-no-office", e).first_in(passage.text) for e in languages):
        return None
    return at, "this asks for a vote for or against somebody who stands for office"


def _names(words: str) -> bool:
    """Whether somebody is named, by a capital after the first word."""
    return any(word[0].isupper() for word in words.split()[1:])


def _of_a_party(sentence: str) -> tuple[int, str] | None:
    """Praise or blame of one party; where two are named, or a survey tells, none is meant."""
    if _SURVEY.search(sentence):
        return None
    parties = list(phrases("law-parties").all_in(sentence))
    if len({each[0][:3] for each in parties}) == 1 and phrases("law-judgements").first_in(sentence):
        return parties[0].start(), "this praises or blames a political party"
    return None
