"""Files that nobody should have written: each is named, and the rest comes in."""

from pathlib import Path

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.importing import import_folder
from tests.importing.foreign import Blog

GOOD = "---\ntitle: Good\ndate: 2020-01-02\n---\nText.\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b"",
            (
                "1: warning import-passed-over: "
                "this has no front matter and no date, so it is a page, not an article"
            ),
        ),
        (
            b"---\ntitle: [\n---\n",
            (
                "3: error import-front-matter: "
                "this is not valid YAML: did not find expected node content"
            ),
        ),
        (
            b"---\ntitle: A\n\x00\n---\n",
            "3: error import-binary: this is no text: it holds a NUL byte",
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "3: error import-binary: this is no text: it holds a NUL byte",
        ),
        (
            b"x" * 1_000_001,
            "1: error import-size: the file has 1,000,001 bytes; at most 1,000,000 are read",
        ),
        (
            "---\ntitle: é\n---\n".encode("utf-16"),
            "1: error import-binary: this is no text: it holds a NUL byte",
        ),
    ],
    ids=range(6),
)
def test_a_file_that_cannot_come_in_is_named_with_its_line(
    blog: Blog, content: bytes, told: str
) -> None:
    blog.write({"bad.md": content, "good.md": GOOD})
    report = blog.come()
    assert blog.told(report) == [f"bad.md:{told}"]
    assert [path for path in report.written if path.endswith(".md")] == [
        "content/articles/2020/good.md"
    ]


@pytest.mark.parametrize(
    ("content", "told", "body"),
    [
        (GOOD.replace("\n", "\r\n").encode(), [], "Text.\n"),
        (b"\xef\xbb\xbf" + GOOD.encode(), [], "Text.\n"),
        (
            GOOD.replace("Text", "Café – “ok”").encode("cp1252"),
            [
                (
                    "a.md:5: warning import-encoding: "
                    "byte 0xe9 is not UTF-8; the file was read as Windows-1252"
                )
            ],
            "Café – “ok”.\n",
        ),
        (
            GOOD.replace("Text", "a\x08b\x0cc").encode(),
            [
                (
                    "a.md:5: warning import-control-character: "
                    "invisible control characters were left out, the first U+0008"
                )
            ],
            "abc.\n",
        ),
    ],
    ids=["CRLF", "BOM", "Windows-1252", "control characters"],
)
def test_a_file_in_an_odd_encoding_comes_in(
    blog: Blog, content: bytes, told: list[str], body: str
) -> None:
    blog.write({"a.md": content})
    report = blog.come()
    assert (blog.told(report), blog.body("articles/2020/a.md")) == (told, body)


def test_files_that_are_no_articles_are_passed_over_by_name(blog: Blog) -> None:
    blog.write(
        {
            "README.md": "# Read me",
            "post.rst": "Title\n=====\n",
            "old.html": "---\ntitle: A\n---\n<p>x</p>",
            "plain.html": "<p>x</p>",
            "content/posts/_index.md": "---\ntitle: Posts\n---\n",
            "about.md": "---\ntitle: About\nlayout: page\n---\n",
            "node_modules/x/README.md": "x",
            "node_modules/y/README.md": "y",
        }
    )
    assert blog.told(blog.come()) == [
        "README.md:1: notice import-passed-over: this file is about the project, not an article",
        (
            "about.md:1: warning import-passed-over: this has neither a date nor a word "
            "that it is a draft, so it is a page, not an article"
        ),
        (
            "content/posts/_index.md:1: notice import-passed-over: "
            "this page lists a section; it is not an article"
        ),
        (
            "node_modules/x/README.md:1: notice import-passed-over: "
            "nothing in a folder named `node_modules` is an article"
        ),
        "old.html:1: warning import-passed-over: this article is HTML",
        "post.rst:1: warning import-passed-over: .rst is not Markdown",
    ]


