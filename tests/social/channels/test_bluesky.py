"""Bluesky."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from publisher.social.account import CredentialsError, RefusedError
from publisher.social.channels import bluesky
from publisher.social.facets import facets
from tests.social.networks import Networks
from tests.social.places import bluesky_place
from tests.social.posts import hostile, png, post
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


def test_by_hand_the_whole_link_stands_in_the_text():
    link = bluesky.compose_link(bluesky.compose(story(hook="Soap & water", question="")))
    assert link.startswith(
        "https://bsky.app/intent/compose?text=Soap%20%26%20water%0A%0Ahttps%3A%2F%2F"
    )
    assert LABEL not in link


def test_the_record_has_the_card_with_a_thumbnail_that_the_server_takes(world: Networks):
    place = bluesky_place(world)
    sent = post("bluesky", picture=png(1200, 630, noise=True), language="en-GB")
    receipt = place.account().post(sent)
    (record,) = world.bluesky_records(place.environ["PUBLISHER_BLUESKY_HANDLE"])
    value = record["value"]
    thumb = value["embed"]["external"].pop("thumb")
    assert (thumb["mimeType"], thumb["size"] <= 1_000_000) == ("image/jpeg", True)
    assert value == {
        "$type": "app.bsky.feed.post",
        "text": sent.snippet.text,
        "facets": facets(sent.snippet),
        "langs": ["en-GB"],
        "createdAt": "2026-11-24T09:30:12.345Z",
        "embed": {
            "$type": "app.bsky.embed.external",
            "external": {
                "uri": LINK,
                "title": "Wash your hands",
                "description": "What soap does to germs, and how long it takes.",
            },
        },
    }
    assert receipt.url == record["uri"].replace("at://", "https://bsky.app/profile/").replace(
        "/app.bsky.feed.post/", "/post/"
    )


def test_a_facet_of_a_hostile_text_still_lies_on_its_label(world: Networks):
    place = bluesky_place(world)
    sent = hostile("bluesky")
    assert bluesky.length(sent.snippet.text[: sent.snippet.text.index("👨")]) + 1 == 299
    place.account().post(sent)
    (record,) = world.bluesky_records(place.environ["PUBLISHER_BLUESKY_HANDLE"])
    (facet,) = record["value"]["facets"]
    text = record["value"]["text"].encode()
    index = facet["index"]
    assert text[index["byteStart"] : index["byteEnd"]].decode() == sent.snippet.shown
    assert facet["features"][0]["uri"] == sent.snippet.link


def test_eight_at_once_make_one_post(world: Networks):
    place = bluesky_place(world)
    accounts = [place.account() for _ in range(8)]
    with ThreadPoolExecutor(8) as runners:
        receipts = list(runners.map(lambda account: account.post(post("bluesky")), accounts))
    assert len(set(receipts)) == 1
    assert len(place.texts()) == 1


def test_a_word_changed_since_is_no_second_post(world: Networks):
    place = bluesky_place(world)
    first = place.account().post(post("bluesky"))
    changed = post("bluesky", hook="Soap works; it takes 20 seconds.")
    assert place.account().post(changed) == first
    assert place.texts() == [post("bluesky").snippet.text]


def test_another_article_at_the_same_key_is_refused(world: Networks):
    place = bluesky_place(world)
    place.account().post(post("bluesky", article="other-article"))
    other = post("bluesky", article="other-article")
    strange = replace(post("bluesky"), key=other.key)
    with pytest.raises(RefusedError, match="another post stands at"):
        place.account().post(strange)


def test_one_session_serves_a_whole_run(world: Networks):
    place = bluesky_place(world)
    account = place.account()
    account.post(post("bluesky"))
    account.post(post("bluesky", "again-1", hook="Once more."))
    assert sum("server.createSession" in line for line in world.passed()) == 1


def test_a_session_that_ends_twice_in_a_row_says_what_to_renew(world: Networks):
    place = bluesky_place(world)
    expired = {"status": 400, "body": '{"error": "ExpiredToken", "message": "Token has expired"}'}
    world.faults(*[{"match": place.write, "answer": expired}] * 2)
    with pytest.raises(CredentialsError) as told:
        place.account().post(post("bluesky"))
    assert str(told.value) == (
        "Bluesky says: Token has expired, of a session made just now; renew "
        "PUBLISHER_BLUESKY_HANDLE and PUBLISHER_BLUESKY_APP_PASSWORD as docs/accounts.md says"
    )
    assert place.texts() == []
    place.account().post(post("bluesky"))
    assert place.texts() == [post("bluesky").snippet.text]


def test_an_answer_hangs_on_the_first_post_of_its_thread(world: Networks):
    place = bluesky_place(world)
    account = place.account()
    first = account.post(post("bluesky"))
    second = account.reply(first, post("bluesky", "correction", hook="20 seconds, not 5."))
    account.reply(second, post("bluesky", "statement", hook="And with soap."))
    records = world.bluesky_records(place.environ["PUBLISHER_BLUESKY_HANDLE"])
    replies = [record["value"]["reply"] for record in records if "reply" in record["value"]]
    assert {(reply["root"]["uri"], reply["parent"]["uri"]) for reply in replies} == {
        (first.id, second.id),
        (first.id, first.id),
    }
