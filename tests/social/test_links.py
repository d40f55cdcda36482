"""Addresses as posts need them."""

from publisher.social.links import bare, tracked
from tests.social.stories import UTM, story


def test_parameters_join_those_that_are_there_and_stay_before_the_fragment():
    odd = story(url="https://a.example.org/b%20c/?d=e%26f#g")
    assert tracked(odd, "x") == f"https://a.example.org/b%20c/?d=e%26f&utm_source=x&{UTM}#g"


def test_a_bare_address_can_be_read_out():
    assert (
        bare("https://journal.example.org/articles/a/?b=c#d") == "journal.example.org/articles/a/"
    )
