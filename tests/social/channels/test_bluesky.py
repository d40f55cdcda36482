"""Bluesky."""

import pytest

from publisher.social.channels import bluesky
from publisher.social.facets import facets
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=bluesky&{UTM}"
LABEL = "journal.example.org/articles/was..."


@pytest.mark.parametrize(
    ("text", "length", "size"),
    [
        ("", 0, 0),
        ("Soap", 4, 4),
        ("健康", 2, 6),
        ("e\u0301", 1, 3),
        ("👨‍👩‍👧‍👦", 1, 25),
        ("https://example.org/", 20, 20),
    ],
)
def test_counts_as_the_network_does(text, length, size):
    assert bluesky.length(text) == length
    assert bluesky.size(text) == size


def test_composes_hook_question_link_and_hashtags():
    snippet = bluesky.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{LABEL}\n\n"
        "#HandHygiene #COVID19"
    )
    assert (snippet.length, snippet.limit) == (bluesky.length(snippet.text), 300)
    assert (snippet.link, snippet.hashtags) == (LINK, ("HandHygiene", "COVID19"))


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(bluesky, (250, 253, 254, 262, 263, 276, 277, 300)) == [
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        ["Which song do you hum?"],
        [],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(bluesky, 301)
    snippet = bluesky.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LABEL}"
    assert (snippet.length, snippet.limit) == (301, 300)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"bluesky": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = bluesky.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LABEL} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)


def test_drops_parts_for_the_bytes_too():
    family = story(hook="👨‍👩‍👧‍👦" * 117, question="", hashtags=("soap", "water"))
    snippet = bluesky.compose(family)
    assert snippet.hashtags == ("Soap", "Water")
    fuller = story(hook="👨‍👩‍👧‍👦" * 118, question="", hashtags=("soap", "water"))
    assert bluesky.compose(fuller).hashtags == ("Soap",)
    assert bluesky.size(bluesky.compose(fuller).text) == 2994


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://journal.example.org/", "journal.example.org"),
        ("https://journal.example.org/articles/abcd/", "journal.example.org/articles/abcd/"),
        ("https://journal.example.org/articles/abcde/", "journal.example.org/articles/abc..."),
    ],
)
def test_an_address_is_shown_as_the_official_app_shows_it(url, label):
    assert bluesky.label(url) == label


def test_facets_lie_on_the_bytes_of_the_label_and_of_each_hashtag():
    snippet = bluesky.compose(story(hook="👩🏽‍⚕️ ¿Qué tal, #salud? #1", hashtags=("higiene",)))
    text = snippet.text.encode()
    marked = [
        (text[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(), f["features"])
        for f in facets(snippet)
    ]
    assert marked == [
        ("#salud", [{"$type": "app.bsky.richtext.facet#tag", "tag": "salud"}]),
        (LABEL, [{"$type": "app.bsky.richtext.facet#link", "uri": LINK}]),
        ("#Higiene", [{"$type": "app.bsky.richtext.facet#tag", "tag": "Higiene"}]),
    ]
