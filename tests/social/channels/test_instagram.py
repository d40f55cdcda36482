"""Instagram."""

import pytest

from publisher.social.channels import instagram
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=instagram&{UTM}"
SHOWN = "journal.example.org/articles/wash-hands/"
ALL_FIVE = "#HandHygiene #COVID19 #InfectionControl #Soap #Schools"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("Soap", 4), ("健康", 2), ("🧼", 2)])
def test_counts_as_the_network_does(text, length):
    assert instagram.length(text) == length


def test_composes_hook_question_link_and_hashtags():
    snippet = instagram.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{SHOWN}\n\n"
        f"{ALL_FIVE}"
    )
    assert (snippet.length, snippet.limit) == (len(snippet.text), 2200)
    assert (snippet.link, len(snippet.hashtags)) == (LINK, 5)


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(instagram, (2120, 2121, 2176, 2177)) == [
        ["Which song do you hum?", ALL_FIVE],
        ["Which song do you hum?", ALL_FIVE.removesuffix(" #Schools")],
        ["Which song do you hum?"],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(instagram, 2201)
    snippet = instagram.compose(long)
    assert snippet.text == f"{long.hook}\n\n{SHOWN}"
    assert (snippet.length, snippet.limit) == (2201, 2200)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"instagram": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = instagram.compose(own)
    assert snippet.text == f"Twenty seconds:\n{SHOWN} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)


def test_by_hand_nothing_can_be_handed_over():
    assert instagram.compose_link(instagram.compose(story())) == "https://www.instagram.com/"
