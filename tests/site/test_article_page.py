"""What stands on an article's page beside its text."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from publisher.content.article import Status
from publisher.content.parts import Film
from publisher.content.people import Person
from publisher.site.article_page import ArticlePage, Byline, minutes_to_read
from publisher.site.words import words
from tests.site.example import ARTICLES, PUBLICATION

TRIAL = ARTICLES["articles/a-made-up-trial/"]


def page(**changes: Any) -> dict[str, Any]:
    settings = PUBLICATION.settings.model_copy(update=changes)
    publication = replace(PUBLICATION, settings=settings)
    return ArticlePage(publication, TRIAL, words("en"), frozenset({"specimen-two"})).context()


def test_readers_are_told_who_reviewed_it_when_and_when_it_is_due_again():
    told = [(fact.label, fact.text, fact.address, fact.day, fact.iso) for fact in page()["facts"]]
    assert told == [
        ("Published", "", "", "March 10, 2026", "2026-03-10"),
        ("Updated", "", "", "April 2, 2026", "2026-04-02"),
        ("Reviewed by", "Specimen Two, MD", "people/specimen-two/", "on March 4, 2026",
         "2026-03-04"),
        ("Next review", "", "", "March 4, 2029", "2029-03-04"),
        ("Reading time", "1 minute", "", "", ""),
        ("Who it is for", "Patients and families, Clinicians", "", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "en",
            (
                "This text was last reviewed on March 4, 2026 and has not been read again since. "
                "Some of it may be out of date."
            ),
        ),
        (
            "es",
            (
                "Este texto se revisó por última vez el 4 de marzo de 2026 y nadie lo ha vuelto a "
                "revisar desde entonces. Puede que algo ya no esté al día."
            ),
        ),
    ],
)
def test_a_page_that_nobody_has_read_again_for_24_months_says_so(language: str, notice: str):
    def shown(moment: str, **changes: Any) -> str | None:
        publication = replace(PUBLICATION, as_of=datetime.fromisoformat(moment))
        article = TRIAL.model_copy(update=changes)
        told = ArticlePage(publication, article, words(language), frozenset()).context()
        found: str | None = told["overdue"]
        return found

    assert shown("2028-03-03T23:59:59+00:00") is None
    assert shown("2028-03-04T00:00:00+00:00") == notice
    assert shown("2038-03-04T00:00:00+00:00") == notice
    assert shown("2038-03-04T00:00:00+00:00", reviewed=None) is None
    assert shown("2038-03-04T00:00:00+00:00", status=Status.WITHDRAWN) is None


def test_a_name_without_a_page_leads_nowhere():
    assert page()["byline"] == [
        Byline("Exemplar One, RN, PhD", "Research nurse of the tests", ""),
        Byline("Test team", "Writes what the tests read", ""),
    ]
    assert page()["others"] == []


def test_of_forty_authors_three_stand_above_the_text():
    many = {f"author-{n}": Person(name=f"Author {n}") for n in range(40)}
    publication = replace(PUBLICATION, people=PUBLICATION.people | many)
    article = TRIAL.model_copy(update={"authors": tuple(many)})
    told = ArticlePage(publication, article, words("en"), frozenset()).context()
    assert [author.name for author in told["byline"]] == ["Author 0", "Author 1", "Author 2"]
    assert len(told["others"]) == 37


def test_each_identifier_of_a_reference_leads_to_its_place():
    both = TRIAL.references[0].model_copy(update={"pmid": "123"})
    article = TRIAL.model_copy(update={"references": (both, *TRIAL.references[2:])})
    found = ArticlePage(PUBLICATION, article, words("en"), frozenset()).context()["references"]
    assert [(cited["address"], cited["elsewhere"], cited["isbn"]) for cited in found] == [
        (
            "https://doi.org/10.5555/12345678",
            [
                ("doi:10.5555/12345678", "https://doi.org/10.5555/12345678"),
                ("PubMed 123", "https://pubmed.ncbi.nlm.nih.gov/123/"),
            ],
            None,
        ),
        (
            "https://clinicaltrials.gov/study/NCT00000000",
            [("NCT00000000", "https://clinicaltrials.gov/study/NCT00000000")],
            None,
        ),
        (None, [], "978-0-306-40615-7"),
        ("https://guidance.test.example/walking", [], None),
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("999", "In an emergency, call 999."),
        ("", "In an emergency, call your local emergency number."),
    ],
)
def test_the_emergency_number_is_that_of_the_region(number: str, said: str):
    assert page(emergency_number=number)["emergency"] == said


def test_a_mistake_is_reported_to_who_is_named_else_to_the_organisation():
    own = urlsplit(page()["mistake"])
    assert (own.scheme, own.path) == ("mailto", "journal@test.example")
    assert parse_qs(own.query) == {
        "subject": ["A mistake in: A made-up trial of walking"],
        "body": ["https://journal.test.example/articles/a-made-up-trial/"],
    }
    form = "https://forms.test.example/mistake"
    assert page(mistakes_to=form)["mistake"] == form
    nobody = PUBLICATION.settings.organisation.model_copy(update={"email": ""})
    assert page(organisation=nobody)["mistake"] is None


def test_a_film_is_a_picture_with_its_words_beside_it():
    film = Film(
        url="https://films.test.example/walk",
        poster="walk.png",
        alt="A hill",
        captions=("en", "es"),
        transcript="First words.\n\nLast words.",
    )
    article = TRIAL.model_copy(update={"film": film})
    found = ArticlePage(PUBLICATION, article, words("en"), frozenset()).context()["film"]
    assert found["captions"] == "English and Spanish"
    assert found["transcript"] == ["First words.", "Last words."]
    assert found["poster"].address == "articles/a-made-up-trial/walk.png"
    assert found["poster"].alt == "A hill"


def test_what_was_withdrawn_says_no_more_than_it_must():
    article = TRIAL.model_copy(update={"status": Status.WITHDRAWN, "reviewed": date(2026, 3, 4)})
    found = ArticlePage(PUBLICATION, article, words("en"), frozenset()).context()
    assert [fact.label for fact in found["facts"]][-1] == "Next review"
    assert found["cite"] is None


def test_reading_takes_at_least_a_minute_and_scripts_without_spaces_are_counted_too():
    assert minutes_to_read("Short.") == 1
    assert minutes_to_read("word " * 952) == 4
    assert minutes_to_read("字" * 1500) == 3
