"""What a card says, and how it is told."""

from dataclasses import replace

import pytest

from publisher.site.card_words import alternative, bylines, wording
from publisher.site.drawing.layout import Wording
from tests.site.example import ARTICLES, PUBLICATION

TRIAL = ARTICLES["articles/a-made-up-trial/"]


def test_a_card_says_title_pillar_byline_and_publication():
    said = wording(PUBLICATION, TRIAL)
    assert (said.title, said.name, said.eyebrow) == (TRIAL.title, "Test Journal", "Research")
    assert said.bylines[0] == "Exemplar One and Test team"


def test_a_card_speaks_the_articles_language():
    said = wording(PUBLICATION, ARTICLES["articles/un-ensayo-inventado/"])
    assert (said.language, said.eyebrow) == ("es", "Investigación")
    assert said.bylines[0] == "Exemplar One y Equipo de pruebas"


def test_a_card_runs_as_its_language():
    assert wording(PUBLICATION, ARTICLES["articles/right-to-left/"]).right_to_left


def test_accents_become_one_with_their_letters_and_no_break_spaces_stay():
    article = TRIAL.model_copy(
        update={"title": "Cafe\N{COMBINING ACUTE ACCENT}  5\N{NO-BREAK SPACE}mg"}
    )
    assert wording(PUBLICATION, article).title == "Café 5\N{NO-BREAK SPACE}mg"


@pytest.mark.parametrize(
    ("authors", "language", "expected"),
    [
        ([], "en", []),
        (["A"], "en", ["A"]),
        (["A", "B"], "en", ["A and B", "A and 1 more"]),
        (
            [f"{number}" for number in range(1, 41)],
            "en",
            ["1, 2, 3 and 37 more", "1, 2 and 38 more", "1 and 39 more"],
        ),
        (["A", "B"], "es", ["A y B", "A y 1 más"]),
    ],
    ids=["nobody", "one", "two", "forty", "Spanish"],
)
def test_authors_are_named_or_counted(authors, language, expected):
    assert bylines(authors, language)[-len(expected) :] == expected


CARD = Wording("Wash your hands", "en", "Test Journal")


def test_who_cannot_see_the_card_is_told_its_words():
    assert alternative(CARD) == "Card with the words “Wash your hands”, Test Journal"


def test_the_picture_on_it_is_told_too():
    told = alternative(replace(CARD, language="es"), "Agua")
    assert told == "Tarjeta con las palabras «Wash your hands», Test Journal. Al lado: Agua"
