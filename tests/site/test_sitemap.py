"""The sitemap names what may be found, says truly when it changed, and splits in time."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from publisher.site import sitemap
from publisher.site.views import View
from tests.site.example import ARTICLES, BRAND, PUBLICATION, SITE, VIEWS

RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "data/sitemap.rng"))
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
TRIAL = "articles/a-made-up-trial/"
NEWEST = datetime(2026, 5, 20, 18, 45, tzinfo=UTC)

ENTRIES = [(view, view.article.modified if view.article else NEWEST) for view in VIEWS.values()]


def many(number: int) -> list[tuple[View, datetime | None]]:
    view = View("page", "", "", "", "en", BRAND)
    return [(replace(view, address=f"page-{place}/"), NEWEST) for place in range(number)]


def texts(xml: bytes, path: str) -> list[str]:
    root = etree.fromstring(xml)
    assert RULES.validate(root), RULES.error_log
    return [str(element.text) for element in root.iterfind(f".//{path}", NAMES)]


def test_a_small_site_has_one_file():
    files = sitemap.sitemaps(PUBLICATION, [(VIEWS[TRIAL], ARTICLES[TRIAL].modified)])
    assert {address: xml.decode() for address, xml in files.items()} == {
        "sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"<url><loc>{SITE}{TRIAL}</loc><lastmod>2026-04-02T15:30:00+01:00</lastmod>"
        f'<xhtml:link rel="alternate" hreflang="en" href="{SITE}{TRIAL}"/>'
        f'<xhtml:link rel="alternate" hreflang="es" href="{SITE}articles/un-ensayo-inventado/"/>'
        f'<xhtml:link rel="alternate" hreflang="x-default" href="{SITE}{TRIAL}"/>'
        f"<image:image><image:loc>{SITE}{TRIAL}walk.png</image:loc></image:image></url>\n"
        "</urlset>\n"
    }


def test_every_page_but_the_withdrawn_is_named_once():
    [xml] = sitemap.sitemaps(PUBLICATION, ENTRIES).values()
    named = texts(xml, "s:loc")
    assert sorted(named) == sorted(SITE + a for a in VIEWS if a != "articles/taken-back/")


def test_what_is_not_indexed_is_not_named():
    hidden = replace(VIEWS["about/"], indexed=False)
    withdrawn = replace(VIEWS["articles/taken-back/"], indexed=True)
    kept = [(VIEWS[""], None), (hidden, None), (withdrawn, None)]
    assert texts(sitemap.sitemaps(PUBLICATION, kept)["sitemap.xml"], "s:loc") == [SITE]


def test_a_sample_is_named_so_that_its_noindex_is_seen():
    settings = PUBLICATION.settings.model_copy(update={"sample": True})
    sample = replace(PUBLICATION, settings=settings)
    assert sitemap.sitemaps(sample, ENTRIES) == sitemap.sitemaps(PUBLICATION, ENTRIES)
    assert "Disallow" not in sitemap.robots(sample)


def test_only_an_articles_own_picture_is_news():
    [xml] = sitemap.sitemaps(PUBLICATION, ENTRIES).values()
    assert texts(xml, "image:loc") == [f"{SITE}{TRIAL}walk.png"]


def test_a_page_without_a_date_claims_none():
    [xml] = sitemap.sitemaps(PUBLICATION, [(VIEWS["about/"], None)]).values()
    assert texts(xml, "s:lastmod") == []


@pytest.mark.parametrize(
    ("number", "sizes"), [(10, [10]), (11, [10, 1]), (20, [10, 10]), (21, [10, 10, 1])]
)
def test_a_large_site_is_split_below_an_index(number, sizes):
    files = sitemap.sitemaps(PUBLICATION, many(number), max_urls=10)
    index = files.pop("sitemap.xml")
    if len(sizes) == 1:
        assert (len(texts(index, "s:url/s:loc")), files) == (number, {})
        return
    assert [len(texts(xml, "s:loc")) for xml in files.values()] == sizes
    assert texts(index, "s:sitemap/s:loc") == [SITE + address for address in files]
    assert texts(index, "s:sitemap/s:lastmod") == [NEWEST.isoformat()] * len(sizes)


def test_a_file_is_never_larger_than_it_may_be():
    files = sitemap.sitemaps(PUBLICATION, many(100), max_bytes=1_000)
    del files["sitemap.xml"]
    assert max(map(len, files.values())) <= 1_000
    assert sum(len(texts(xml, "s:loc")) for xml in files.values()) == 100


def test_fifty_thousand_pages_fit_in_one_file_and_one_more_does_not():
    pages = many(sitemap.MAX_URLS + 1)
    assert list(sitemap.sitemaps(PUBLICATION, pages[1:])) == ["sitemap.xml"]
    assert sorted(sitemap.sitemaps(PUBLICATION, pages)) == [
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap.xml",
    ]


def test_robots_may_read_everything_and_know_where_to_begin():
    assert sitemap.robots(PUBLICATION) == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    )


def test_nothing_is_said_of_drafts_and_embargoed_articles():
    [xml] = sitemap.sitemaps(PUBLICATION, ENTRIES).values()
    assert [
        word for word in (b"not-finished", b"not-yet", b"drafted", b"secret") if word in xml
    ] == []
