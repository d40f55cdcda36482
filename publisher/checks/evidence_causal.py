"""Words of cause for a study that can only show what goes together.

In a cohort, a survey at one time or a series of cases, who did one thing may differ in others.
Such a study finds that two things go together, not that one brings the other about. Readers act on
the difference.

Source: Sumner et al., "The association between exaggeration in health related science news and
academic press releases", BMJ 2014 (https://doi.org/10.1136/bmj.g7015).

Flags: ---
    title: A daily walk prevents falls
    authors: [editorial-team]
    study_type: cohort
    ---

    We followed 300 people for a year.
Flags: ---
    title: Walking and falls
    authors: [editorial-team]
    study_type: cohort
    ---

    The study found that a daily walk reduces falls.
Passes: ---
    title: People who walk every day fall less often
    authors: [editorial-team]
    study_type: cohort
    ---

    The study cannot show that a daily walk prevents falls. The two may only go together.
Passes: ---
    title: A daily walk prevents falls
    authors: [editorial-team]
    study_type: trial
    ---

    Chance decided who walked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from publisher.checks._document import Document, Found, found
from publisher.checks._evidence import CLAIMS, MOST, around, has, is_asked
from publisher.checks._phrases import phrases
from publisher.content.article import StudyType
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_OBSERVED = frozenset({StudyType.COHORT, StudyType.CROSS_SECTIONAL, StudyType.CASE_SERIES})
_ABOVE = (Kind.TITLE, Kind.DESCRIPTION, Kind.VALUE, Kind.POST)
_SHOWN = ("key_points", "social")


def check(document: Document) -> Iterator[Found]:
    """Yield each word of cause above the text, and in sentences on what the study found."""
    if document.article is None or document.article.study_type not in _OBSERVED:
        return
    for passage in document.of(*_ABOVE):
        if passage.kind is not Kind.VALUE or passage.name.startswith(_SHOWN):
            yield from _causes(passage, in_body=False)
    for passage in document.of(*CLAIMS):
        yield from _causes(passage, in_body=True)


def _causes(passage: Passage, *, in_body: bool) -> Iterator[Found]:
    for phrase in islice(phrases(passage, "evidence-causal"), MOST):
        sentence = around(passage, phrase.start)
        open_ = has(passage, sentence, "evidence-not-causal", "evidence-not")
        told = not in_body or has(passage, sentence, "evidence-study")
        if told and not open_ and not is_asked(sentence) and not passage.is_quoted(phrase.start):
            message = f"“{phrase.text}” tells of a cause, which a study of this kind cannot show"
            yield found(passage, phrase.start, message, phrase.said)