def test_a_link_out_of_the_folder_is_not_followed(blog: Blog, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(GOOD)
    blog.write({"good.md": GOOD})
    (blog.source / "link.md").symlink_to(tmp_path / "secret.md")
    (blog.source / "gone.md").symlink_to("nothing")
    report = blog.come()
    assert [path for path in report.written if path.endswith(".md")] == [
        "content/articles/2020/good.md"
    ]
    assert blog.told(report) == [
        "gone.md:1: error import-outside: this cannot be read (it is a symbolic link to nothing)",
        (
            "link.md:1: error import-outside: "
            "this is a symbolic link to a place outside the publication"
        ),
    ]


@pytest.mark.parametrize(
    ("front_matter", "path"),
    [
        ("slug: ../../evil", "articles/2020/evil.md"),
        ("slug: ''", "articles/2020/a.md"),
        ("slug: 2020", "articles/2020/a-title.md"),
        ("slug: INDEX", "articles/2020/a-title.md"),
    ],
)
def test_no_slug_leads_out_of_the_articles(blog: Blog, front_matter: str, path: str) -> None:
    blog.write({"a.md": f"---\ntitle: A title\ndate: 2020-01-02\n{front_matter}\n---\n"})
    blog.come()
    assert "title: A title\n" in blog.text(path)


def test_a_hostile_title_is_only_a_title(blog: Blog) -> None:
    blog.write(
        {"a.md": "---\ntitle: 'x&lt;/script&gt; ]]> \"---\" 🩺 \u202eabc'\ndate: 2020-01-02\n---\n"}
    )
    blog.come()
    read = frontmatter.load(str(blog.root / "content/articles/2020/a.md"))
    assert read["title"] == 'x</script> ]]> "---" 🩺 \u202eabc'


def test_only_what_our_own_models_accept_is_written(blog: Blog) -> None:
    front_matter = "\n".join(
        [
            f"title: {'long ' * 80}",
            "date: 2020-01-02",
            "aliases: [/a.html/b/, /fine/]",
            "tags: ['\u200b', fine]",
            "author: '\u200b'",
        ]
    )
    blog.write({"a.md": f"---\n{front_matter}\n---\nText.\n"})
    blog.write({"b.md": "---\ntitle: '\u200b'\ndate: 2020-01-02\n---\n"})
    report = blog.come()
    keys = frontmatter.load(str(blog.root / "content/articles/2020/a.md")).metadata
    assert keys["title"] == "long " * 58 + "long…"
    assert (keys["topics"], keys["authors"]) == (["fine"], ["editorial-team"])
    assert keys["aliases"] == ["a/", "fine/"]
    assert "title: B\n" in blog.text("articles/2020/b.md")
    assert "import-value" in {finding.check for finding in report.findings}


def test_an_unreadable_folder_is_an_error_of_the_call(blog: Blog) -> None:
    with pytest.raises(NotADirectoryError):
        import_folder(blog.source / "none", blog.root / "content")


PIECES = st.sampled_from(
    [
        *(
            "{{<",
            ">}}",
            "{{%",
            "%}}",
            "{%",
            "%}",
            "{{",
            "}}",
            '"',
            "'",
            "`",
            "```\n",
            "<!--",
            "-->",
        ),
        *("<div>", "</div>", '<a href="', "</a>", "<script>", "[", "](", ")", "![", "../../x.png"),
        *("\n---\n", "+++\n", "\t", "\n\n", "!!! n\n    ", "{: .x}", "#", "-", "a", "é", "\\", "|"),
        *("title:", "date: 2020-01-02\n", "tags: {a: b}\n", "*x", "&amp;"),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_text_comes_in_or_is_named(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    root = tmp_path_factory.mktemp("nasty")
    (root / "theirs").mkdir()
    (root / "content").mkdir()
    text = "---\ntitle: A\ndate: 2020-01-02\n---\n" + "".join(pieces)
    (root / "theirs" / "a.md").write_text("".join(pieces))
    (root / "theirs" / "b.md").write_text(text)
    first = import_folder(root / "theirs", root / "content")
    second = import_folder(root / "theirs", root / "content")
    articles = [path for path in first.written if path.endswith(".md")]
    told = {Path(finding.path).name for finding in first.findings}
    assert any(path.endswith(("/b.md", "/b/index.md")) for path in articles) or "b.md" in told
    assert len(articles) == 2 or "a.md" in told
    assert (second.written, second.kept) == ((), ())
