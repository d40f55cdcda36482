"""LinkedIn."""

import pytest

from publisher.social.channels import linkedin
from publisher.social.little_text import escape
from tests.social.stories import UTM, hook_of, shrinking, story

LINK = f"https://journal.example.org/articles/wash-hands/?utm_source=linkedin&{UTM}"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Soap", 4),
        ("健康", 2),
        ("🧼", 2),
        ("(20 seconds)", 14),
        (r"\|{}@[]()<>#*_~", 30),
        ("#Soap", 6),
    ],
)
def test_counts_as_the_network_does(text, length):
    assert linkedin.length(text) == length


def test_composes_hook_question_link_and_hashtags():
    snippet = linkedin.compose(story())
    assert snippet.text == (
        "Soap works. It takes 20 seconds, not 5.\n\n"
        "Which song do you hum?\n\n"
        f"{LINK}\n\n"
        "#HandHygiene #COVID19 #InfectionControl"
    )
    # Seven signs are escaped on the way: four underscores and three hashes.
    assert (snippet.length, snippet.limit) == (len(snippet.text) + 7, 3000)
    assert snippet.hashtags == ("HandHygiene", "COVID19", "InfectionControl")


def test_drops_the_hashtags_from_the_last_and_then_the_question():
    assert shrinking(linkedin, (2932, 2933, 2951, 2952, 2961, 2962, 2976, 2977)) == [
        ["Which song do you hum?", "#HandHygiene #COVID19 #InfectionControl"],
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene #COVID19"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?", "#HandHygiene"],
        ["Which song do you hum?"],
        ["Which song do you hum?"],
        [],
    ]


def test_a_hook_that_is_too_long_stays_whole_and_its_count_says_so():
    long = hook_of(linkedin, 3001)
    snippet = linkedin.compose(long)
    assert snippet.text == f"{long.hook}\n\n{LINK}"
    assert (snippet.length, snippet.limit) == (3001, 3000)


def test_a_text_of_its_own_goes_out_word_for_word():
    own = story(texts={"linkedin": "Twenty seconds:\n{url} {hook} #soap"})
    snippet = linkedin.compose(own)
    assert snippet.text == f"Twenty seconds:\n{LINK} {{hook}} #soap"
    assert snippet.hashtags == ("soap",)


def test_escapes_everything_but_the_hashtags_it_is_told_of():
    text = r"#Soap (20 s) | C# {a} <b> @c *d* ~e~ _f_ [g] \h #SoapBox #1 x#Soap #Soap"
    assert escape(text, ("Soap",)) == (
        r"#Soap \(20 s\) \| C\# \{a\} \<b\> \@c \*d\* \~e\~ \_f\_ \[g\] \\h "
        r"\#SoapBox \#1 x\#Soap #Soap"
    )
    assert escape("#Soap") == r"\#Soap"
