"""X."""

import pytest

from publisher.social.channels import x
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=x&{UTM}"


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("Soap", 4), ("健康", 4), ("🧼", 2), (LINK, 23), ("example.zip", 23)],
)
def test_counts_as_the_network_does(text, length):
    assert x.length(text) == length


def test_composes_hook_question_hashtags_and_link():
    snippet = x.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        "#HandHygiene #COVID19\n\n"
        f"{LINK}"
    )
    assert (snippet.length, snippet.limit) == (x.length(snippet.text), 280)
    assert (snippet.link, snippet.hashtags) == (LINK, ("HandHygiene", "COVID19"))


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(x, (230, 234, 235, 245, 256, 257, 280)) == [
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        ["Which song do you hum?"],
        [],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(x, 281)
    snippet = x.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LINK}"
    assert (snippet.length, snippet.limit) == (281, 280)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"x": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = x.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LINK} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)
