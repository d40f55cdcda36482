"""Pictures that pages and feeds name, and that are not in the site."""

import json

import pytest

from publisher.site.audit.missing_picture import find
from tests.site.audit.small import URL, article, page, small, told


def graph(node: object) -> str:
    text = json.dumps({"@graph": [node]}, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img src="/gone.png" alt="">'),
        ("", '<picture><source srcset="here.png 1x, /gone.png 2x"></picture>'),
        ("", '<video src="here.png" poster="gone.png"></video>'),
        ('<link rel="icon" href="gone.png">', ""),
        (f'<meta property="og:image" content="{URL}gone.png">', ""),
        (f'<meta name="twitter:image" content="{URL}gone.png">', ""),
        (graph({"@type": "Article", "image": [f"{URL}here.png", f"{URL}gone.png"]}), ""),
        (graph({"logo": {"@type": "ImageObject", "url": f"{URL}gone.png"}}), ""),
    ],
)
def test_a_picture_that_is_not_there_is_told_however_it_is_named(tmp_path, head, body):
    site = small(tmp_path, {}, {"index.html": page(body, head=head), "here.png": ""})
    message = "the front page shows the picture `gone.png`, which is not there"
    assert told(find(site)) == [("error", "mkdocs.yml:1:1", message)]


def test_it_is_told_once_and_where_its_name_is_written(tmp_path):
    files = {
        "articles/hands/index.html": page('<img src="wash.png" alt="Hands">'),
        "index.html": page('<img src="articles/hands/wash.png" alt="">'),
        "about/index.html": page('<img src="https://elsewhere.test/x.png" alt="">'),
    }
    texts = article("hands", "![Hands](wash.png)")
    assert told(find(small(tmp_path, texts, files))) == [
        (
            "error",
            "content/articles/hands.md:13:10",
            "articles/hands/ shows the picture `articles/hands/wash.png`, which is not there",
        )
    ]


FEEDS = {
    "feed.xml": f"<rss><channel><item><link>{URL}articles/hands/</link>"
    f'<enclosure url="{URL}gone.png"/></item></channel></rss>',
    "atom.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
    f'<link rel="alternate" href="{URL}articles/hands/"/>'
    f'<link rel="enclosure" href="{URL}gone.png"/></entry></feed>',
    "feed.json": json.dumps(
        {"items": [{"url": f"{URL}articles/hands/", "attachments": [{"url": f"{URL}gone.png"}]}]}
    ),
}


@pytest.mark.parametrize("name", FEEDS)
def test_what_a_feed_encloses_is_told_at_the_article(tmp_path, name):
    files = {"index.html": page(), "articles/hands/index.html": page(), name: FEEDS[name]}
    assert told(find(small(tmp_path, article("hands"), files))) == [
        (
            "error",
            "content/articles/hands.md:1:1",
            f"{name} shows the picture `gone.png`, which is not there",
        )
    ]
