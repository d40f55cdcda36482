"""Authors and topics, and the lists of ours that they go into."""

import pytest

from tests.importing.foreign import Blog, write


def article(front_matter: str) -> str:
    return f"---\ntitle: A\ndate: 2020-01-02\n{front_matter}\n---\nText.\n"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("author: Jane Roe", "jane-roe:\n  name: Jane Roe\n  kind: person\n"),
        ("author: nikki-lee", "nikki-lee:\n  name: Nikki Lee\n  kind: person\n"),
        (
            "authors: Jane Roe, MD, PhD, Bo Li",
            (
                "bo-li:\n  name: Bo Li\n  kind: person\n"
                "jane-roe:\n  name: Jane Roe\n  kind: person\n  credentials:\n    - MD\n    - PhD\n"
            ),
        ),
        (
            "authors:\n  - {name: Ann Lee, url: https://example.org/ann, bio: Nurse.}",
            (
                "ann-lee:\n  name: Ann Lee\n  kind: person\n  bio: Nurse.\n"
                "  url: https://example.org/ann\n"
            ),
        ),
        (
            "author: Communications team",
            "communications-team:\n  name: Communications team\n  kind: team\n",
        ),
        ("author: José Ñandú", "jose-nandu:\n  name: José Ñandú\n  kind: person\n"),
        ("author: ''", "editorial-team:\n  name: Editorial team\n  kind: team\n"),
    ],
    ids=range(7),
)
def test_a_byline_becomes_a_person_or_a_team(blog: Blog, authors: str, expected: str) -> None:
    blog.write({"a.md": article(authors)})
    assert blog.told(blog.come()) == []
    assert blog.text("people.yml") == expected


def test_what_stands_in_our_lists_stays_as_it_is(blog: Blog) -> None:
    people = "# Who writes here.\njane:  {name: Jane Roe}   # since 2019\n"
    topics = "# What about.\nplain:\n  name: {en: Plain language, es: Lenguaje claro}"
    write(blog.root, {"content/people.yml": people, "content/topics.yml": topics})
    blog.write({"a.md": article("authors: [Jane Roe, Bo Li]\ntags: [plain-language, hygiene]")})
    blog.come()
    assert blog.text("people.yml") == f"{people}bo-li:\n  name: Bo Li\n  kind: person\n"
    assert blog.text("topics.yml") == f"{topics}\nhygiene:\n  name: Hygiene\n  hashtag: Hygiene\n"
    assert "topics:\n  - plain\n  - hygiene\nauthors:\n  - jane\n  - bo-li\n" in blog.text(
        "articles/2020/a.md"
    )


@pytest.mark.parametrize("empty", ["", "{}\n", "# Nobody yet.\n{}\n"])
def test_an_empty_list_can_be_added_to(blog: Blog, empty: str) -> None:
    write(blog.root, {"content/people.yml": empty})
    blog.write({"a.md": article("author: Bo Li")})
    blog.come()
    assert blog.text("people.yml").endswith("bo-li:\n  name: Bo Li\n  kind: person\n")


@pytest.mark.parametrize("broken", ["a: [\n", "  a:\n    name: A\n", "- a\n"])
def test_a_list_that_cannot_be_added_to_is_left_and_told(blog: Blog, broken: str) -> None:
    write(blog.root, {"content/people.yml": broken})
    blog.write({"a.md": article("author: Bo Li")})
    report = blog.come()
    assert blog.text("people.yml") == broken
    assert [finding.message for finding in report.findings] == [
        "bo-li cannot be added to people.yml, which is not plain YAML"
    ]


def test_an_author_file_in_markdown_tells_a_name(blog: Blog) -> None:
    blog.write(
        {
            "_config.yml": "title: Old",
            "_authors/jroe.md": "---\nname: Jane Roe\ngithub: jroe\n---\n",
            "_authors/odd.md": "---\nname: [\n---\n",
            "_posts/2020-01-02-a.md": "---\ntitle: A\nauthor: jroe\n---\n",
        }
    )
    report = blog.come()
    assert blog.text("people.yml") == ("jroe:\n  name: Jane Roe\n  kind: person\n  github: jroe\n")
    assert [line for line in blog.told(report) if "import-author" in line] == [
        (
            "_authors/odd.md:3: warning import-author: "
            "this is not valid YAML: did not find expected node content"
        )
    ]
