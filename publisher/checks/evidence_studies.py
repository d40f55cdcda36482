"""Studies, research or experts are called upon, and none of them is named.

"Studies show" asks readers to trust without looking. Name one, so that they can look; a careful
word for how sure it is ("one small trial found") helps them more than many unnamed studies.

Source: NHS, Standard for creating health content: say what the evidence is
(https://service-manual.nhs.uk/content/standard-for-creating-health-content); US Federal Trade
Commission, Health Products Compliance Guidance, 2022
(https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance).

Flags: Studies show that a short nap helps.
Flags: Experts agree that everybody needs a short nap.
Flags: Research proves that a nap heals. According to a recent study, tea helps.
Flags: Scientists have found that a short nap is bad.
Flags: A study in mice found that the drug reverses dementia. It will help our patients.
Flags (es): Los estudios demuestran que una siesta corta ayuda.
Passes: Studies show that a short nap helps.[^nap]

    [^nap]: Example and colleagues, 2020.
Passes: [One trial](https://doi.org/10.1000/xyz) and other studies show that a short nap helps.
Passes: No studies show that a short nap helps.
Passes: What the research shows is still open. Ask us what research shows.
Passes: “Studies show that I am lazy,” she laughed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from publisher.checks._document import Document, Found, found
from publisher.checks._evidence import CLAIMS, MOST, around, claims, has, is_asked
from publisher.checks._phrases import Phrase, phrases
from publisher.content.passages import Passage, Sentence
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each call upon nameless studies in a paragraph without a source, one a paragraph."""
    for passage in document.of(*CLAIMS):
        calls = list(_calls(passage))
        call = next((each for each in calls if not _is_open(passage, each)), None)
        if call and not (_is_told_by_somebody(passage, calls) or _has_source(document, passage)):
            message = f"“{call.text}”: which, is not said"
            yield found(passage, call.start, message, call.said)


def _calls(passage: Passage) -> Iterator[Phrase]:
    called = islice(phrases(passage, "evidence-studies"), MOST)
    return (phrase for phrase in called if not passage.is_quoted(phrase.start))


def _is_told_by_somebody(passage: Passage, calls: list[Phrase]) -> bool:
    """Whether a passage names who says it, or in which journal, beside all of its calls."""
    told = phrases(passage, "evidence-told-by")
    return any(
        all(each.end <= call.start or call.end <= each.start for call in calls) for each in told
    )


def _has_source(document: Document, passage: Passage) -> bool:
    """Whether a passage names a source, or ends in a colon and what follows does."""
    told = claims(document)
    at = next(number for number, claim in enumerate(told) if claim.passage is passage)
    following = told[at + 1 : at + 3] if passage.text.endswith(":") else ()
    return told[at].sourced or any(claim.sourced for claim in following)


def _is_open(passage: Passage, phrase: Phrase) -> bool:
    """Whether the sentence asks, denies or leaves open what studies show."""
    sentence = around(passage, phrase.start)
    before = Sentence(passage.text[max(sentence.start, phrase.start - 25) : phrase.start], 0)
    words = {word.casefold() for word in before.words[-4:]}
    own = has(passage, sentence, "evidence-own-counts")
    return own or is_asked(sentence) or bool(words & _OPEN)


_OPEN = frozenset(
    "no not few what whatever whether if how which when until unless where why our these those "  # noqa: SIM905
    "ningún ningunos pocos qué si cómo nuestros nuestras estos".split()
)
