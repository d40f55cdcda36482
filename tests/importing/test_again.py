"""A second run, and what an editor has done in between."""

import json

from publisher.finding import Finding, Severity
from tests.importing.foreign import Blog, Files, write

BLOG: Files = {
    "_config.yml": "url: https://old.example.org",
    "_posts/2020-01-02-one.md": (
        "---\ntitle: One\nauthor: Bo Li\ntags: [x]\nimage: /no.png\n---\n"
        "[two](/2020/01/03/two/) ![p](/assets/p.svg) {% odd %}\n"
    ),
    "_posts/2020-01-03-two.md": "---\ntitle: Two\n---\nText.\n",
    "assets/p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def contents(blog: Blog) -> dict[str, bytes]:
    files = (path for path in blog.root.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files}


def test_a_second_run_changes_nothing_and_says_the_same(blog: Blog) -> None:
    blog.write(BLOG)
    first = blog.come()
    before = contents(blog)
    second = blog.come()
    assert contents(blog) == before
    assert second.written == ()
    assert second.kept == ()
    assert second.unchanged == (
        "content/articles/2020/one/index.md",
        "content/articles/2020/two.md",
    )
    assert second.findings == first.findings


def test_an_edited_article_is_kept_and_only_that_is_said(blog: Blog) -> None:
    blog.write(BLOG)
    blog.come()
    file = blog.root / "content/articles/2020/one/index.md"
    file.write_text(file.read_text() + "Edited.\n")
    before = contents(blog)
    report = blog.come()
    assert contents(blog) == before
    assert report.kept == ("content/articles/2020/one/index.md",)
    assert blog.told(report) == [
        (
            "_posts/2020-01-02-one.md:1: notice import-exists: "
            "content/articles/2020/one/index.md exists and has been edited; it was kept as it is"
        )
    ]


def test_a_renamed_and_retitled_article_does_not_come_a_second_time(blog: Blog) -> None:
    blog.write(BLOG)
    blog.come()
    old = blog.root / "content/articles/2020/two.md"
    new = blog.root / "content/articles/2021/second.md"
    new.parent.mkdir()
    new.write_text(old.read_text().replace("title: Two", "title: Second"))
    old.unlink()
    report = blog.come()
    assert report.written == ()
    assert set(report.kept) == {
        "content/articles/2020/one/index.md",  # its link would go elsewhere now
        "content/articles/2021/second.md",
    }


def test_what_an_editor_took_out_of_our_lists_does_not_come_back(blog: Blog) -> None:
    blog.write(BLOG)
    blog.come()
    write(blog.root, {"content/people.yml": "editorial-team: {name: We, kind: team}\n"})
    blog.come()
    assert blog.text("people.yml") == "editorial-team: {name: We, kind: team}\n"


def test_an_article_written_since_comes_alone(blog: Blog) -> None:
    blog.write(BLOG)
    blog.come()
    blog.write(
        {"_posts/2021-01-01-two.md": "---\ntitle: Two again\n---\n[one](/2020/01/02/one/)\n"}
    )
    report = blog.come()
    assert report.written == ("content/articles/2021/two-2021.md",)
    assert blog.body("articles/2021/two-2021.md") == "[one](../2020/one/index.md)\n"


def test_another_blog_with_a_file_of_the_same_name_comes_too(blog: Blog) -> None:
    blog.write({"note.md": "---\ntitle: One\ndate: 2020-01-02\npermalink: /a/\n---\nText.\n"})
    blog.come()
    blog.write({"note.md": "---\ntitle: Other\ndate: 2021-01-02\npermalink: /b/\n---\nText.\n"})
    assert blog.come().written == ("content/articles/2021/note-2021.md",)
    ids = {
        blog.text(f"articles/{path}").split("\n")[1]
        for path in ("2020/note.md", "2021/note-2021.md")
    }
    assert len(ids) == 2
    assert blog.come().written == ()


def test_articles_of_ours_keep_their_slugs(blog: Blog) -> None:
    ours = "---\ntitle: Ours\n---\n"
    write(
        blog.root, {"content/articles/2020/one.md": ours, "content/articles/2019/two/index.md": "?"}
    )
    blog.write(BLOG)
    blog.come()
    assert blog.text("articles/2020/one.md") == ours
    assert "title: One\n" in blog.text("articles/2020/one-2020/index.md")
    assert "title: Two\n" in blog.text("articles/2020/two-2020.md")


def test_our_own_articles_are_no_foreign_ones(blog: Blog) -> None:
    write(blog.root, {"content/articles/2020/a.md": "---\ntitle: A\ndate: 2020-01-02\n---\n"})
    inside = Blog(blog.root, blog.root)
    assert inside.come().written == ()


def test_what_new_articles_lack_is_settled_and_what_others_lack_is_not(blog: Blog) -> None:
    blog.write(BLOG)
    error = Severity.ERROR

    def check() -> list[Finding]:
        assert (blog.root / "content/articles/2020/two.md").exists()
        return [
            Finding(
                "front-matter-description", error, "content/articles/2020/two.md", 3, 1, "short"
            ),
            Finding("form-alt", Severity.WARNING, "content/articles/2020/two.md", 3, 1, "none"),
            Finding("privacy-name", error, "content/articles/2020/two.md", 3, 1, "a name"),
            Finding(
                "front-matter-description", error, "content/articles/2020/ours.md", 3, 1, "short"
            ),
        ]

    report = blog.come(check=check)
    assert report.written[-1] == ".publisher-baseline.json"
    stored = json.loads((blog.root / ".publisher-baseline.json").read_text())
    assert [(entry["check"], entry["path"]) for entry in stored["findings"]] == [
        ("front-matter-description", "content/articles/2020/two.md")
    ]
    before = contents(blog)
    assert blog.come(check=check).written == ()
    assert contents(blog) == before


def test_articles_of_one_name_are_told_apart_by_year_day_folder_or_number(blog: Blog) -> None:
    text = "---\ntitle: A\ndate: {}\n---\n{}\n"
    days = ["2020-01-02", "2020-01-02", "2020-01-02", "2020-01-02", "2020-01-02", "2021-03-04"]
    for number, day in enumerate(days):
        blog.write({f"f{number // 5}/{number}/note.md": text.format(day, number)})
    blog.write({"f0/0/note.markdown": text.format(days[0], "other")})
    report = blog.come()
    assert [path.rsplit("/", 1)[-1] for path in report.written if "/20" in path] == [
        "note.md",
        "note-2020.md",
        "note-2020-01-02.md",
        "note-2.md",
        "note-3.md",
        "note-4.md",
        "note-2021.md",
    ]
