"""Facebook Pages."""

import pytest

from publisher.social.channels import facebook
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=facebook&{UTM}"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("Soap", 4), ("健康", 2), ("🧼", 2)])
def test_counts_as_the_network_does(text, length):
    assert facebook.length(text) == length


def test_composes_hook_question_link_and_hashtags():
    snippet = facebook.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{LINK}\n\n"
        "#HandHygiene"
    )
    assert (snippet.length, snippet.limit) == (len(snippet.text), 63_206)
    assert snippet.hashtags == ("HandHygiene",)


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(facebook, (63_168, 63_169, 63_182, 63_183)) == [
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        ["Which song do you hum?"],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(facebook, 63_207)
    snippet = facebook.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LINK}"
    assert (snippet.length, snippet.limit) == (63_207, 63_206)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"facebook": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = facebook.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LINK} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)
