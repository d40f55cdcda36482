"""What pages show of the world outside, and of people."""

from dataclasses import replace
from typing import Any

import pytest

from publisher.content.parts import NextStep
from publisher.content.people import Person
from publisher.site.plan import PlannedPage, SitePlan
from publisher.site.presentation import Presentation
from publisher.site.stylesheet import Style
from publisher.site.views import Outside, Statement
from tests.site.example import PUBLICATION, VIEWS

PAGES = [PlannedPage("", "", view) for view in VIEWS.values()]
STYLE = Style("p{}")


def context(
    address: str, outside: Outside | None = None, people: dict[str, Person] | None = None
) -> dict[str, Any]:
    publication = replace(PUBLICATION, people=PUBLICATION.people | (people or {}))
    view = VIEWS[address]
    if view.person:
        key = view.person[0]
        view = replace(view, person=(key, publication.people[key]))
    shown = Presentation(SitePlan(publication, PAGES), STYLE, outside or Outside())
    return shown.context(view, "../")


def test_posts_that_went_out_are_where_the_conversation_goes_on():
    posts = {"trial-0001": (("Bluesky", "https://bsky.test.example/post/1"),)}
    told = context("articles/a-made-up-trial/", Outside(posts))
    assert told["conversation"] == (("Bluesky", "https://bsky.test.example/post/1"),)
    assert context("articles/a-made-up-trial/")["conversation"] == ()


@pytest.mark.parametrize("address", ["", "articles/a-made-up-trial/", "people/test-team/"])
def test_a_statement_stands_on_every_page(address: str):
    statement = Statement("The emergency department is open.", "en", "articles/open/")
    assert context(address, Outside(statement=statement))["statement"] == statement


def test_people_are_reached_as_long_as_they_are_here():
    reach = (NextStep(text="Book an appointment", url="tel:+441632960000"),)
    person = PUBLICATION.people["exemplar-one"].model_copy(update={"contact": reach})
    assert context("people/exemplar-one/", people={"exemplar-one": person})["contact"] == reach
    gone = person.model_copy(update={"left": PUBLICATION.as_of.date()})
    told = context("people/exemplar-one/", people={"exemplar-one": gone})
    assert (told["contact"], told["elsewhere"]) == ((), [])


def test_people_are_found_elsewhere_by_an_address_that_can_be_said():
    assert context("people/exemplar-one/")["elsewhere"] == [
        ("https://people.test.example/exemplar-one", "people.test.example/exemplar-one"),
        (
            "https://orcid.test.example/0000-0000-0000-0001",
            "orcid.test.example/0000-0000-0000-0001",
        ),
        ("https://github.com/exemplar-one", "github.com/exemplar-one"),
        ("https://social.test.example/@exemplar", "social.test.example/@exemplar"),
    ]


def test_a_reviewers_page_shows_what_they_have_read():
    reviewed = [card["address"] for card in context("people/specimen-two/")["reviewed"]]
    assert "articles/a-made-up-trial/" in reviewed
