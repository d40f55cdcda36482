"""What the pages say around the articles, and in which language they say it."""

from datetime import date
from pathlib import Path

from publisher.site.words import words
from tests.running import AS_OF, publisher, write_article


def test_dates_and_names_are_written_as_each_language_does():
    assert words("en").day(date(2026, 3, 1)) == "March 1, 2026"
    assert words("en-GB").day(date(2026, 3, 1)) == "1 March 2026"
    assert words("es").day(date(2026, 3, 1)) == "1 de marzo de 2026"
    assert words("en").name_of("es") == "español"
    assert words("es").several(["A", "B", "C"]) == "A, B y C"


def test_every_language_says_everything_that_english_says():
    assert set(words("es").texts) == set(words("en").texts)
    for key, text in words("es").texts.items():
        assert text.count("{") == words("en").texts[key].count("{"), key


def test_a_language_without_words_is_spoken_around_in_english_and_says_so(sample: Path):
    arabic = words("ar")
    assert (arabic.spoken, arabic.direction, str(arabic.mark)) == (
        "en",
        "rtl",
        ' lang="en" dir="ltr"',
    )
    assert str(words("es-MX").mark) == ""
    config = sample / "mkdocs.yml"
    config.write_text(config.read_text().replace("[en, es]", "[en, es, ar]"))
    front = "title: الكلمة\nauthors: [editorial-team]\nid: arab-01\nstatus: ready\nlang: ar"
    write_article(sample, "2026/arabic.md", f"{front}\ndate: 2026-03-01", "نص قصير.")
    run = publisher(sample, "build", "--as-of", AS_OF)
    assert "notice: the words around this article are English, not `ar`" in run.stderr
    page = (sample / "site/articles/arabic/index.html").read_text()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<dl class="facts" lang="en" dir="ltr">' in page
    assert '<dt>Published</dt><dd><time datetime="2026-03-01">March 1, 2026</time></dd>' in page
