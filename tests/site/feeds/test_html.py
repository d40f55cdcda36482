"""HTML that leaves its page takes along whole addresses and nothing that works there only."""

import pytest
from lxml import etree

from publisher.site.feeds._html import absolute_html

PAGE = "https://journal.test.example/articles/a/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("plain & <b>bold", "plain &amp; <b>bold</b>"),
        ('<a href="../b/?x=1&amp;y=2">b</a>', f'<a href="{PAGE[:-2]}b/?x=1&amp;y=2">b</a>'),
        ('<a href="#fn:1">1</a>', f'<a href="{PAGE}#fn:1">1</a>'),
        ('<a href="/">home</a>', '<a href="https://journal.test.example/">home</a>'),
        ('<a href="//cdn.test.example/x">x</a>', '<a href="https://cdn.test.example/x">x</a>'),
        ('<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'),
        ('<a href="http://[">x</a>', f'<a href="{PAGE}">x</a>'),
        ('<a href=" JavaScript:alert(1)">x</a>', f'<a href="{PAGE}">x</a>'),
        ('<img src="a.png" alt="">', f'<img src="{PAGE}a.png" alt="">'),
        (
            '<img srcset="a.png, b,c.png 2x,d.png 3x">',
            f'<img srcset="{PAGE}a.png, {PAGE}b,c.png 2x,{PAGE}d.png 3x">',
        ),
        (
            '<img srcset="data:image/png;base64,AA== 1x, y.png 480w">',
            f'<img srcset="data:image/png;base64,AA== 1x, {PAGE}y.png 480w">',
        ),
        (
            '<video poster="p.jpg" src="v.mp4"></video>',
            f'<video poster="{PAGE}p.jpg" src="{PAGE}v.mp4"></video>',
        ),
        (
            '<picture><source srcset="x.webp"><img src="y.png"></picture>tail',
            f'<picture><source srcset="{PAGE}x.webp"><img src="{PAGE}y.png"></picture>tail',
        ),
        ('<h2 id="h">H<a class="x headerlink" href="#h">¶</a>!</h2>', '<h2 id="h">H!</h2>'),
        ("<script>x</script><style>y</style>a<form><input></form>b", "ab"),
        ('<p onclick="x()" ONLOAD="y">a<!-- a private note -->b</p>', "<p>ab</p>"),
        ("<?php secret ?>a", "a"),
        ("</body></html><p>after</p>", "<p>after</p>"),
        ("<p>]]&gt; &lt;/script&gt; 🫀 שלום</p>", "<p>]]&gt; &lt;/script&gt; 🫀 שלום</p>"),
        ("<p>\x0b&#11;a\ud800\uffff</p>", "<p>a</p>"),
    ],
)
def test_html_becomes_what_a_stranger_can_show(html, expected):
    assert absolute_html(html, PAGE) == expected


def test_what_is_nested_deeply_is_kept():
    deep = "<div>" * 400 + "here" + "</div>" * 400 + "<p>and after</p>"
    assert absolute_html(deep, PAGE) == deep


@pytest.mark.parametrize("number", range(0x20))
def test_no_character_that_xml_forbids_comes_out(number):
    for written in (chr(number), f"&#{number};", f"&#x{number:x};"):
        element = etree.Element("content")
        element.text = absolute_html(f"<p>a{written}b</p>", PAGE)
        assert element.text.startswith("<p>a")
