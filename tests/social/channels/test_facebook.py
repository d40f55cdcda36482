"""Facebook Pages."""

import pytest

from publisher.social.account import CredentialsError, LaterError, RefusedError
from publisher.social.channels import facebook
from tests.social.networks import Networks
from tests.social.places import facebook_place
from tests.social.posts import post
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


def test_by_hand_the_link_alone_can_be_handed_over():
    link = facebook.compose_link(facebook.compose(story(url="https://a.example/b/")))
    assert link.startswith("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example")


def test_the_card_is_read_anew_before_the_post(world: Networks):
    sent = post("facebook")
    facebook_place(world).account().post(sent)
    (posted,) = world.facebook.posts
    assert (posted.link, posted.carded) == (sent.snippet.link, True)


def test_a_page_that_facebook_cannot_read_stops_the_post(world: Networks):
    said = '{"error": {"code": 100, "message": "The page could not be read"}}'
    world.faults({"match": "POST https://graph", "answer": {"status": 400, "body": said}})
    with pytest.raises(RefusedError, match="could not be read"):
        facebook_place(world).account().post(post("facebook"))
    assert world.facebook.posts == []


@pytest.mark.parametrize(
    ("code", "error"),
    [(190, CredentialsError), (200, CredentialsError), (4, LaterError), (32, LaterError)],
)
def test_a_reason_that_only_its_code_tells_is_understood(world: Networks, code, error):
    said = f'{{"error": {{"code": {code}, "message": "no", "error_subcode": 1}}}}'
    world.faults({"match": "/feed", "answer": {"status": 403, "body": said}})
    with pytest.raises(error, match="Facebook says: no"):
        facebook_place(world).account().post(post("facebook"))


def test_the_token_stands_in_no_address(world: Networks):
    account = facebook_place(world).account()
    receipt = account.post(post("facebook"))
    account.find("ab12-cd34")
    account.counts(receipt)
    assert len(world.passed()) == 4
    assert not [line for line in world.passed() if "token" in line]
