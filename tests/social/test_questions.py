"""The questions that the house asks for authors who asked none."""

from itertools import product

import pytest

from publisher.content.article import Pillar
from publisher.social.questions import question

LANGUAGES = ("en", "es", "fr", "de", "pt", "it")


@pytest.mark.parametrize("pillar", Pillar)
def test_every_pillar_has_one_question_in_every_language(pillar):
    asked = [question(pillar, language) for language in LANGUAGES]
    assert len(set(asked)) == len(LANGUAGES)
    assert all(words.endswith("?") for words in asked)


def test_no_question_is_asked_twice():
    asked = [question(*which) for which in product(Pillar, LANGUAGES)]
    assert len(set(asked)) == len(asked)


def test_a_regional_language_uses_its_base_and_an_unknown_one_asks_nothing():
    assert question("community", "pt-BR") == question("community", "pt")
    assert question("community", "zh-Hant") == ""
