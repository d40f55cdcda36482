"""A page's `<head>` as search engines, networks and a browser's parser read it."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest

from publisher.content.article import Pillar
from publisher.settings import PLACEHOLDER_SITE_URL
from publisher.site import seo, structured_data
from publisher.site.views import Picture
from tests.site.example import ARTICLES, PUBLICATION, SITE, VIEWS, views_of

VNU = Path(__file__).parents[1] / "node/node_modules/vnu-jar/build/dist/vnu.jar"
TRIAL = "articles/a-made-up-trial/"

TRIAL_HEAD = """\
<title>A made-up trial of walking — Test Journal</title>
<meta name="description" content="What a trial that was never run would have shown about a daily walk, and what it could not.">
<meta name="robots" content="index, follow, max-image-preview:large">
<link rel="canonical" href="https://journal.test.example/articles/a-made-up-trial/">
<link rel="alternate" hreflang="en" href="https://journal.test.example/articles/a-made-up-trial/">
<link rel="alternate" hreflang="es" href="https://journal.test.example/articles/un-ensayo-inventado/">
<link rel="alternate" hreflang="x-default" href="https://journal.test.example/articles/a-made-up-trial/">
<meta property="og:type" content="article">
<meta property="og:title" content="A made-up trial of walking">
<meta property="og:description" content="What a trial that was never run would have shown about a daily walk, and what it could not.">
<meta property="og:url" content="https://journal.test.example/articles/a-made-up-trial/">
<meta property="og:site_name" content="Test Journal">
<meta property="og:locale" content="en_US">
<meta property="og:locale:alternate" content="es_ES">
<meta property="og:image" content="https://journal.test.example/articles/a-made-up-trial/walk.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="A dotted line that climbs a gentle hill">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:title" content="A made-up trial of walking">
<meta name="twitter:description" content="What a trial that was never run would have shown about a daily walk, and what it could not.">
<meta name="twitter:image" content="https://journal.test.example/articles/a-made-up-trial/walk.png">
<meta name="twitter:image:alt" content="A dotted line that climbs a gentle hill">
<meta property="article:published_time" content="2026-03-10T09:00:00+00:00">
<meta property="article:modified_time" content="2026-04-02T15:30:00+01:00">
<meta property="article:author" content="https://journal.test.example/people/exemplar-one/">
<meta property="article:author" content="https://journal.test.example/people/test-team/">
<meta property="article:section" content="Cardiology">
<meta property="article:tag" content="Cardiology">
<meta property="article:tag" content="Plain words">
<meta name="publisher:digest" content="{digest}">
<meta name="citation_title" content="A made-up trial of walking">
<meta name="citation_author" content="Exemplar One">
<meta name="citation_author_institution" content="Test Trust">
<meta name="citation_author" content="Test team">
<meta name="citation_author_institution" content="Test Trust">
<meta name="citation_publication_date" content="2026/03/10">
<meta name="citation_journal_title" content="Test Journal">
<meta name="citation_language" content="en">
<meta name="citation_public_url" content="https://journal.test.example/articles/a-made-up-trial/">
<meta name="citation_abstract_html_url" content="https://journal.test.example/articles/a-made-up-trial/">
<link rel="author" href="https://journal.test.example/people/exemplar-one/">
<link rel="author" href="https://journal.test.example/people/test-team/">
<link rel="me" href="https://social.test.example/@trust">
<link rel="me" href="https://video.test.example/trust">
<meta name="fediverse:creator" content="@exemplar@social.test.example">
<link rel="alternate" type="application/rss+xml" title="English — Test Journal (RSS)" href="https://journal.test.example/en/feed.xml">
<link rel="alternate" type="application/atom+xml" title="Test Journal (Atom)" href="https://journal.test.example/atom.xml">
<link rel="alternate" type="application/feed+json" title="Test Journal (JSON Feed)" href="https://journal.test.example/feed.json">
<link rel="alternate" type="application/rss+xml" title="Test Journal (RSS)" href="https://journal.test.example/feed.xml">
"""  # noqa: E501 - whole lines, as they come out


def parsed(view, publication=PUBLICATION):
    """Every element of a page's head as an HTML parser sees it: (name, its attributes, text)."""
    document = f"<!doctype html>{seo.head(publication, view)}<p>"
    head = html5lib.parse(document, namespaceHTMLElements=False).find("head")
    assert head is not None
    return [(element.tag, dict(element.attrib), element.text) for element in head]


