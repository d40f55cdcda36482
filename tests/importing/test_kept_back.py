"""What the old site kept from its readers stays kept from ours."""

from typing import Any

import frontmatter
import pytest

from tests.importing.foreign import Blog, Files


@pytest.fixture(autouse=True)
def new_year_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def come(blog: Blog, files: Files) -> tuple[Any, list[str]]:
    """Our keys for the one article among `files`, and what was told of it."""
    blog.write(files)
    report = blog.come()
    path = next(path for path in report.written if "/articles/" in path)
    return frontmatter.load(str(blog.root / path)).metadata, blog.told(report)


def hugo(front_matter: str) -> Files:
    return {
        "hugo.toml": "title = 'Old'",
        "content/a.md": f"---\ntitle: A\ndate: 2020-02-02\n{front_matter}\n---\nText.\n",
    }


@pytest.mark.parametrize("name", ["publishDate", "pubdate", "published"])
def test_an_embargo_outlasts_the_move(blog: Blog, name: str) -> None:
    keys, told = come(blog, hugo(f"{name}: 2031-03-01"))
    assert (str(keys["date"]), keys["status"], told) == ("2031-03-01", "ready", [])


def test_an_embargo_that_is_over_leaves_the_date_as_it_was(blog: Blog) -> None:
    keys, told = come(blog, hugo("publishDate: 2020-02-05T08:00:00+01:00"))
    assert (str(keys["date"]), keys["status"]) == ("2020-02-02", "ready")
    assert told == [
        (
            "content/a.md:4: notice import-key: "
            "kept nothing of `publishDate: 2020-02-05T08:00:00+01:00`"
        )
    ]


@pytest.mark.parametrize(
    ("front_matter", "why"),
    [
        ("expiryDate: soon", "this day cannot be read without doubt, and may be past"),
        ("publishDate: soon", "this day cannot be read without doubt, and may be to come"),
        ("headless: true", "the old site listed it nowhere"),
        ("unlisted: yes", "the old site listed it nowhere"),
        ("build: {render: never}", "the old site made no page of it"),
        ("_build: {render: false}", "the old site made no page of it"),
        ("_build: {list: never}", "the old site listed it nowhere"),
    ],
)
def test_what_the_old_site_no_longer_showed_is_a_draft_that_says_why(
    blog: Blog, front_matter: str, why: str
) -> None:
    keys, told = come(blog, hugo(front_matter))
    assert keys["status"] == "draft"
    assert [line.endswith(why) for line in told] == [True]
    assert told[0].startswith("content/a.md:4: warning import-kept-back: `")


def test_a_day_on_which_an_article_should_end_becomes_the_day_of_its_review(blog: Blog) -> None:
    keys, told = come(blog, hugo("expiryDate: 2031-01-01"))
    assert (keys["status"], str(keys["review_due"]), told) == ("ready", "2031-01-01", [])


@pytest.mark.parametrize("end", ["expiryDate: 2020-01-01", "unpublishdate: 2025-12-31T23:59:59Z"])
def test_an_end_that_is_past_is_told_and_the_page_says_that_a_review_is_due(
    blog: Blog, end: str
) -> None:
    keys, told = come(blog, hugo(end))
    assert (keys["status"], str(keys["review_due"])) == ("ready", end.partition(": ")[2][:10])
    assert told == [
        f"content/a.md:4: warning import-review-due: `{end}` is past, so a review is due"
    ]


@pytest.mark.parametrize(
    "front_matter",
    [
        "headless: false",
        "build: {render: always, list: local}",
        "build: {publishResources: false}",
        "published: true",
    ],
)
def test_what_the_old_site_showed_is_shown(blog: Blog, front_matter: str) -> None:
    assert come(blog, hugo(front_matter))[0]["status"] == "ready"


@pytest.mark.parametrize(
    "files",
    [
        {"_posts/2020-01-02-a.md": "---\ntitle: A\npublished: false\n---\n"},
        {"a.md": "Title: A\nDate: 2020-01-02\nStatus: hidden\n\nText.\n"},
        {
            "mkdocs.yml": "",
            "docs/a.md": "---\ndate: {created: 2020-01-02}\ndraft: true\n---\n# A\n",
        },
        {"a.md": "---\ntitle: A\ndate: 2020-01-02\nstatus: pending\n---\n"},
    ],
    ids=["jekyll", "pelican", "material", "wordpress"],
)
def test_every_generator_has_its_word_for_a_draft(blog: Blog, files: Files) -> None:
    keys, told = come(blog, files)
    assert (keys["status"], told) == ("draft", [])


def test_a_page_that_was_kept_back_is_still_no_article(blog: Blog) -> None:
    blog.write({"content/a.md": "---\ntitle: A\nheadless: true\n---\nText.\n"})
    assert blog.told(blog.come()) == [
        (
            "content/a.md:1: warning import-passed-over: "
            "this has neither a date nor a word that it is a draft, so it is a page, not an article"
        )
    ]
