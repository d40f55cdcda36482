"""Names that readers can type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.importing.slugs import as_hashtag, as_name, from_words, slugify, without_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, World!", "hello-world"),
        ("Über Größe — naïve œuvre", "uber-grosse-naive-oeuvre"),
        ("nurses' day; it’s on", "nurses-day-its-on"),
        ("a%e2%80%8a-%e2%80%8ab", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("snake_case", "snake-case"),
        ("手を洗う", "article-7c436e82"),
    ],
)
def test_a_slug_is_small_letters_digits_and_single_hyphens(text: str, expected: str) -> None:
    assert slugify(text) == expected


@given(st.text())
def test_any_text_at_all_has_a_slug(text: str) -> None:
    slug = slugify(text)
    assert slug.replace("-", "").isalnum()
    assert slug.isascii()
    assert slug == slug.lower()
    assert 0 < len(slug) <= 120
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert "--" not in slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slugify("word " * 40) == "-".join(["word"] * 24)


def test_a_name_loses_its_date_unless_it_is_nothing_else() -> None:
    assert without_date("2020-01-02-title") == "title"
    assert without_date("2020-01-02") == "2020-01-02"


def test_keys_become_words_names_and_hashtags() -> None:
    assert from_words("plain-language") == "Plain language"
    assert from_words("NHS") == "NHS"
    assert as_name("nikki-lee") == "Nikki Lee"
    assert as_hashtag("user-experience") == "UserExperience"
    assert as_hashtag("2020") == ""
