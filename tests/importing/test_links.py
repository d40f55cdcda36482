"""Where links lead after the move."""

from collections.abc import Callable

import pytest

from publisher.content.prose import targets
from tests.importing.foreign import Blog

BodyOf = Callable[..., tuple[str, list[str]]]

OTHER = "---\ntitle: Other\ndate: 2019-03-04\naliases: [/old/other]\n---\n## What's new\n\nText\n"


@pytest.mark.parametrize(
    "address",
    [
        "/posts/other/",
        "/posts/other",
        "/old/other/",
        "/old/other/index.html",
        "../other/",
        "other.md",
        "./other.md",
        "/posts/other.md",
        "https://old.example.org/posts/other/",
        "http://www.old.example.org/posts/other/",
        '{{< ref "other.md" >}}',
        '{{< relref "/posts/other" >}}',
        '{{% ref "other" %}}',
        "{filename}other.md",
    ],
)
def test_a_link_to_an_article_that_came_along_goes_to_its_file(blog: Blog, address: str) -> None:
    blog.write(
        {
            "hugo.toml": "baseURL = 'https://old.example.org'",
            "content/posts/other.md": OTHER,
            "content/posts/a.md": f'---\ntitle: A\ndate: 2020-01-02\n---\n[x]({address} "T")\n',
        }
    )
    report = blog.come()
    assert blog.body("articles/2020/a.md") == '[x](../2019/other.md "T")\n'
    assert blog.told(report) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [("whats-new", "#whats-new"), ("what-s-new", ""), ("nowhere", ""), ("What's new", "")],
)
def test_a_link_into_an_article_leads_to_the_same_heading(
    blog: Blog, fragment: str, expected: str
) -> None:
    blog.write({"other.md": OTHER})
    blog.write({"a.md": f"---\ntitle: A\ndate: 2020-01-02\n---\n[x](<other.md#{fragment}>)\n"})
    blog.come()
    assert blog.body("articles/2020/a.md") == f"[x](../2019/other.md{expected})\n"


def test_ids_that_other_generators_gave_to_headings_lead_to_ours(body_of: BodyOf) -> None:
    text = """\
[a](#cafe--tea) [b](#own) [c](#same-1) [d](#name) [e](#gone)

## Cafe & tea

## X {#own}

## Same

## Same

<a name="name"></a>
"""
    body, told = body_of(text)
    assert body.split("\n")[0] == "[a](#cafe-tea) [b](#own) [c](#same_1) [d](#name) e"
    assert told == [
        "1: import-link: the link to `#gone` became plain text: it leads nowhere from here"
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[x](/else/where/?a=b#c)", "[x](https://old.example.org/else/where/?a=b#c)"),
        ("[x](../b/)", "[x](https://old.example.org/b/)"),
        ('[x]({{< ref "/topics/y.md" >}})', "[x](https://old.example.org/topics/y/)"),
        ("[x](//example.org/y)", "[x](https://example.org/y)"),
        ("[x](www.example.org/y)", "[x](https://www.example.org/y)"),
        ("[x](example.org)", "[x](https://example.org)"),
        ("[x](mailto:a@example.org)", "[x](mailto:a@example.org)"),
        ("[x](https://example.org/a_(b))", "[x](https://example.org/a_(b))"),
        ('<a class="c" href="/y">x</a>', '<a class="c" href="https://old.example.org/y">x</a>'),
        ("<https://example.org>", "<https://example.org>"),
        ("`[x](/y)`", "`[x](/y)`"),
    ],
    ids=range(11),
)
def test_other_links_lead_where_they_led(written: str, expected: str, body_of: BodyOf) -> None:
    settings = {"hugo.toml": "["} | {"hugo.yaml": "baseURL: https://old.example.org/"}
    assert body_of(written, files=settings) == (f"{expected}\n", [])


@pytest.mark.parametrize(
    ("written", "expected", "address"),
    [
        ("[x](/else/where/)", "x", "/else/where/"),
        ('[x]({{< ref "lost.md" >}})', "x", "lost.md"),
        ('[x]({{< odd "a b" >}})', "x", '{{< odd "a b" >}}'),
        ('<a href="/y">x **y**</a>', "x **y**", "/y"),
        ("[![](https://example.org/a.png)](/y)", "![](https://example.org/a.png)", "/y"),
        ("[x](#)", "x", "#"),
        ("[x](http://[bad/y)", "x", "http://[bad/y"),
        ("[x](//[bad/y)", "x", "//[bad/y"),
        ("[x]()", "x", ""),
        ('<a href="/y">x', "<a>x", "/y"),
    ],
    ids=range(10),
)
def test_a_link_that_leads_nowhere_leaves_its_words_and_is_told(
    written: str, expected: str, address: str, body_of: BodyOf
) -> None:
    body, told = body_of(f"\n{written}\n")
    assert body == f"{expected}\n"
    assert told == [
        f"2: import-link: the link to `{address}` became plain text: it leads nowhere from here"
    ]


def test_html_that_links_to_an_article_becomes_markdown_where_markdown_works(blog: Blog) -> None:
    blog.write({"other.md": OTHER})
    blog.write(
        {
            "a.md": "---\ntitle: A\ndate: 2020-01-02\n---\n"
            'See <a href="other.md">the\nother</a>.\n\n<p>See <a class="c" '
            'href="/other/#whats-new">it</a>.</p>\n\n<a href="other.md"><div>All</div>\n'
        }
    )
    report = blog.come()
    assert blog.body("articles/2020/a.md") == (
        "See [the other](../2019/other.md).\n\n"
        '<p>See <a class="c" href="../2019/other.md#whats-new">it</a>.</p>\n\n'
        '<a href="../2019/other.md"><div>All</div>\n'
    )
    assert blog.told(report) == []


def test_what_is_too_broken_to_be_a_link_still_leads_nowhere(body_of: BodyOf) -> None:
    body, told = body_of('<a href="<a href="x y">b</a>\n\n[[c](/d) e](/f)\n')
    assert list(targets(body)) == []
    assert {line.split(":")[0] for line in told} == {"1", "3"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a](b c)", "a"),
        ('![a](b.png "t)', "a"),
        ("[a [b [c](d) e](f) g](h)", "a b c e g"),
        ('<p><img src=""></p>', "<p></p>"),
        ("[a](/b\nc)", "a"),
    ],
    ids=range(5),
)
def test_what_only_the_build_would_take_for_a_link_leads_nowhere_either(
    written: str, expected: str, body_of: BodyOf
) -> None:
    body, told = body_of(written)
    assert body.replace("<!-- publisher: picture:  -->", "") == f"{expected}\n"
    assert told
    assert {line.split(":")[0] for line in told} == {"1"}
