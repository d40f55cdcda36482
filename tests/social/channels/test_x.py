"""X."""

from dataclasses import replace

import pytest

from publisher.settings.networks import Channels, X
from publisher.social.account import (
    CredentialsError,
    Receipt,
    RefusedError,
    UnknownError,
    credentials,
)
from publisher.social.channels import account as account_of
from publisher.social.channels import x
from tests.social.fakes.x import POST, SECRETS, TOKEN
from tests.social.networks import Networks
from tests.social.places import SETTINGS, x_place
from tests.social.posts import png, post
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


def test_by_hand_text_and_link_are_handed_over_apart():
    link = x.compose_link(x.compose(story(url="https://a.example/", question="", hashtags=())))
    assert link == (
        "https://x.com/intent/post?text=Soap%20works.%20It%20takes%2020%20seconds%2C%20not%205."
        "&url=https%3A%2F%2Fa.example%2F%3Futm_source%3Dx%26utm_medium%3Dsocial"
        "%26utm_campaign%3Deducation%26utm_content%3Dab12-cd34"
    )


def test_the_picture_goes_along_with_what_it_shows(world: Networks):
    x_place(world).account().post(post("x", picture=png()))
    (number,) = world.x.posts[0].media
    assert world.x.alts[number] == "Two hands under a tap"


def test_a_post_with_a_link_costs_more():
    sent = post("x")
    bare = replace(sent, snippet=replace(sent.snippet, text="No link."))
    assert (x.cost(sent, SETTINGS.x), x.cost(bare, SETTINGS.x)) == (20, 1.5)


def test_the_months_money_is_never_passed(world: Networks):
    place = x_place(world)
    account = place.account(SETTINGS.model_copy(update={"x": X(send="api", monthly_budget=45)}))
    for number in range(2):
        account.post(post("x", article=f"article-{number}", hook=f"Number {number}"))
    with pytest.raises(RefusedError, match="`monthly_budget` allows 45"):
        account.post(post("x", article="article-2", hook="Number 2"))
    assert len(place.texts()) == 2


def test_what_may_have_gone_out_has_cost_its_money(world: Networks):
    account = x_place(world).account()
    world.faults({"match": "POST https://api.x.com/2/tweets", "lost": True})
    with pytest.raises(UnknownError):
        account.post(post("x"))
    assert account.budget.spent == 20


def test_until_the_ledger_has_said_what_was_spent_nothing_goes_out(world: Networks):
    account = x_place(world).account()
    account.budget.spent = None
    with pytest.raises(RefusedError, match="a sum that is not known"):
        account.post(post("x"))
    assert world.passed() == []


def test_it_is_off_unless_switched_on(world: Networks):
    assert account_of("x", credentials(x_place(world).environ), Channels()) is None


def test_a_text_that_stands_there_for_another_article_stays_refused(world: Networks):
    account = x_place(world).account()
    sent = post("x", texts={"x": "The same words. {url}"})
    account.post(sent)
    other = replace(sent, snippet=replace(sent.snippet, article="other-article"))
    with pytest.raises(RefusedError, match="duplicate content"):
        account.post(other)


@pytest.mark.parametrize("name", SECRETS)
def test_each_of_the_four_secrets_is_needed_for_a_signature_that_x_accepts(
    world: Networks, name: str
):
    place = x_place(world)
    assert place.account().whoami() == "@samplehealth"
    with pytest.raises(CredentialsError, match=f"renew .*{name}.* as docs/accounts.md says"):
        place.account(environ={name: "another"}).whoami()
    given = {key: value for key, value in SECRETS.items() if key != name}
    assert account_of("x", credentials(given), SETTINGS) is None


def test_no_signature_is_sent_twice(world: Networks):
    account = x_place(world).account()
    account.post(post("x", picture=png()))
    account.find("ab12-cd34")
    assert len(world.x.signatures.seen) >= len(world.passed()) == 5


def test_a_user_token_does_as_well_while_it_holds(world: Networks):
    account = account_of("x", credentials({"PUBLISHER_X_TOKEN": TOKEN}), SETTINGS)
    assert account is not None
    account.budget.spent = 0  # type: ignore[attr-defined] # X alone has money
    assert account.post(post("x")) == Receipt(
        world.x.posts[0].number, f"https://x.com/i/status/{world.x.posts[0].number}"
    )


def test_a_token_from_before_the_right_to_write_is_told_as_a_matter_of_secrets(world: Networks):
    world.x.read_only = True
    with pytest.raises(CredentialsError, match="renew PUBLISHER_X_CONSUMER_KEY and "):
        x_place(world).account().post(post("x"))


@pytest.mark.parametrize(
    "body",
    [
        {"text": 1},
        {"text": "A", "media": {"media_ids": []}},
        {"text": "A", "media": {"media_ids": [1]}},
        {"text": "A", "reply": {}},
        {"text": "A", "link": "https://a.example/"},
    ],
)
def test_the_fake_refuses_what_x_s_own_schema_does_not_allow(body):
    assert not POST.is_valid(body)
    assert POST.is_valid({"text": "A", "media": {"media_ids": ["1"]}})
