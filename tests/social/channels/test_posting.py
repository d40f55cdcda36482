"""What holds for every network that we post to by its API, each with its server or its fake."""

import pytest

from publisher import _http
from publisher.settings.networks import Channels
from publisher.social.account import (
    Commented,
    Counts,
    CredentialsError,
    LaterError,
    Receipt,
    RefusedError,
    UnknownError,
    answer_below,
    credentials,
)
from publisher.social.channels import account as account_of
from publisher.social.channels import channels
from tests.social.networks import Networks
from tests.social.places import SETTINGS, Place
from tests.social.posts import hostile, png, post
from tests.social.stories import STORY, hook_of

ID = STORY.article


def test_a_post_goes_out_and_is_found_by_its_article(place: Place):
    sent = post(place.key, picture=png())
    receipt = place.account().post(sent)
    assert place.texts() == [sent.snippet.text]
    assert receipt.url.startswith("http")  # mastodon-mock knows of no TLS in front of it
    assert place.account().find(ID) == receipt


def test_the_same_post_twice_is_one_post_with_one_receipt(place: Place):
    sent = post(place.key, picture=png())
    assert place.account().post(sent) == place.account().post(sent)
    assert place.texts() == [sent.snippet.text]


def test_a_post_whose_answer_was_lost_is_unknown_and_then_found(place: Place, world: Networks):
    world.faults({"match": place.write, "lost": True})
    with pytest.raises(UnknownError, match="may have gone out"):
        place.account().post(post(place.key))
    found = place.account().find(ID)
    assert place.texts() == [post(place.key).snippet.text]
    assert isinstance(found, Receipt)


def test_a_post_that_was_never_sent_is_not_found(place: Place):
    other = post(place.key, article="other-article")
    again = post(place.key, "again-1", hook="A second text.")
    for sent in (other, again):
        place.account().post(sent)
    assert place.account().find(ID) is None
    assert place.account().find(ID, "again-1") is not None


def test_wrong_credentials_are_told_with_the_name_of_the_secret(place: Place):
    name = list(place.environ)[-1]
    account = place.account(environ={name: "wrong-secret"})
    with pytest.raises(CredentialsError, match=name) as told:
        account.post(post(place.key))
    assert "wrong-secret" not in str(told.value)
    assert place.texts() == []


def test_an_expired_token_stops_the_post_or_is_renewed(place: Place, world: Networks):
    expired = {"status": 401, "body": '{"message": "expired", "error": "expired"}'}
    if place.key == "bluesky":
        expired = {"status": 400, "body": '{"error": "ExpiredToken", "message": "expired"}'}
    world.faults({"match": place.write, "answer": expired})
    if place.key == "bluesky":
        place.account().post(post(place.key))
        assert len(place.texts()) == 1
        return
    with pytest.raises(CredentialsError):
        place.account().post(post(place.key))
    assert place.texts() == []


def test_a_rate_limit_says_when_to_come_again(place: Place, world: Networks):
    limited = {"status": 429, "headers": {"Retry-After": "120"}, "body": '{"error": "slow"}'}
    world.faults({"match": place.write, "answer": limited})
    with pytest.raises(LaterError) as told:
        place.account().post(post(place.key))
    assert told.value.retry_after == 120
    assert place.texts() == []


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_broken_server_leaves_it_open_and_a_look_decides(
    place: Place, world: Networks, status: int
):
    world.faults({"match": place.write, "instead": {"status": status, "body": "Bad Gateway"}})
    with pytest.raises(UnknownError, match="may have gone out"):
        place.account().post(post(place.key))
    assert place.account().find(ID) is not None
    world.faults({"match": place.write, "answer": {"status": status, "body": "Bad Gateway"}})
    again = post(place.key, "again-1", hook="A second text.")
    with pytest.raises(UnknownError):
        place.account().post(again)
    assert place.account().find(ID, "again-1") is None
    assert len(place.texts()) == 1


def test_an_answer_cut_short_leaves_it_open(place: Place, world: Networks):
    fault = {"cut": True} if place.key != "linkedin" else {"instead": {"status": 201}}
    world.faults({"match": place.write} | fault)
    with pytest.raises(UnknownError):
        place.account().post(post(place.key))
    assert place.account().find(ID) is not None
    assert len(place.texts()) == 1


def test_a_server_that_takes_too_long_leaves_it_open(
    place: Place, world: Networks, monkeypatch: pytest.MonkeyPatch
):
    account = place.account()
    account.whoami()
    monkeypatch.setattr(_http, "TIMEOUT", (5, 1))
    world.faults({"match": place.write, "late": 3})
    with pytest.raises(UnknownError, match="did not answer in time"):
        account.post(post(place.key))
    monkeypatch.undo()
    for name, value in world.environment.items():
        monkeypatch.setenv(name, value)
    assert place.account().find(ID) is not None