def metas(view, name, publication=PUBLICATION):
    """The contents of the meta elements called `name`."""
    return [
        attributes["content"]
        for _, attributes, _ in parsed(view, publication)
        if name in (attributes.get("name"), attributes.get("property"))
    ]


def links(view, rel, publication=PUBLICATION):
    """The addresses of the link elements of a kind."""
    return [a["href"] for _, a, _ in parsed(view, publication) if a.get("rel") == rel]


def test_the_whole_head_of_an_article():
    digest = ARTICLES[TRIAL].digest
    assert seo.head(PUBLICATION, VIEWS[TRIAL]) == TRIAL_HEAD.format(digest=digest)


@pytest.mark.parametrize("address", VIEWS)
def test_every_page_has_one_of_each(address):
    view = VIEWS[address]
    found = parsed(view)
    assert [tag for tag, _, _ in found].count("title") == 1
    for name in (
        "description", "robots", "og:type", "og:title", "og:description", "og:url",
        "og:site_name", "og:locale", "og:image", "og:image:type", "og:image:width",
        "og:image:height", "og:image:alt", "twitter:card", "twitter:title",
        "twitter:description", "twitter:image", "twitter:image:alt",
    ):  # fmt: skip
        [content] = metas(view, name)
        assert content.strip() == content != ""
    assert links(view, "canonical") == metas(view, "og:url") == [SITE + address]
    assert "max-image-preview:large" in metas(view, "robots")[0]
    everything = [a["href"] for _, a, _ in found if "href" in a]
    assert [link for link in everything if not link.startswith("https://")] == []


def test_home_is_called_as_the_publication_and_every_other_page_beside_it():
    english = [view for view in VIEWS.values() if view.language == "en"]
    titles = {view.address: parsed(view)[0][2] for view in english}
    assert titles[""] == "Test Journal"
    assert titles["topics/cardiology/"] == "Cardiology — Test Journal"
    assert len(set(titles.values())) == len(titles)


def test_a_hostile_title_comes_out_as_it_was_written():
    view = VIEWS["articles/hostile/"]
    title = '</script><b>"R&D"</b> ]]> it\'s 🫀'
    found = parsed(view)
    assert found[0] == ("title", {}, f"{title} — Test Journal")
    assert metas(view, "og:title") == metas(view, "twitter:title") == [title]
    assert metas(view, "description") == [ARTICLES[view.address].description]
    assert {tag for tag, _, _ in found} == {"title", "meta", "link"}


def test_a_folded_description_is_one_line():
    view = replace(VIEWS["about/"], description="One line\n and  another.\n")
    assert metas(view, "description") == ["One line and another."]


def test_right_to_left_text_is_not_touched():
    view = VIEWS["articles/right-to-left/"]
    assert metas(view, "og:title") == ["מילים פשוטות מימין לשמאל (v2)"]
    assert metas(view, "og:locale") == ["he_IL"]


def test_only_what_is_withdrawn_is_not_indexed():
    kept = [address for address, view in VIEWS.items() if "noindex" in metas(view, "robots")[0]]
    assert kept == ["articles/taken-back/"]


@pytest.mark.parametrize(
    "sample",
    [
        replace(PUBLICATION, settings=PUBLICATION.settings.model_copy(update={"sample": True})),
        replace(PUBLICATION, site_url=PLACEHOLDER_SITE_URL),
    ],
    ids=["sample: true", "placeholder site_url"],
)
def test_no_page_of_a_sample_is_indexed(sample):
    robots = {metas(view, "robots", sample)[0] for view in views_of(sample).values()}
    assert robots == {"noindex, follow, max-image-preview:large"}


