"""LinkedIn."""

import pytest

from publisher.settings.networks import LinkedIn
from publisher.social.account import CredentialsError, LaterError, RefusedError
from publisher.social.channels import linkedin
from publisher.social.little_text import escape
from tests.social.fakes.linkedin import AUTHOR, Posted, as_shown
from tests.social.networks import Networks
from tests.social.places import SETTINGS, linkedin_place
from tests.social.posts import png, post
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


def test_by_hand_the_link_alone_can_be_handed_over():
    snippet = linkedin.compose(story(url="https://a.example/b/"))
    assert linkedin.compose_link(snippet) == (
        "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fa.example%2Fb%2F"
        "%3Futm_source%3Dlinkedin%26utm_medium%3Dsocial%26utm_campaign%3Deducation"
        "%26utm_content%3Dab12-cd34"
    )


def test_what_is_not_escaped_would_be_cut_and_ours_is_whole(world: Networks):
    place = linkedin_place(world)
    text = "Aspirin (75 mg) [daily] {not 300}: 1 < 2 | a_b ~ c * d \\ @who #Soap {url}"
    assert as_shown(text.replace("{url}", "")) == "Aspirin "
    sent = post("linkedin", texts={"linkedin": text})
    place.account().post(sent)
    assert place.texts() == [sent.snippet.text]
    assert "#Soap" in world.linkedin.posts[0].body["commentary"]
    assert "\\#Soap" not in world.linkedin.posts[0].body["commentary"]


def test_the_card_goes_along_with_its_picture_and_what_it_shows(world: Networks):
    place = linkedin_place(world)
    receipt = place.account().post(post("linkedin", picture=png()))
    assert receipt.url == f"https://www.linkedin.com/feed/update/{receipt.id}/"
    (posted,) = world.linkedin.posts
    thumbnail = posted.body["content"]["article"].pop("thumbnail")
    assert world.linkedin.images[thumbnail] == png()
    assert posted.body["content"]["article"] == {
        "source": LINK,
        "title": "Wash your hands",
        "description": "What soap does to germs, and how long it takes.",
        "thumbnailAltText": "Two hands under a tap",
    }


def test_the_token_goes_to_no_place_but_linkedins(world: Networks, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(world.linkedin, "upload_host", "www.linkedin.com.elsewhere.example")
    with pytest.raises(LaterError, match="a place for the picture that is not its own"):
        linkedin_place(world).account().post(post("linkedin", picture=png()))
    assert not [line for line in world.passed() if "elsewhere.example" in line]


def test_every_request_names_the_version_of_the_settings(world: Networks):
    old = SETTINGS.model_copy(update={"linkedin": LinkedIn(author=AUTHOR, version="202601")})
    gone = {"status": 426, "body": '{"code": "NONEXISTENT_VERSION", "message": "not active"}'}
    world.faults({"match": "rest/posts", "answer": gone})
    with pytest.raises(RefusedError, match="LinkedIn says: not active"):
        linkedin_place(world).account(old).post(post("linkedin"))


def test_a_token_that_may_not_read_says_so(world: Networks):
    refused = {"status": 403, "body": '{"code": "ACCESS_DENIED", "message": "Not enough rights"}'}
    world.faults({"match": "GET https://api.linkedin.com/rest/posts", "answer": refused})
    with pytest.raises(CredentialsError, match="Not enough rights; renew PUBLISHER_LINKEDIN_TOKEN"):
        linkedin_place(world).account().find("ab12-cd34")


def test_a_post_is_found_behind_hundreds_of_newer_ones(world: Networks):
    account = linkedin_place(world).account()
    first = account.post(post("linkedin"))
    (posted,) = world.linkedin.posts
    world.linkedin.posts += [
        Posted(f"urn:li:share:{number}", posted.body | {"commentary": "x", "content": {}})
        for number in range(250)
    ]
    assert account.find("ab12-cd34") == first