def test_a_network_that_cannot_be_reached_is_tried_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(LaterError, match="cannot be reached"):
        place.account().post(post(place.key))
    assert place.texts() == []


def test_a_certificate_that_nobody_vouches_for_stops_everything(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(LaterError):
        place.account().post(post(place.key))
    assert place.texts() == []


def test_a_redirect_takes_no_secret_elsewhere(place: Place, world: Networks):
    elsewhere = {"status": 307, "headers": {"Location": "https://elsewhere.example/"}}
    world.faults({"match": place.write, "answer": elsewhere})
    with pytest.raises(RefusedError):
        place.account().post(post(place.key))
    assert not [line for line in world.passed() if "elsewhere.example" in line]


def test_a_post_that_is_too_long_is_not_even_sent(place: Place, world: Networks):
    module = channels()[place.key]
    long = module.compose(hook_of(module, module.LIMIT + 1))
    sent = post(place.key, hook=long.text.split("\n\n")[0], question="", hashtags=())
    assert sent.snippet.length == module.LIMIT + 1
    with pytest.raises(RefusedError, match=f"{module.LIMIT:,} are allowed"):
        place.account().post(sent)
    assert not [line for line in world.passed() if place.write in line]


def test_a_hostile_text_arrives_word_for_word(place: Place):
    sent = hostile(place.key)
    receipt = place.account().post(sent)
    assert place.texts() == [sent.snippet.text]
    assert place.account().find(ID) == receipt


def test_a_picture_that_is_none_stops_the_post(place: Place):
    sent = post(place.key, picture=b"<html>Not found</html>")
    if place.key == "facebook":  # which takes the picture from the page
        place.account().post(sent)
        assert place.texts() == [sent.snippet.text]
        return
    with pytest.raises(RefusedError, match="cannot be read as a picture"):
        place.account().post(sent)
    assert place.texts() == []


def test_an_answer_stands_below_the_post(place: Place):
    account = place.account()
    receipt = account.post(post(place.key))
    account.reply(receipt, post(place.key, "correction", hook="20 seconds, not 5."))
    assert account.find(ID) == receipt


def test_an_answer_is_found_where_it_lies(place: Place, world: Networks):
    """On some networks that is a comment, which no list of posts has."""
    account = place.account()
    receipt = account.post(post(place.key))
    assert answer_below(account, receipt, ID, "correction") is None
    write = "/comments" if isinstance(account, Commented) else place.write
    world.faults({"match": write, "lost": True})
    with pytest.raises(UnknownError):
        account.reply(receipt, post(place.key, "correction", hook="20 seconds, not 5."))
    found = answer_below(account, receipt, ID, "correction")
    assert isinstance(found, Receipt)
    assert found.id != receipt.id
    assert answer_below(account, receipt, ID, "correction-2") is None


def test_counts_are_told_and_a_post_that_is_gone_has_none(place: Place, world: Networks):
    account = place.account()
    receipt = account.post(post(place.key))
    world.view.known[receipt.id] = (5, 2, 1)
    assert (
        account.counts(receipt)
        == {
            "bluesky": Counts(5, 2, 1),
            "facebook": Counts(3, 0, 0),
            "linkedin": Counts(4, None, 0),
            "mastodon": Counts(0, 0, 0),
            "x": Counts(4, 1, 0),
        }[place.key]
    )
    account.delete(receipt)
    world.view.known.clear()
    assert place.texts() == []
    assert account.counts(receipt) is None
    account.delete(receipt)


def test_the_network_says_who_we_are(place: Place):
    assert (
        place.account().whoami()
        == {
            "bluesky": place.environ.get("PUBLISHER_BLUESKY_HANDLE"),
            "facebook": "Sample Health Trust",
            "linkedin": "Sample Health Trust",
            "mastodon": "@testuser@mastodon.example",
            "x": "@samplehealth",
        }[place.key]
    )


def test_without_its_secrets_there_is_no_account(place: Place):
    for name in place.environ:
        left = {key: value for key, value in place.environ.items() if key != name}
        assert account_of(place.key, credentials(left | {name: ""}), SETTINGS) is None


def test_by_hand_there_is_no_account(place: Place):
    by_hand = Channels.model_validate({place.key: {"send": "by-hand"}})
    assert account_of(place.key, credentials(place.environ), by_hand) is None
