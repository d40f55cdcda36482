"""Mastodon."""

import pytest

from publisher.social.channels import mastodon
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=mastodon&{UTM}"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Soap", 4),
        ("健康", 2),
        ("👨‍👩‍👧‍👦", 1),
        (LINK, 23),
        ("https://a.co", 23),
        ("(https://a.co/b_(c)).", 26),
        ("HTTP://A.CO/É?q=é!", 24),
        ("https://健康.com/健康。", 23),
        ("example.zip", 11),
        ("https://example.invalid/", 24),
        (f"https://{'a' * 64}.org/", 77),
        ("xhttps://a.co", 13),
        ("@nurse@hospital.example", 6),
        ("thanks @night.shift@hospital.example!", 20),
        ("@nurse@hospital.example@again", 29),
        ("mail me@hospital.example", 24),
        ("https://a.co/@nurse@hospital.example", 23),
        ("क्ष", 2),
    ],
)
def test_counts_as_the_network_does(text, length):
    assert mastodon.length(text) == length


def test_composes_hook_question_link_and_hashtags():
    snippet = mastodon.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{LINK}\n\n"
        "#HandHygiene #COVID19 #InfectionControl #Soap"
    )
    assert (snippet.length, snippet.limit) == (mastodon.length(snippet.text), 500)
    assert snippet.hashtags == ("HandHygiene", "COVID19", "InfectionControl", "Soap")


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(mastodon, (429, 430, 435, 436, 453, 462, 476, 477, 500)) == [
        ["Which song do you hum?", "#HandHygiene #COVID19 #InfectionControl #Soap"],
        ["Which song do you hum?", "#HandHygiene #COVID19 #InfectionControl"],
        ["Which song do you hum?", "#HandHygiene #COVID19 #InfectionControl"],
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        [],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(mastodon, 501)
    snippet = mastodon.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LINK}"
    assert (snippet.length, snippet.limit) == (501, 500)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"mastodon": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = mastodon.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LINK} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)
