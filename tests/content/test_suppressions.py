"""Comments that let a finding stand: which lines each of them speaks of."""

from publisher.content.suppressions import Suppression, suppressions

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


def test_a_yaml_file_has_them_in_its_comments():
    text = "team:\n  # publisher: ignore[privacy-phone] our own line\n  bio: Call 0300 123.\n"
    assert list(suppressions("content/people.yml", text)) == [
        Suppression(2, ("privacy-phone",), "our own line", 1, 3)
    ]


def test_one_without_checks_has_none():
    text = "Words. <!-- publisher: ignore because -->"
    assert list(suppressions("one.md", text)) == [Suppression(1, (), "because", 1, 1)]
