"""The issue in which a person posts, and what an author reads when all is out."""

from datetime import timedelta

import pytest

from publisher.social.by_hand import ByHand
from publisher.social.channels import channels
from publisher.social.issues import Issue, complete, issues, out, plain, posted
from publisher.social.places import EXAMPLES, FEDIVERSE, HOSTS, network_of
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.snapshot import Snapshot
from tests.social.repositories import NOON

POST = ByHand(
    article="one-0001",
    channel="threads",
    occasion="launch",
    text="Wash your hands.\n\n```\n@everyone <b> [x](y)\n```\n\nhttps://journal.test/one/",
    picture="https://journal.test/cards/one.png",
    alt="Card with the words “One”",
    compose="https://www.threads.net/intent/post?text=Wash",
)
MARKER = "<!-- publisher: by hand one-0001 launch -->"


def test_an_issue_has_all_that_a_post_needs_and_nothing_in_a_text_ends_its_block():
    again = ByHand("one-0001", "instagram", "launch", "Look.", "", "", "https://instagram.com/")
    (issue,) = issues([POST, again], {"one-0001": "Wash *your* hands @all"})
    assert issue.title == "Post by hand: Wash *your* hands @all"
    assert issue.marker == MARKER
    assert issue.body == (
        f"{MARKER}\n"
        "**Wash \\*your\\* hands \\@all** is on the site. Post it, one network after the other:\n\n"
        "### Instagram\n\n"
        "[Write it on Instagram](<https://instagram.com/>)\n\n"
        "```text\nLook.\n```\n\n"
        "### Threads\n\n"
        "[Write it on Threads](<https://www.threads.net/intent/post?text=Wash>)\n\n"
        f"````text\n{POST.text}\n````\n\n"
        "![Card with the words “One”](<https://journal.test/cards/one.png>)\n\n"
        "What the picture shows, for who cannot see it:\n\n"
        "```text\nCard with the words “One”\n```\n\n"
        "When a post is out, paste its address here as a comment: that is written down, and this "
        "issue closes when nothing is left.\n"
    )


def test_each_article_and_occasion_has_an_issue_of_its_own():
    later = ByHand("one-0001", "threads", "again-1", "Still true.", "", "", "https://t.test/")
    other = ByHand("two-0001", "threads", "launch", "Two.", "", "", "https://t.test/")
    titles = {"one-0001": "One"}
    assert [issue.title for issue in issues([other, POST, later], titles)] == [
        "Post by hand: One (again-1)",
        "Post by hand: One",
        "Post by hand: two-0001",
    ]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("https://www.threads.net/@trust/post/C1", [("threads", "https://www.threads.net/@trust/post/C1")]),
        (
            "Done! <https://bsky.app/profile/a/post/1>, and (https://x.com/trust/status/2).",
            [
                ("bluesky", "https://bsky.app/profile/a/post/1"),
                ("x", "https://x.com/trust/status/2"),
            ],
        ),
        ("https://mastodon.example/@trust/3", [("mastodon", "https://mastodon.example/@trust/3")]),
        (
            "https://journal.test/a/ ![](https://a.test/b.png) https://threads.net/@trust/post/1",
            [("threads", "https://threads.net/@trust/post/1")],
        ),
        ("> https://x.com/trust/status/2\r\nDid you do this one?", []),
        ("```text\nhttps://bsky.app/profile/a/post/1\n```\nThis?", []),
        ("https://x.com/intent/post?text=a https://www.threads.net/", []),
        ("https://notx.com/1 https://video.example/@trust/film/1", []),
        ("I shall do it at noon.", []),
        ("http://x.com/insecure", []),
    ],
)  # fmt: skip
def test_a_comment_says_what_is_out_by_the_addresses_of_posts(comment, told):
    body = f"{MARKER}\nwhatever"
    assert list(posted(body, comment)) == [("one-0001", *one, "launch") for one in told]
    reminder = body.replace("launch", "again-1")
    assert list(posted(reminder, comment)) == [("one-0001", *one, "again-1") for one in told]
    assert list(posted("an issue of another kind", comment)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://mastodon.example/users/trust/statuses/3",
        "https://social.example/@trust/01HQW2TXJ5T6C8Z3YB1M9KD4RV",
    ],
)
def test_a_mastodon_post_is_known_by_its_path_on_any_server(address):
    assert network_of(address) == "mastodon"


def test_every_network_is_known_by_its_address():
    assert {*HOSTS, FEDIVERSE} == set(channels()) == set(EXAMPLES)


def test_an_author_reads_where_the_article_is():
    links = [("Bluesky", "https://bsky.app/1"), ("X", "https://x.com/2")]
    assert out("one-0001", "One <b>", links) == Issue(
        "<!-- publisher: out one-0001 -->",
        "One <b>",
        "<!-- publisher: out one-0001 -->\n**It is out:** One \\<b\\>\n\n"
        "- [Bluesky](<https://bsky.app/1>)\n- [X](<https://x.com/2>)\n",
    )


def snapshot(*states, at=NOON, occasion="launch"):
    return Snapshot(
        run="this",
        posts={
            PostKey("one-0001", channel, occasion): PostRecord(
                state=state, run="other", at=at, url=f"https://{channel}.example/1"
            )
            for channel, state in zip(("bluesky", "x"), states, strict=False)
        },
    )


OUT = (("Bluesky", "https://bluesky.example/1"),)
BOTH = (*OUT, ("X", "https://x.example/1"))


@pytest.mark.parametrize(
    ("told", "links"),
    [
        (snapshot(State.POSTED, State.POSTED), BOTH),
        (snapshot(State.POSTED, State.POSTED, occasion="statement"), BOTH),
        (snapshot(State.POSTED, State.SKIPPED), OUT),
        (snapshot(State.POSTED, State.UNKNOWN), ()),
        (snapshot(State.POSTED, State.CLAIMED), ()),
        (snapshot(State.POSTED, State.FAILED), ()),
        (snapshot(State.POSTED, State.POSTED, at=NOON - timedelta(days=2)), ()),
        (snapshot(State.POSTED, occasion="again-1"), ()),
        (snapshot(State.SKIPPED), ()),
        (snapshot(), ()),
    ],
    ids=["all", "statement", "skipped", "unknown", "claimed", "failed", "old", "again", "none", ""],
)
def test_an_article_is_out_when_nothing_of_it_is_left_to_send(told, links):
    assert complete(told, "one-0001", NOON - timedelta(days=1)) == links


def test_what_is_plain_is_one_line():
    assert plain("a\n`b`  ~c~") == "a \\`b\\` \\~c\\~"
