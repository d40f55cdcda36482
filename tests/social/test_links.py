"""Addresses as posts need them."""

import pytest

from publisher.social.links import bare, leads_to, tracked
from tests.social.stories import UTM, story


def test_parameters_join_those_that_are_there_and_stay_before_the_fragment():
    odd = story(url="https://a.example.org/b%20c/?d=e%26f#g")
    assert tracked(odd, "x") == f"https://a.example.org/b%20c/?d=e%26f&utm_source=x&{UTM}#g"


def test_a_bare_address_can_be_read_out():
    assert (
        bare("https://journal.example.org/articles/a/?b=c#d") == "journal.example.org/articles/a/"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example/x/?utm_source=x&utm_content=ab12-cd34", True),
        ("(https://a.example/x/?utm_content=ab12-cd34).", True),
        ('<a href="https://b.example/y?utm_medium=social&amp;utm_content=ab12-cd34">y</a>', True),
        ("手https://a.example/?utm_content=ab12-cd34。洗", True),
        ("https://a.example/x/?utm_content=ab12-cd345", False),
        ("https://a.example/x/?utm_content=ab12", False),
        ("https://a.example/x/?utm_content=ab12-cd34&utm_term=again-1", False),
        ("utm_content=ab12-cd34", False),
    ],
)
def test_a_link_leads_to_an_article_whatever_became_of_its_address(text, found):
    assert leads_to(text, "ab12-cd34") is found


def test_a_link_of_a_later_occasion_leads_to_that_one_only():
    link = tracked(story(occasion="again-1"), "mastodon")
    assert link.endswith("&utm_content=ab12-cd34&utm_term=again-1")
    assert leads_to(link, "ab12-cd34", "again-1")
    assert not leads_to(link, "ab12-cd34")
