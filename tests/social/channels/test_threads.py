"""Threads."""

import pytest

from publisher.social.channels import threads
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=threads&{UTM}"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Soap", 4),
        ("健康", 2),
        ("e\u0301", 2),
        ("🧼", 4),
        ("👨‍👩‍👧‍👦", 25),
        ("👍🏽", 8),
        ("🇬🇧", 8),
        ("1️⃣", 7),
        ("12 #*", 5),
        ("❤️", 6),
        ("™", 3),
    ],
)
def test_counts_as_the_network_does(text, length):
    assert threads.length(text) == length


def test_composes_hook_question_link_and_hashtags():
    snippet = threads.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{LINK}\n\n"
        "#HandHygiene"
    )
    assert (snippet.length, snippet.limit) == (len(snippet.text), 500)
    assert snippet.hashtags == ("HandHygiene",)


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(threads, (462, 463, 476, 477)) == [
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        ["Which song do you hum?"],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(threads, 501)
    snippet = threads.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LINK}"
    assert (snippet.length, snippet.limit) == (501, 500)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"threads": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = threads.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LINK} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)


def test_by_hand_text_and_link_are_handed_over_apart():
    link = threads.compose_link(threads.compose(story()))
    assert link.startswith("https://www.threads.net/intent/post?text=Soap%20works.%20It%20takes")
    assert "&url=https%3A%2F%2Fjournal.example.org%2Farticles%2Fwash-hands%2F%3Futm_source" in link
    assert "%0A%0A%0A" not in link
