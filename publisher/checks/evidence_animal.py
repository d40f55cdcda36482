"""Work on animals or cells is told as if it had been done on people.

Most of what helps mice does not help people. A title, a description and a post are all that many
readers see: they must say "in mice" or "in the laboratory" there.

Source: Sumner et al., BMJ 2014 (https://doi.org/10.1136/bmj.g7015); US Federal Trade Commission,
Health Products Compliance Guidance, 2022: animal and cell studies are no proof for people
(https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance).

Flags: ---
    title: A fruit that protects your heart
    authors: [editorial-team]
    study_type: animal
    ---

    Twelve mice ate it for a month.
Flags: ---
    title: A fruit for patients with heart failure
    authors: [editorial-team]
    ---

    The team fed it to mice. In mice, the heart grew stronger.
Passes: ---
    title: A fruit that protects the hearts of mice
    authors: [editorial-team]
    study_type: animal
    ---

    Twelve mice ate it for a month. What it does for you, nobody knows.
Passes: ---
    title: A fruit that protects your heart
    authors: [editorial-team]
    study_type: trial
    ---

    It was seen in mice first. Then 300 volunteers ate it, or did not.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._phrases import phrases
from publisher.content.article import StudyType
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_NOT_PEOPLE = frozenset({StudyType.ANIMAL, StudyType.CELL})
_HEADLINES = (Kind.TITLE, Kind.DESCRIPTION, Kind.POST)
# People, or an illness that they have.
_OF_PEOPLE = ("evidence-people", "evidence-outcomes")
# So often an article names mice that is about them, where nobody has said what it is about.
_OFTEN = 2


def check(document: Document) -> Iterator[Found]:
    """Yield each headline that speaks of people and not of the animals or cells."""
    if document.article is None or not _tells_of_animals(document):
        return
    for passage in filter(_is_headline, document.words):
        people = next((each for name in _OF_PEOPLE for each in phrases(passage, name)), None)
        if people and not any(phrases(passage, "evidence-animals")):
            message = f"“{people.text}”: this was seen in animals or cells, not in people"
            fix = "say “in mice” or “in the laboratory” in this line as well"
            yield found(passage, people.start, message, fix)


def _is_headline(passage: Passage) -> bool:
    is_hook = passage.kind is Kind.VALUE and passage.name.startswith("social.")
    return is_hook or passage.kind in _HEADLINES


def _tells_of_animals(document: Document) -> bool:
    kind = document.article.study_type if document.article else None
    if kind is not None:
        return kind in _NOT_PEOPLE
    named = [passage for passage in document.prose if _count(passage, "evidence-animal-work")]
    return (
        sum(_count(passage, "evidence-animal-work") for passage in named) >= _OFTEN
        and any(_count(passage, "evidence-experiment") for passage in named)
        and not any(_count(passage, "evidence-in-people") for passage in document.prose)
    )


def _count(passage: Passage, name: str) -> int:
    return sum(1 for _ in phrases(passage, name))
