"""Links, files and headings that are not there."""

from dataclasses import replace

import pytest

from publisher.site.audit._site import Site
from publisher.site.audit.broken_link import find
from tests.site.audit.small import article, links, page, small, told

HANDS = article("hands", "[One](/gone/) and [two](soap.md#lather).\n\n[Three](#rinse)\n")


def test_a_link_to_nothing_is_told_where_it_is_written(tmp_path):
    files = {
        "articles/hands/index.html": page(links("/gone/", "../soap/#lather", "#rinse")),
        "articles/soap/index.html": page('<h2 id="foam">Foam</h2>'),
    }
    path = "content/articles/hands.md"
    assert told(find(small(tmp_path, HANDS | article("soap"), files))) == [
        ("error", f"{path}:13:7", "articles/hands/ leads to `gone/`, which is not there"),
        (
            "error",
            f"{path}:13:25",
            "articles/hands/ leads to `articles/soap/#lather`, where nothing is called so",
        ),
        (
            "error",
            f"{path}:15:9",
            "articles/hands/ leads to `articles/hands/#rinse`, where nothing is called so",
        ),
    ]


def test_a_link_in_every_pages_menu_is_told_once(tmp_path):
    broken = page(links("/gone/"))
    files = {"index.html": broken, "a/index.html": broken, "b/index.html": broken}
    assert told(find(small(tmp_path, {}, files))) == [
        (
            "error",
            "mkdocs.yml:1:1",
            "the front page leads to `gone/`, which is not there, and 2 more pages do",
        )
    ]


def test_a_style_and_a_film_that_are_not_there_are_told(tmp_path):
    head = '<link rel="stylesheet" href="assets/a.css"><script src="assets/b.js"></script>'
    files = {"index.html": page('<video src="c.mp4"></video>', head=head)}
    assert [message for _, _, message in told(find(small(tmp_path, {}, files)))] == [
        f"the front page leads to `{name}`, which is not there"
        for name in ("assets/a.css", "assets/b.js", "c.mp4")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "#top",
        "#hand%20wash",
        "#:~:text=hands",
        "/",
        "https://journal.test",
        "https://journal.test/about/?from=here#us",
        "about",
        "about.html",
        "a%20file.pdf",
        "https://elsewhere.test/gone/",
        "mailto:team@journal.test",
        "tel:+44123",
        "http://[",
    ],
)
def test_what_a_server_finds_is_not_told(tmp_path, address):
    files = {
        "index.html": page(links(address) + '<p id="hand wash">Wash</p>'),
        "about/index.html": page('<p id="us">Us</p>'),
        "about.html": page(),
        "a file.pdf": "",
    }
    assert list(find(small(tmp_path, {}, files))) == []


def test_a_site_below_a_path_ends_there(tmp_path):
    site = small(tmp_path, {}, {"index.html": page(links("/", "/journal/gone/"))})
    below = replace(site.publication, site_url="https://journal.test/journal/")
    assert [message for _, _, message in told(find(Site(below, site.folder)))] == [
        "the front page leads to `gone/`, which is not there"
    ]
