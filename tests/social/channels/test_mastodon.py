"""Mastodon."""

import json

import pytest

from publisher.social.account import RefusedError
from publisher.social.channels import mastodon
from tests.social.networks import Networks
from tests.social.places import mastodon_place
from tests.social.posts import png, post
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


def test_by_hand_the_text_is_handed_over():
    link = mastodon.compose_link(mastodon.compose(story(hook="Soap & #1", question="")))
    assert link.startswith("https://share.joinmastodon.org/#text=Soap%20%26%20%231%0A%0Ahttps")


def test_the_picture_goes_along_with_what_it_shows(world: Networks):
    mastodon_place(world).account().post(post("mastodon", picture=png(), language="es"))
    (status,) = world.mastodon_statuses()
    (media,) = status["media_attachments"]
    assert (media["type"], media["description"]) == ("image", "Two hands under a tap")
    assert (status["language"], status["visibility"]) == ("es", "public")


def test_a_picture_still_worked_on_is_waited_for(world: Networks):
    working = {"status": 202, "body": '{"id": "ID", "url": null}'}
    world.faults({"match": "api/v2/media", "instead": working})
    with pytest.raises(RefusedError):  # the made-up id is known to nobody
        mastodon_place(world).account().post(post("mastodon", picture=png()))
    assert "GET https://mastodon.example/api/v1/media/ID" in world.passed()
    assert world.mastodon_statuses() == []


def test_the_server_says_how_much_it_takes_and_is_asked_once(world: Networks):
    long = mastodon.length(post("mastodon").snippet.text, 30)
    statuses = {"max_characters": long - 1, "characters_reserved_per_url": 30}
    told = {"status": 200, "body": json.dumps({"configuration": {"statuses": statuses}})}
    world.faults({"match": "api/v2/instance", "instead": told})
    account = mastodon_place(world).account()
    with pytest.raises(RefusedError, match=f"has {long} characters; {long - 1} are"):
        account.post(post("mastodon"))
    account.post(post("mastodon", question=""))
    assert sum("instance" in line for line in world.passed()) == 1


def test_alternative_text_that_is_too_long_is_not_cut(world: Networks):
    with pytest.raises(RefusedError, match="alternative text; 1,500 are allowed"):
        mastodon_place(world).account().post(post("mastodon", picture=png(), alt="a" * 1501))


def test_a_post_is_found_behind_many_newer_ones(world: Networks):
    account = mastodon_place(world).account()
    first = account.post(post("mastodon"))
    for number in range(60):
        account.post(post("mastodon", article=f"other-{number}", hook=f"Number {number}"))
    assert account.find("ab12-cd34") == first
