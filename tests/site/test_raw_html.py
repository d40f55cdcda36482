"""HTML that authors write into their text."""

from pathlib import Path

import lxml.html
import pytest

from publisher.site.raw_html import tidy
from tests.running import AS_OF, publisher, write_article


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>One<p>Two", "<p>One</p><p>Two</p>"),
        ("<span>open", "<span>open</span>"),
        ("<p>a</p><script>steal()</script>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red">b</p>', "<p>b</p>"),
        ('<a name="old">c</a>', '<a id="old">c</a>'),
        ('<p id="a">1</p><p id="a">2</p>', '<p id="a">1</p><p>2</p>'),
        ('<td align="right">', ""),
        ('<table><tr><td align="right">3</td></tr></table>',
         '<table><tbody><tr><td class="align-right">3</td></tr></tbody></table>'),
        ('<a href="javascript:x()">d</a>', "<a>d</a>"),
        ('<iframe src="https://elsewhere.example">e</iframe>f', "f"),
        ("<center>g</center>", "g"),
        ('<p lang="es" aria-label="x">h</p>', '<p lang="es" aria-label="x">h</p>'),
    ],
)  # fmt: skip
def test_it_is_made_well_formed_and_harmless(written: str, shown: str):
    assert tidy(written) == shown


def test_what_is_left_out_is_told_and_what_is_around_it_is_shown(sample: Path):
    body = """Before.

<div onmouseover="x()">

<marquee>Round and round.</marquee>

<iframe src="https://video.test/1"></iframe>

</div>

`<marquee>` in code is nobody's business.

After."""
    front = "title: Raw\nauthors: [editorial-team]\nstatus: ready\nid: raw-html\ndate: 2026-01-01"
    write_article(sample, "2026/raw.md", front, body)
    run = publisher(sample, "check", "--select", "form-html", "--format", "text")
    assert run.returncode == 0
    assert "raw.md:13:1: warning: `<marquee>` is not shown" in run.stdout
    assert run.stdout.endswith("1 warning\n")
    publisher(sample, "build", "--as-of", AS_OF)
    page = lxml.html.parse(sample / "site/articles/raw/index.html")
    text = page.xpath("string(//div[contains(@class, 'prose')])")
    assert "Before." in text
    assert "Round and round." in text
    assert "After." in text
    assert not page.xpath("//iframe | //marquee | //@onmouseover")


def test_pictures_and_links_in_it_are_served_like_all_others(sample: Path):
    body = '<p><img src="../../thank-people-with-particulars-leaves.png" alt="Leaves"></p>'
    front = "title: Raw\nauthors: [editorial-team]\nstatus: ready\nid: raw-html\ndate: 2026-01-01"
    write_article(sample, "2026/deep/raw/index.md", front, body)
    publisher(sample, "build", "--as-of", AS_OF)
    page = lxml.html.parse(sample / "site/articles/raw/index.html")
    (source,) = page.xpath("//div[contains(@class, 'prose')]//img/@src")
    assert (sample / "site/articles/raw" / source).resolve().is_file()
