"""What Jekyll's settings say of articles holds for those that do not say it themselves."""

from typing import Any

import frontmatter
import pytest

from tests.importing.foreign import Blog, Files

SETTINGS = """\
title: Old
defaults:
  - scope: {path: "", type: posts}
    values:
      layout: post
      author: Press office
      permalink: /blog/:year/:title/
      tags: [news]
  - scope: {path: _posts/clinic, type: posts}
    values: {author: Clinic team, lang: es}
"""
POST = "---\ntitle: A\n---\nText.\n"


def of(blog: Blog, path: str) -> Any:
    return frontmatter.load(str(blog.root / "content" / path)).metadata


def status(blog: Blog, files: Files) -> list[str]:
    blog.write(files)
    paths = [path for path in blog.come().written if "/articles/" in path]
    return [of(blog, path.removeprefix("content/"))["status"] for path in paths]


def test_an_article_has_what_the_settings_say_of_its_kind(blog: Blog) -> None:
    blog.write({"_config.yml": SETTINGS, "_posts/2020-01-02-a.md": POST})
    report = blog.come()
    article = of(blog, "articles/2020/a.md")
    assert {key: article[key] for key in ("authors", "topics", "aliases")} == {
        "authors": ["press-office"],
        "topics": ["news"],
        "aliases": ["blog/2020/a/"],
    }
    assert blog.told(report) == [
        "_config.yml:2: notice import-key: the default `layout: post` was not kept"
    ]


def test_the_narrower_scope_wins_and_the_article_over_both(blog: Blog) -> None:
    own = "---\ntitle: B\nauthors: [Ward team]\npermalink: /own/\n---\nText.\n"
    blog.write(
        {
            "_config.yml": SETTINGS,
            "_posts/clinic/2020-01-02-a.md": POST,
            "_posts/clinic/2020-01-02-b.md": own,
        }
    )
    blog.come()
    narrow, stated = of(blog, "articles/2020/a.md"), of(blog, "articles/2020/b.md")
    assert (narrow["authors"], narrow["lang"]) == (["clinic-team"], "es")
    assert (stated["authors"], stated["aliases"]) == (["ward-team"], ["own/"])


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ('{path: ""}', "draft"),
        ("{path: _posts}", "draft"),
        ("{path: '_posts/2*'}", "draft"),
        ("{path: _posts/2020-01-02-a.md}", "draft"),
        ("{path: '', type: drafts}", "ready"),
        ("{path: else}", "ready"),
        ("[]", "draft"),
    ],
)
def test_a_default_holds_in_its_scope(blog: Blog, scope: str, expected: str) -> None:
    settings = f"defaults:\n  - scope: {scope}\n    values: {{published: false}}\n  - odd\n"
    assert status(blog, {"_config.yml": settings, "_posts/2020-01-02-a.md": POST}) == [expected]


def test_a_draft_was_never_at_the_address_that_the_settings_would_give_it(blog: Blog) -> None:
    blog.write({"_config.yml": SETTINGS.replace("posts", "drafts"), "_drafts/a.md": POST})
    blog.come()
    assert "aliases" not in of(blog, "articles/drafts/a.md")


@pytest.mark.parametrize(
    ("settings", "alias"),
    [
        ("{output: true, permalink: '/stories/:name/'}", "stories/a/"),
        ("{output: true}", "notes/ward/a.html"),
    ],
)
def test_a_collection_has_addresses_of_its_own(blog: Blog, settings: str, alias: str) -> None:
    blog.write({"_config.yml": f"collections:\n  notes: {settings}\n"})
    blog.write({"_notes/ward/a.md": "---\ntitle: A\ndate: 2020-01-02\n---\nText.\n"})
    assert blog.told(blog.come()) == []
    assert of(blog, "articles/2020/a.md")["aliases"] == [alias]


def test_a_collection_without_pages_comes_in_as_drafts(blog: Blog) -> None:
    blog.write({"_config.yml": "collections: [notes]\n"})
    blog.write({"_notes/a.md": "---\ntitle: A\ndate: 2020-01-02\n---\nText.\n"})
    assert blog.told(blog.come()) == [
        "_notes/a.md:1: warning import-kept-back: `output: false`: the old site made no page of it"
    ]
    assert of(blog, "articles/2020/a.md")["status"] == "draft"


@pytest.mark.parametrize("permalink", ["pretty", "/:categories/:year/:month/:day/:title/"])
def test_an_article_may_use_the_marks_of_the_settings(blog: Blog, permalink: str) -> None:
    text = f"---\ntitle: A\npermalink: {permalink}\n---\nText.\n"
    blog.write({"_config.yml": "title: Old\n", "_posts/2020-01-02-a.md": text})
    blog.come()
    assert of(blog, "articles/2020/a.md")["aliases"] == ["2020/01/02/a/"]
