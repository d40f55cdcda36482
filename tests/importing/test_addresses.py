"""The addresses that an article had, by each generator's own rules."""

from pathlib import PurePosixPath

import pytest

from publisher.importing.addresses import Old, clean, made
from tests.importing.foreign import Blog

OLD = Old(
    place=PurePosixPath("posts/2020-01-02-my-post.md"),
    name="my-post",
    title="My post",
    slug="",
    day="2020-01-02",
    categories=("advice", "news"),
    day_in_name=True,
    is_bundle=False,
)


@pytest.mark.parametrize(
    ("generator", "permalinks", "expected"),
    [
        (
            "jekyll",
            {},
            ["advice/news/2020/01/02/my-post/", "advice/news/2020/01/02/my-post.html"],
        ),
        ("jekyll", {"": "none"}, ["advice/news/my-post.html"]),
        ("jekyll", {"": "/blog/:year/:i_month/:title"}, ["blog/2020/1/my-post/"]),
        ("jekyll", {"": "/:odd/:title/"}, []),
        ("hugo", {}, ["posts/2020-01-02-my-post/", "2020/01/02/my-post/"]),
        (
            "hugo",
            {"posts": "/:section/:year/:slug/"},
            ["posts/2020/my-post/", "2020/01/02/my-post/"],
        ),
        ("pelican", {}, ["my-post.html", "2020/01/02/my-post/"]),
        (
            "pelican",
            {"": "{date:%y}/{category}/{slug}.htm"},
            ["20/advice/my-post.htm", "2020/01/02/my-post/"],
        ),
        ("material", {}, ["blog/2020/01/02/my-post/", "2020/01/02/my-post/"]),
        ("material", {"": "{slug}"}, ["blog/my-post/", "2020/01/02/my-post/"]),
        ("", {}, ["posts/2020-01-02-my-post/", "2020/01/02/my-post/"]),
    ],
    ids=range(11),
)
def test_each_generator_made_addresses_in_its_own_way(
    generator: str, permalinks: dict[str, str], expected: list[str]
) -> None:
    addresses = [clean(address) for address in made(OLD, generator, permalinks, "blog")]
    assert [address for address in addresses if address] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/a/b", "a/b/"),
        ("a/b/index.html", "a/b/"),
        ("/a.html?x#y", "a.html"),
        ("/caf%C3%A9/", "café/"),
        ("//a//b/", "a/b/"),
        ("/base/a/", "a/"),
        ("/", None),
        ("/../a/", None),
        ("/a b/", None),
        ("/a/{{ x }}/", None),
        ("/a:b/", None),
        ("http://[bad", None),
    ],
    ids=range(12),
)
def test_an_address_is_cleaned_or_refused(address: str, expected: str | None) -> None:
    assert clean(address, "/base") == expected


def test_an_address_leads_to_one_article_only(blog: Blog) -> None:
    text = "---\ntitle: A\ndate: 2020-01-02\npermalink: /same/\n---\n"
    blog.write({"a.md": text, "b.md": text.replace("A", "B") + "Text\n"})
    report = blog.come()
    assert "aliases:\n  - same/\n" in blog.text("articles/2020/a.md")
    assert "aliases" not in blog.text("articles/2020/b.md")
    assert blog.told(report) == [
        "b.md:1: notice import-address: the address `same/` leads to another article already"
    ]


def test_an_address_that_cannot_be_redirected_is_told(blog: Blog) -> None:
    blog.write({"a.md": "---\ntitle: A\ndate: 2020-01-02\npermalink: /a/{{ page.x }}/\n---\n"})
    assert blog.told(blog.come()) == [
        "a.md:4: warning import-address: no redirect can be made from `/a/{{ page.x }}/`"
    ]


def test_pelican_made_an_address_of_the_title_and_jekyll_of_the_file(blog: Blog) -> None:
    blog.write({"2020-01-02-file.md": "Title: A name\nDate: 2020-01-02\n\nText.\n"})
    blog.write({"_posts/2020-01-03-other.md": "---\ntitle: B name\n---\n"})
    blog.come()
    assert "aliases:\n  - a-name.html\n" in blog.text("articles/2020/file.md")
    assert "aliases:\n  - 2020/01/03/other/\n" in blog.text("articles/2020/other.md")


def test_a_draft_was_never_at_any_address(blog: Blog) -> None:
    blog.write({"2020-01-02-a.md": "---\ntitle: A\ndraft: true\n---\n"})
    blog.come()
    assert "aliases" not in blog.text("articles/2020/a.md")
