"""What holds for each network, also for one that is added tomorrow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.social.channels import channels
from publisher.social.hashtags import camel_case
from tests.social.stories import STORY, story

KEYS = list(channels())
HOSTILE = [
    "</script><script>alert(1)</script>",
    "{url} {0} {{hook}} %s ${link} \\g<0> \\1",
    "\u202eright to left\u202c and \u200fback",
    "]]> & <b> \"quoted\" 'twice'",
    "Not in mice. Not 5 mg, but 0.5 mg.",
    "👩🏽‍⚕️👨‍👩‍👧‍👦🇬🇧1️⃣",
    "健康は大切です。手を洗いましょう。",
    "غسل اليدين ينقذ الأرواح",
]


def test_every_network_is_found_in_one_order():
    assert KEYS == ["bluesky", "facebook", "instagram", "linkedin", "mastodon", "threads", "x"]


def test_each_network_bears_as_many_hashtags_as_the_house_allows():
    most = {channel.NAME: channel.HASHTAGS for channel in channels().values()}
    assert most == {
        "Bluesky": 2,
        "Facebook": 1,
        "Instagram": 5,
        "LinkedIn": 3,
        "Mastodon": 4,
        "Threads": 1,
        "X": 2,
    }


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("hook", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_hook_and_question_come_through_word_for_word(key, hook):
    snippet = channels()[key].compose(story(hook=hook, question=f"Why? {hook}"))
    assert snippet.text.startswith(f"{hook}\n\nWhy? {hook}\n\n")
    assert snippet.text.count(snippet.shown) == 1


@pytest.mark.parametrize("key", KEYS)
def test_the_link_tells_where_a_reader_came_from(key):
    snippet = channels()[key].compose(STORY)
    assert snippet.link == (
        "https://journal.example.org/articles/wash-hands/"
        f"?utm_source={key}&utm_medium=social&utm_campaign=education&utm_content=ab12-cd34"
    )
    assert snippet.url == "https://journal.example.org/articles/wash-hands/"


@pytest.mark.parametrize("key", KEYS)
def test_the_card_is_the_articles_own(key):
    card = channels()[key].compose(STORY).card
    assert (card.title, card.description) == (STORY.title, STORY.description)
    assert (card.image, card.alt) == (STORY.image, STORY.alt)


@pytest.mark.parametrize("key", KEYS)
def test_a_post_speaks_the_language_of_its_article(key):
    assert channels()[key].compose(story(language="es")).language == "es"


@pytest.mark.parametrize("key", KEYS)
@given(
    hook=st.text(st.characters(codec="utf-8"), min_size=1, max_size=400),
    question=st.text(st.characters(codec="utf-8"), max_size=80),
    tags=st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=6),
)
def test_whatever_is_written_stays_whole_and_what_is_left_out_goes_in_order(
    key, hook, question, tags
):
    channel = channels()[key]
    post = channel.compose(story(hook=hook, question=question, hashtags=tuple(tags)))
    parts = [hook, post.shown]
    assert all(part in post.text for part in parts)
    assert post.length == channel.length(post.text)
    fits = not any(measure.excess for measure in channel.measures(post.text))
    said = channel.compose(story(hook=hook, question=question, hashtags=())).hashtags
    if fits and post.hashtags[len(said) :]:
        assert question in post.text
    if not fits:
        ends = [part for part in (hook, post.shown) if part]
        assert post.text == "\n\n".join(ends)
    added = [tag for tag in post.hashtags if tag not in said]
    assert len(added) <= channel.HASHTAGS
    assert {tag.casefold() for tag in added} <= {camel_case(tag).casefold() for tag in tags}
