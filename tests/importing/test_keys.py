"""What becomes of foreign keys."""

from typing import Any

import frontmatter
import pytest

from tests.importing.foreign import Blog


def keys_of(blog: Blog, front_matter: str, body: str = "", name: str = "2020-01-02-a.md") -> Any:
    """Our keys for an article with this front matter, and what was told."""
    blog.write({name: f"---\ntitle: A\n{front_matter}\n---\n{body}"})
    report = blog.come()
    path = next(path for path in report.written if path.endswith(".md"))
    return frontmatter.load(str(blog.root / path)).metadata, blog.told(report)


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("", "ready"),
        ("draft: false", "ready"),
        ("draft: true", "draft"),
        ("published: false", "draft"),
        ("published: true", "ready"),
        ("status: hidden", "draft"),
        ("status: Published", "ready"),
    ],
)
def test_what_was_published_is_ready_and_the_rest_is_a_draft(
    blog: Blog, front_matter: str, expected: str
) -> None:
    keys, told = keys_of(blog, front_matter)
    assert (keys["status"], told) == (expected, [])


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("description: " + "A. " * 30, ("A. " * 30).strip()),
        (
            "summary: >-\n  The first sentence is long enough to stand alone here. "
            + "The second " * 12
            + ".",
            "The first sentence is long enough to stand alone here.",
        ),
        ("excerpt: Short &amp; <b>sweet</b>.", "Short & sweet."),
        ("subtitle: " + "word " * 60, ("word " * 60).strip()),
        (
            "summary: Short.\ndeck: A deck that has enough in it to be a description by itself.",
            "A deck that has enough in it to be a description by itself.",
        ),
    ],
    ids=range(5),
)
def test_a_description_is_whole_sentences_of_a_summary(
    blog: Blog, front_matter: str, expected: str
) -> None:
    assert keys_of(blog, front_matter, "A text.")[0]["description"] == expected


def test_without_a_summary_the_first_prose_is_the_description(blog: Blog) -> None:
    body = (
        "> A quotation\n\n![p](https://example.org/p.png)\n\nDr. Roe of the U.S. team "
        "[wrote](https://example.org) *this* at `home`. " + "And this is far too long " * 8 + ".\n"
    )
    assert (
        keys_of(blog, "", body)[0]["description"] == "Dr. Roe of the U.S. team wrote this at home."
    )


def test_a_summary_that_was_cut_is_told(blog: Blog) -> None:
    first = "This sentence has all that a description needs to have in it."
    _, told = keys_of(blog, f"summary: {first} {'x' * 120}.")
    assert told == [
        f"2020-01-02-a.md:2: notice import-description: the summary was cut before “{'x' * 97}…”"
    ]


def test_topics_come_from_every_key_that_names_them(blog: Blog) -> None:
    keys, _ = keys_of(blog, "topics: [a]\ntags: b, c\ncategories:\n  - D e\n  - a")
    assert keys["topics"] == ["a", "b", "c", "d-e"]


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("lang: es-mx", "es-MX"),
        ("language: pt_BR", "pt-BR"),
        ("locale: zh-hans", "zh-Hans"),
        ("lang: Klingon!", None),
    ],
)
def test_a_language_is_a_tag_of_bcp_47_or_nothing(
    blog: Blog, front_matter: str, expected: str | None
) -> None:
    assert keys_of(blog, front_matter)[0].get("lang") == expected


@pytest.mark.parametrize(
    "front_matter",
    [
        "image: p.png\nimage_alt: A lamp\ncaption: Night\ncredit: Ann",
        "cover: {image: p.png, alt: A lamp, caption: Night, credit: Ann}",
        "images: [{src: p.png, alt: A lamp, caption: Night, attribution: Ann}]",
        "header: {image: ./p.png, alt-text: A lamp, caption: Night, photo_credit: Ann}",
        "hero: false\nthumbnail: p.png\nimage_alt: A lamp\nfigcaption: Night\nimage_credit: Ann",
    ],
    ids=range(5),
)
def test_a_lead_picture_comes_with_its_words(blog: Blog, front_matter: str, pixel: bytes) -> None:
    blog.write({"p.png": pixel})
    keys, _ = keys_of(blog, front_matter)
    words = {key: keys[key] for key in ("image", "alt", "caption", "credit")}
    assert words == {"image": "p.png", "alt": "A lamp", "caption": "Night", "credit": "Ann"}


def test_a_picture_called_featured_leads_its_bundle(blog: Blog, pixel: bytes) -> None:
    blog.write({"b/featured-lamp.png": pixel})
    assert keys_of(blog, "date: 2020-01-02", "", "b/index.md")[0]["image"] == "featured-lamp.png"


def test_a_lead_picture_that_is_lost_is_told_with_its_words(blog: Blog) -> None:
    keys, told = keys_of(blog, "image: /no.png\nimage_alt: A lamp")
    assert "image" not in keys
    assert told == [
        (
            "2020-01-02-a.md:3: warning import-picture: "
            "there is no file for the lead picture `/no.png` (A lamp)"
        )
    ]


def test_every_key_that_found_no_place_is_told_with_its_line(blog: Blog) -> None:
    _, told = keys_of(blog, "weight: 1\nempty:\nnested:\n  a: [b]\ntags: [x]\nTags: [y]")
    assert told == [
        "2020-01-02-a.md:3: notice import-key: kept nothing of `weight: 1`",
        "2020-01-02-a.md:5: notice import-key: kept nothing of `nested: {'a': ['b']}`",
    ]


def test_a_date_that_cannot_be_read_is_told_and_the_file_name_counts(blog: Blog) -> None:
    keys, told = keys_of(blog, "date: 03/04/2020")
    assert str(keys["date"]) == "2020-01-02"
    assert told == [
        (
            "2020-01-02-a.md:3: warning import-date: "
            "`date: 03/04/2020` is no date that can be read without doubt"
        )
    ]


def test_an_article_without_a_title_is_called_by_its_heading_or_its_file(blog: Blog) -> None:
    blog.write({"2020-01-02-my-file.md": "Text.", "2020-01-03-b.md": "# A *heading*\n\nText."})
    report = blog.come()
    assert "title: My file\n" in blog.text("articles/2020/my-file.md")
    assert "title: A heading\n" in blog.text("articles/2020/b.md")
    assert blog.told(report) == [
        "2020-01-02-my-file.md:1: warning import-title: there is no title; it was called “My file”"
    ]
