"""Comments that let a finding stand: which lines each of them speaks of."""

from pathlib import Path

from publisher.content.suppressions import (
    Suppression,
    misplaced,
    misspelt,
    suppressions,
    without_comments_of_ours,
)
from tests.content.paper import ARTICLE as ARTICLE_PATH
from tests.content.paper import article, load

ARTICLE = """\
---
title: One
# publisher: ignore[form-alt] a pattern
image: picture.png
alt: image of a pattern  # publisher: ignore[words-a,words-b] as the artist calls it
social:
  hook: A hook
# publisher: ignore[words-c] the list as a whole
references:
  - url: https://example.org
    title: A title
---

A paragraph of two lines,
this one too. <!-- publisher: ignore[words-d] her own words -->

<!-- publisher: ignore[words-e] from a letter -->

Another paragraph.
It ends here.

<!-- publisher: ignore[words-f] -->
Words.

```
<!-- publisher: ignore[words-g] this is code -->
```
"""


def test_each_speaks_of_its_key_or_paragraph():
    assert list(suppressions("content/articles/one.md", ARTICLE)) == [
        Suppression(3, ("form-alt",), "a pattern", 4, 4),
        Suppression(5, ("words-a", "words-b"), "as the artist calls it", 5, 5),
        Suppression(8, ("words-c",), "the list as a whole", 9, 11),
        Suppression(15, ("words-d",), "her own words", 14, 15),
        Suppression(17, ("words-e",), "from a letter", 17, 20),
        Suppression(22, ("words-f",), "", 22, 23),
    ]


def test_a_reason_may_stand_on_the_second_line_of_the_comment():
    text = (
        "---\n# publisher: ignore[form-alt]\n# a pattern\nimage: a.png\ntitle: One\n"
        "# publisher: ignore[words-a]\nalt: A dot\n---\n\n"
        "<!-- publisher: ignore[words-b]\n  as she says\n  herself -->\nWords.\n\n"
        "<!-- publisher: ignore[words-c]\n-->\nWords.\n"
    )
    assert list(suppressions(ARTICLE_PATH, text)) == [
        Suppression(2, ("form-alt",), "a pattern", 1, 4),
        Suppression(6, ("words-a",), "", 7, 7),
        Suppression(10, ("words-b",), "as she says herself", 10, 13),
        Suppression(15, ("words-c",), "", 15, 17),
    ]


def test_a_yaml_file_has_them_in_its_comments():
    text = "team:\n  # publisher: ignore[privacy-phone] our own line\n  bio: Call 0300 123.\n"
    assert list(suppressions("content/people.yml", text)) == [
        Suppression(2, ("privacy-phone",), "our own line", 1, 3)
    ]


def test_one_without_checks_has_none():
    text = "Words. <!-- publisher: ignore because -->"
    assert list(suppressions("one.md", text)) == [Suppression(1, (), "because", 1, 1)]


NEARLY = """\
---
title: One <!-- publisher ignore[form-a] of another kind -->
# publisher: ignroe[form-alt] a pattern
image: picture.png  # publisher: ignore[form-b] right
# the publisher ignores this
---

Words. <!-- publisher: ingore[words-a, words-b] her own words -->

Words. <!-- publisher ignore[words-c] her own words -->

Words. <!-- Pubisher: Ignore words-d -->

# publisher: ignore[words-e] a heading

Words. <!-- publisher: ignore[words-f] right -->

Words. <!-- the publisher ignores this; public: important -->

Words. <!-- publisher: by hand abcde-fghjk new -->

Write `<!-- publisher: ingore[words-g] -->`, or:

```
# publisher: ignroe[words-h] in a file of YAML
```
"""


def test_what_is_nearly_a_comment_of_ours_is_told_with_its_form():
    assert list(misspelt("content/articles/one.md", NEARLY)) == [
        (3, "# publisher: ignore[form-alt] reason"),
        (8, "<!-- publisher: ignore[words-a, words-b] reason -->"),
        (10, "<!-- publisher: ignore[words-c] reason -->"),
        (12, "<!-- publisher: ignore[check-id] reason -->"),
        (14, "<!-- publisher: ignore[words-e] reason -->"),
    ]
    assert list(misplaced("content/articles/one.md", NEARLY)) == [2]


def test_a_comment_of_ours_is_part_of_no_value_however_it_is_spelt():
    kept = "One <!-- a publisher: by name --> and <!-- public: important -->"
    assert without_comments_of_ours(kept) == kept
    for comment in ("publisher: ignore[a]", "publisher ignore[a] b", "Publiser: ingore[a]"):
        assert without_comments_of_ours(f"One <!-- {comment} -->") == "One"


def test_a_heading_that_is_meant_as_a_comment_of_ours_reaches_no_reader(tmp_path: Path):
    body = "# publisher: ignore[words-a] so\n\nWords.\n\n    # publisher: ignore[words-b] code\n"
    (read,) = load(tmp_path, {ARTICLE_PATH: article(body=body)}).articles
    assert read.body.split("\n") == [
        " " * 31,
        "",
        "Words.",
        "",
        "    # publisher: ignore[words-b] code",
        "",
    ]


def test_a_run_of_signs_is_looked_through_in_proportion():
    for run in ("# publisher: " * 60_000, "<!-- publisher ignroe[a" * 20_000, "<!--" * 200_000):
        assert len(list(misspelt("one.md", run))) <= 20_000
        without_comments_of_ours(run)
