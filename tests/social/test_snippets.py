"""From a publication to its posts, or to the lines that say why there is none."""

from dataclasses import replace
from datetime import UTC, datetime
from textwrap import dedent

import pytest

from publisher.content.article import Status
from publisher.content.publication import load_publication
from publisher.finding import Finding, Severity
from publisher.settings import Settings
from publisher.social.channels import channels
from publisher.social.snippets import compose, findings, stories
from tests.social.stories import hook_of, story

SETTINGS = Settings.model_validate(
    {
        "publication_id": "5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77",
        "organisation": {"name": "Sample"},
        "languages": ["en", "es"],
    }
)
TOPICS = """\
    soap:
      name: {en: Clean hands, es: Manos limpias}
      hashtag: {en: hand hygiene, es: higiene de manos}
    wards:
      name: Wards
    """
ARTICLE = """\
    ---
    id: ab12-cd34
    title: Wash your hands
    description: What soap does to germs, and how long it takes to do it well.
    date: 2026-01-02
    status: ready
    pillar: community
    audience: patients
    topics: [soap, wards]
    authors: [ward-team]
    {more}
    ---

    Soap works.
    """
ELSE = "in whole sentences, or write a text of its own under"


@pytest.fixture
def publish(tmp_path):
    """Write articles, given by slug and further front matter, and read the publication."""

    def publish(**articles):
        folder = tmp_path / "content" / "articles" / "2026"
        folder.mkdir(parents=True)
        (tmp_path / "content" / "topics.yml").write_text(dedent(TOPICS), encoding="utf-8")
        for slug, more in articles.items():
            text = dedent(ARTICLE).replace("{more}", more)
            if slug != "wash":
                text = text.replace("ab12-cd34", f"{slug}-0000")
            (folder / f"{slug}.md").write_text(text, encoding="utf-8")
        now = datetime(2026, 6, 1, tzinfo=UTC)
        return load_publication(tmp_path, SETTINGS, now, site_url="https://journal.example.org")

    return publish


def posts_of(publication):
    made = compose(stories(publication, lambda article: (f"https://a.example/{article.slug}", "")))
    assert made.faults == ()
    return made.snippets


def faults_of(told):
    return [(fault.check, fault.key, fault.message, fault.fix) for fault in compose([told]).faults]


def test_an_article_has_one_post_for_every_network(publish):
    posts = posts_of(publish(wash=""))
    assert [(post.article, post.channel) for post in posts] == [
        ("ab12-cd34", key) for key in channels()
    ]
    assert posts[0].text == (
        "What soap does to germs, and how long it takes to do it well.\n\n"
        "How does this look where you live?\n\n"
        "journal.example.org/articles/wash/\n\n"
        "#HandHygiene #Wards"
    )
    assert posts[0].card.image == "https://a.example/wash"


def test_what_the_author_wrote_comes_before_what_the_house_would_say(publish):
    social = "social: {hook: Soap works., question: Do you sing?, hashtags: [night shift]}"
    assert posts_of(publish(wash=social))[0].text == (
        "Soap works.\n\n"
        "Do you sing?\n\n"
        "journal.example.org/articles/wash/\n\n"
        "#NightShift #HandHygiene"
    )


def test_an_article_without_a_description_opens_with_its_title(publish):
    publication = publish(wash="")
    article = publication.articles[0].model_copy(update={"description": None})
    posts = posts_of(replace(publication, articles=(article,)))
    assert posts[0].text.startswith("Wash your hands\n\n")


def test_a_translation_speaks_its_language(publish):
    text = posts_of(publish(lavar="lang: es\nsocial: {hook: El jabón funciona.}"))[0].text
    assert text == (
        "El jabón funciona.\n\n"
        "¿Cómo se ve esto donde usted vive?\n\n"
        "journal.example.org/articles/lav...\n\n"
        "#HigieneDeManos #Wards"
    )


def test_nothing_goes_out_of_drafts_embargoes_withdrawals_and_what_is_not_to_be_told(publish):
    publication = publish(
        wash="",
        quiet="social: false",
        chosen="social: {channels: [x, mastodon]}",
    )
    untold: dict[str, dict[str, object]] = {
        "draft": {"status": Status.DRAFT},
        "withdrawn": {"status": Status.WITHDRAWN},
        "embargoed": {"published": datetime(2026, 6, 2, tzinfo=UTC)},
        "unnamed": {"id": None},
        "unsorted": {"pillar": None},
    }
    drafts = [
        publication.articles[0].model_copy(update={"path": f"{name}.md", "id": name, **changes})
        for name, changes in untold.items()
    ]
    publication = replace(publication, articles=(*publication.articles, *drafts))
    told = [(post.article, post.channel) for post in posts_of(publication)]
    assert [post for post in told if post[0] != "ab12-cd34"] == [
        ("chosen-0000", "mastodon"),
        ("chosen-0000", "x"),
    ]


