"""What the checks of wording do beyond their own examples."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from publisher.checks import findings_of_text
from publisher.checks._document import document
from publisher.checks._words_reading import syllables
from publisher.checks._words_suicide import has_crisis_line
from publisher.content.publication import load_publication
from publisher.content.source import Source
from publisher.finding import in_turn
from publisher.settings import Organisation, Settings

SETTINGS = Settings(
    publication_id=UUID(int=1), organisation=Organisation(name="Example Health"), languages=("en",)
)
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def publication(tmp_path: Path):
    folder = tmp_path / "content/articles/2026"
    folder.mkdir(parents=True)
    (tmp_path / "content/people.yml").write_text("editorial-team: {name: Team, kind: team}\n")
    return load_publication(tmp_path, SETTINGS, AS_OF, name="Example Health")


def source(text: str) -> Source:
    return Source("reply.md", text, text.encode())


def told(text: str, publication) -> list[tuple[str, int, int]]:
    found = findings_of_text(source(text), publication, lambda name: name.startswith("words-"))
    return [(each.check, each.line, each.column) for each in found]


@pytest.mark.parametrize(
    "line",
    [
        "Call 988, day or night.",
        "Call 1-800-273-8255 and press 1.",
        "Call 1-800-273-TALK (8255).",
        "Ring 116 123 free, 24/7.",
        "Call 13 11 14 at any hour.",
        "Dial 111 and choose option 2.",
        "[Talk to somebody](https://988lifeline.org/chat).",
        '<a href="tel:+1-800-273-8255">Talk to somebody</a>.',
    ],
)
def test_a_crisis_line_is_known_however_it_is_written(line: str, publication):
    assert has_crisis_line(document(source(f"{line}\n"), publication))


@pytest.mark.parametrize("line", ["There were 988 patients.", "It costs 1,988 a call.", "Ask us."])
def test_a_number_that_nobody_can_call_is_no_crisis_line(line: str, publication):
    assert not has_crisis_line(document(source(f"{line}\n"), publication))


def test_an_advice_is_given_once_for_each_word(publication):
    text = "An addict came.\n\nTwo addicts came.\n\nThe elderly came.\n"
    assert told(text, publication) == [("words-substance-use", 1, 4), ("words-ageing", 5, 1)]


def test_only_the_longest_of_many_long_sentences_is_told(publication):
    long = "We ask you to come " + "and come again " * 8 + "soon.\n\n"
    longer = "We ask you to come " + "and come again " * 9 + "soon.\n\n"
    assert told(long + longer + long, publication) == [("words-sentence", 3, 1)]


def test_words_have_the_syllables_that_one_hears():
    words = ["care", "walked", "needed", "people", "medicine", "radio", "hospital"]
    assert [syllables(word) for word in words] == [1, 1, 2, 2, 3, 3, 3]


def fixes(text: str, publication, check: str) -> list[tuple[str, str]]:
    path = "content/articles/2026/reply.md"
    found = findings_of_text(Source(path, text, text.encode()), publication, lambda n: n == check)
    return [(each.message, each.fix) for each in in_turn(found)]


def test_a_suicide_by_words_of_two_lists_is_told_once(publication):
    assert len(fixes("He hanged himself in March.\n", publication, "words-suicide-method")) == 1


def test_other_words_of_the_trade_are_named_with_their_line_where_it_is_another(publication):
    text = "She had epistaxis and dyspnea.\n\nThen she had hemoptysis.\n"
    assert fixes(text, publication, "words-jargon") == [
        (
            "“epistaxis” is a word that many readers do not know",
            "write “nosebleed”, or explain it here; look also at “dyspnea”, “hemoptysis” (line 3)",
        )
    ]


def test_two_long_sentences_in_one_line_are_not_told_as_two_lines(publication):
    long = "We ask you to come " + "and come again " * 9 + "soon. "
    assert fixes(long + long, publication, "words-sentence") == [
        ("this sentence has 33 words", "say it in two, and look at this line again")
    ]


HARD = """---
title: Example
authors: [editorial-team]
audience: patients
---

"""
LONG = f"Pharmacotherapy necessitates patience, and {'it may go on for a long time ' * 4}.\n\n"
RARE = f"Pharmacotherapy necessitates ambulatory observation{' and comorbidities' * 4}.\n\n"


@pytest.mark.parametrize(
    ("body", "level", "why"),
    [
        (LONG * 4, "at grade 12", "36 words, “necessitates”, “patience”"),
        (RARE * 9, "above college", "“necessitates”, “ambulatory”, “comorbidities”"),
    ],
)
def test_each_of_the_three_hardest_sentences_says_what_makes_it_hard(body, level, why, publication):
    assert fixes(HARD + body, publication, "words-reading") == [
        (
            f"this reads {level}, far harder than grade 8, which its readers should find",
            f"begin with line 7: {why}; line 9: {why}; line 11: {why}",
        )
    ]