def test_translations_name_each_other_and_the_original_is_for_everyone_else():
    original, spanish = SITE + TRIAL, SITE + "articles/un-ensayo-inventado/"
    for address in (TRIAL, "articles/un-ensayo-inventado/"):
        alternates = {
            a["hreflang"]: a["href"] for _, a, _ in parsed(VIEWS[address]) if "hreflang" in a
        }
        assert alternates == {"en": original, "es": spanish, "x-default": original}
    assert "hreflang" not in seo.head(PUBLICATION, VIEWS["articles/hostile/"])


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("es", "es_ES"),
        ("es-419", "es_419"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant-TW", "zh_TW"),
        ("he", "he_IL"),
        ("art", "art"),
    ],
)
def test_a_locale_has_a_country_where_one_is_likely(language, locale):
    assert metas(replace(VIEWS["about/"], language=language), "og:locale") == [locale]


def test_a_persons_page_is_theirs_alone():
    view = VIEWS["people/exemplar-one/"]
    assert links(view, "me") == [
        "https://people.test.example/exemplar-one",
        "https://orcid.test.example/0000-0000-0000-0001",
        "https://github.com/exemplar-one",
        "https://social.test.example/@exemplar",
    ]
    assert metas(view, "og:type") == ["profile"]
    assert metas(view, "fediverse:creator") == ["@exemplar@social.test.example"]


def test_who_has_left_is_found_nowhere_else():
    assert links(VIEWS["people/placeholder-three/"], "me") == []
    article = VIEWS["articles/right-to-left/"]
    assert metas(article, "fediverse:creator") == ["@trust@social.test.example"]


@pytest.mark.parametrize("address", ["", "topics/", "about/", TRIAL, "people/test-team/"])
def test_every_other_page_speaks_for_the_organisation(address):
    assert links(VIEWS[address], "me") == [
        "https://social.test.example/@trust",
        "https://video.test.example/trust",
    ]


def test_an_author_without_a_page_is_not_linked():
    view = VIEWS["articles/taken-back/"]
    assert metas(view, "article:author") == links(view, "author") == []


def test_a_listing_names_its_neighbours():
    view = replace(VIEWS["topics/cardiology/"], newer="topics/cardiology/page/3/", older="x/")
    assert links(view, "prev") == [SITE + "topics/cardiology/page/3/"]
    assert links(view, "next") == [SITE + "x/"]


def test_only_research_that_stands_can_be_cited():
    cited = {a for a, view in VIEWS.items() if "citation_" in seo.head(PUBLICATION, view)}
    assert cited == {TRIAL, "articles/un-ensayo-inventado/"}
    research = ARTICLES["articles/taken-back/"].model_copy(update={"pillar": Pillar.RESEARCH})
    withdrawn = replace(VIEWS["articles/taken-back/"], article=research)
    assert "citation_" not in seo.head(PUBLICATION, withdrawn)


def test_a_day_of_publication_is_the_publications_own():
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    view = replace(VIEWS[TRIAL], article=ARTICLES[TRIAL].model_copy(update={"published": late}))
    assert metas(view, "citation_publication_date") == ["2026/07/01"]


def test_a_files_name_becomes_a_url():
    picture = Picture("articles/x/a b%20é?.png", 1, 1, "image/png", "x", 1)
    [url] = metas(replace(VIEWS[TRIAL], picture=picture), "og:image")
    assert url == SITE + "articles/x/a%20b%2520%C3%A9%3F.png"


def test_nothing_is_said_of_drafts_and_embargoed_articles():
    told = "".join(seo.head(PUBLICATION, view) for view in VIEWS.values())
    assert re.findall("DRAFT|EMBARGOED|Secret|drafted", told) == []


def test_the_validator_finds_no_fault_in_any_head(tmp_path):
    for number, view in enumerate(VIEWS.values()):
        data = structured_data.data(PUBLICATION, view)
        head = f'{seo.head(PUBLICATION, view)}<script type="application/ld+json">{data}</script>'
        page = f'<!doctype html>\n<html lang="{view.language}"><head>{head}</head><body></body>'
        (tmp_path / f"{number}.html").write_text(f"{page}</html>\n", "utf-8")
    java = shutil.which("java")
    assert java is not None
    run = subprocess.run(
        [java, "-jar", VNU, "--errors-only", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