def test_only_the_articles_that_were_asked_for_are_told(publish):
    publication = publish(wash="", soap="")
    asked = [article for article in publication.articles if article.slug == "soap"]
    told = stories(publication, lambda _article: ("", ""), asked)
    assert [each.article for each in told] == ["soap-0000"]


def test_a_post_that_cannot_fit_is_withheld_and_its_count_is_told():
    long = hook_of(channels()["x"], 290)
    made = compose([replace(long, channels=("mastodon", "x"))])
    assert [post.channel for post in made.snippets] == ["mastodon"]
    assert faults_of(replace(long, channels=("x",))) == [
        (
            "social-length",
            "social.hook",
            "the post for X has 290 characters (as X counts), its link included; 280 are allowed",
            f"shorten `social.hook` by 10, {ELSE} `social.x`",
        )
    ]


def test_a_post_that_fits_by_its_characters_may_be_too_long_by_its_bytes():
    families = story(hook="👨‍👩‍👧‍👦" * 120, channels=("bluesky",))
    assert faults_of(families) == [
        (
            "social-length",
            "social.hook",
            "the post for Bluesky has 3,037 bytes, its link included; 3,000 are allowed",
            f"shorten `social.hook` by 37, {ELSE} `social.bluesky`",
        )
    ]


def test_a_text_of_its_own_without_its_link_or_too_long_is_told():
    own = {"x": "a" * 281, "instagram": "The link is in our profile."}
    assert faults_of(story(texts=own, channels=("instagram", "x"))) == [
        (
            "social-link",
            "social.x",
            "the text for X has no `{url}`, so it leads nowhere",
            "write `{url}` where the link shall stand",
        ),
        (
            "social-length",
            "social.x",
            "the post for X has 281 characters (as X counts), its link included; 280 are allowed",
            "shorten `social.x` by 1, in whole sentences",
        ),
    ]


def test_more_hashtags_than_a_network_bears_are_told():
    loud = story(hook="#Soap and #water", channels=("mastodon", "threads"))
    made = compose([loud])
    assert [post.hashtags for post in made.snippets] == [
        ("Soap", "water", "HandHygiene", "COVID19")
    ]
    assert faults_of(loud) == [
        (
            "social-hashtag",
            "social.hook",
            "the post for Threads has 2 hashtags; at most 1 are read there",
            "take hashtags out of `social.hook`, or write a text of its own under `social.threads`",
        )
    ]


def test_a_network_that_nobody_knows_and_a_hashtag_that_is_none_are_told():
    odd = story(channels=("x", "blusky"), texts={"myspace": "{url}"}, hashtags=("2026", "soap"))
    assert faults_of(odd) == [
        (
            "social-channel",
            "social.myspace",
            "`myspace` is no network that we know",
            "write one of bluesky, facebook, instagram, linkedin, mastodon, threads, x",
        ),
        (
            "social-channel",
            "social.channels.1",
            "`blusky` is no network that we know",
            "did you mean `bluesky`?",
        ),
        (
            "social-hashtag",
            "social.hashtags",
            "`2026` has no letter, so no network would make a hashtag of it",
            "write a word, as HealthLiteracy",
        ),
    ]


def test_findings_stand_on_the_line_and_column_of_their_key(publish):
    social = "social:\n  channels: [x, blusky]\n  myspace: a"
    publication = publish(wash=social)
    made = compose(stories(publication, lambda _article: ("", "")))
    known = "bluesky, facebook, instagram, linkedin, mastodon, threads, x"
    path = "content/articles/2026/wash.md"
    assert list(findings(publication.root, made.faults)) == [
        Finding(
            "social-channel",
            Severity.ERROR,
            path,
            13,
            3,
            "`myspace` is no network that we know",
            f"write one of {known}",
        ),
        Finding(
            "social-channel",
            Severity.ERROR,
            path,
            12,
            17,
            "`blusky` is no network that we know",
            "did you mean `bluesky`?",
        ),
    ]


def test_a_finding_whose_article_cannot_be_read_any_more_stands_on_its_first_line(publish):
    publication = publish(wash="social: {myspace: a}")
    made = compose(stories(publication, lambda _article: ("", "")))
    (publication.root / "content/articles/2026/wash.md").write_text("gone", encoding="utf-8")
    assert [(f.line, f.column) for f in findings(publication.root, made.faults)] == [(1, 1)]
