"""Which feeds there are, what is in them, and that their ids outlive every change."""

import json
import re
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import feedparser
import pytest

from publisher.content.article import Status
from publisher.content.parts import Correction
from publisher.content.publication import Publication
from publisher.site import feeds
from publisher.site.views import FeedLink
from tests.site.example import ARTICLES, PICTURES, PUBLICATION, RENDERED, SITE, VIEWS
from tests.site.feeds import rules

RULES = {
    "application/rss+xml": rules.rss,
    "application/atom+xml": rules.atom,
    "application/feed+json": rules.json_feed,
}
PLANNED = {feed.link.address: feed for feed in feeds.plan(PUBLICATION)}
DOCUMENTS = feeds.render_all(PUBLICATION, RENDERED, PICTURES)

HOSTILE, SPANISH, TRIAL, STATEMENT, HEBREW = (
    "hostile", "un-ensayo-inventado", "a-made-up-trial", "what-we-said", "right-to-left",
)  # fmt: skip


def changed(**update):
    """The publication with one article changed."""
    trial = ARTICLES["articles/a-made-up-trial/"]
    others = [article for article in PUBLICATION.articles if article is not trial]
    return replace(PUBLICATION, articles=(trial.model_copy(update=update), *others))


NOTE = {"date": "2026-05-20", "note": "The dose was wrong <b>."}
SAID = "This article has been withdrawn."
HOW = "Its text is no longer shown. Please do not rely on copies of it."
TOLD = f"<p>{SAID} {HOW}</p><p>The dose was wrong &lt;b&gt;.</p>"
WITHDRAWN = PUBLICATION.as_of - timedelta(days=12)
TAKEN_BACK = changed(
    status=Status.WITHDRAWN, modified=WITHDRAWN, corrections=(Correction.model_validate(NOTE),)
)
LATE = replace(TAKEN_BACK, as_of=WITHDRAWN + timedelta(days=90))


def documents_of(publication: Publication) -> dict[str, bytes]:
    html = {article.address: "<p>Text.</p>" for article in publication.current}
    return feeds.render_all(publication, html, PICTURES)


def entry_of(document: bytes) -> Any:
    """The entry of the made-up trial, as feed readers take it."""
    entries = feedparser.parse(document).entries
    return next((entry for entry in entries if TRIAL in entry.link), None)


@pytest.mark.parametrize("address", ["atom.xml", "feed.xml", "people/exemplar-one/feed.xml"])
def test_a_withdrawn_article_stays_for_some_time_under_its_id_and_says_so(address):
    document, before = documents_of(TAKEN_BACK)[address], entry_of(DOCUMENTS[address])
    assert RULES[PLANNED[address].link.mime](document, SITE + address) == []
    after = entry_of(document)
    assert (after.id, after.link, after.title) == (before.id, before.link, before.title)
    assert (after.content[0].value, after.summary) == (TOLD, SAID)
    assert after.enclosures == []
    if address == "atom.xml":
        assert after.updated == WITHDRAWN.isoformat()
    assert entry_of(documents_of(LATE)[address]) is None


def test_a_withdrawn_article_says_so_in_json_too():
    documents = (DOCUMENTS["feed.json"], documents_of(TAKEN_BACK)["feed.json"])
    items = [item for document in documents for item in json.loads(document)["items"]]
    before, after = (item for item in items if TRIAL in item["url"])
    for key in ("image", "attachments"):
        before.pop(key, None)
    changes = {"content_html": TOLD, "summary": SAID, "date_modified": WITHDRAWN.isoformat()}
    assert after == before | changes
    assert TRIAL not in documents_of(LATE)["feed.json"].decode()


def ids(publication: Publication) -> dict[str, list[str]]:
    """The ids in each feed: its own, where its format has one, and its entries'."""
    html = {article.address: "<p>Text.</p>" for article in publication.public}
    documents = feeds.render_all(publication, html)
    return {
        address: sorted(re.findall(r"urn:uuid:[0-9a-f-]{36}", document.decode()))
        for address, document in documents.items()
    }


def test_every_format_is_found_by_its_file():
    names = [form.NAME for form in feeds.formats()]
    assert names == ["Atom", "JSON Feed", "RSS"]


def test_the_feeds_and_what_is_in_each_newest_first():
    everything = [HOSTILE, SPANISH, TRIAL, STATEMENT, HEBREW]
    planned = {address: [a.slug for a in feed.articles] for address, feed in PLANNED.items()}
    assert planned == {
        "atom.xml": everything,
        "feed.json": everything,
        "feed.xml": everything,
        "en/feed.xml": [HOSTILE, TRIAL, STATEMENT],
        "es/feed.xml": [SPANISH],
        "he/feed.xml": [HEBREW],
        "topics/cardiology/feed.xml": [SPANISH, TRIAL],
        "topics/plain-words/feed.xml": [HOSTILE, TRIAL, STATEMENT, HEBREW],
        "people/exemplar-one/feed.xml": [SPANISH, TRIAL],
        "people/placeholder-three/feed.xml": [HEBREW],
        "people/test-team/feed.xml": [HOSTILE, SPANISH, TRIAL, STATEMENT],
    }
    assert list(DOCUMENTS) == list(PLANNED)


@pytest.mark.parametrize("address", PLANNED)
def test_every_feed_is_valid(address):
    check = RULES[PLANNED[address].link.mime]
    assert check(DOCUMENTS[address], SITE + address) == []


@pytest.mark.parametrize("address", PLANNED)
def test_every_feed_stands_beside_a_page(address):
    document = DOCUMENTS[address].decode()
    homes = {f"{SITE}{home}" for home in VIEWS}
    found = re.search(r'(?:<link>|<link href="|"home_page_url": ")([^"<]*)', document)
    assert found is not None
    assert found[1] in homes


def test_who_is_on_no_current_article_has_no_feed():
    told = "".join(document.decode() for document in DOCUMENTS.values())
    assert re.findall("Secret|Archetype|drafted|DRAFT|EMBARGOED|WITHDRAWN|taken back", told) == []


def test_an_article_without_an_id_waits_for_one():
    first, *_ = feeds.plan(changed(id=None))
    assert [a.slug for a in first.articles] == [HOSTILE, SPANISH, STATEMENT, HEBREW]


def test_a_publication_without_articles_has_no_feeds():
    empty = replace(PUBLICATION, articles=())
    assert feeds.plan(empty) == []
    assert feeds.catalogue(empty) == feeds.links(empty, VIEWS[""]) == []


def test_a_feed_shows_only_as_many_as_the_settings_say():
    settings = PUBLICATION.settings.model_copy(update={"feed_entries": 2})
    shorter = {f.link.address: f for f in feeds.plan(replace(PUBLICATION, settings=settings))}
    assert [a.slug for a in shorter["feed.xml"].articles] == [HOSTILE, SPANISH]


def test_articles_of_one_moment_stand_in_the_order_of_their_ids():
    moment = ARTICLES["articles/hostile/"].published
    together = [a.model_copy(update={"published": moment}) for a in PUBLICATION.current]
    first, *_ = feeds.plan(replace(PUBLICATION, articles=tuple(together)))
    assert [a.id for a in first.articles] == sorted(str(a.id) for a in together)


def test_the_only_language_has_the_publications_feed():
    settings = PUBLICATION.settings.model_copy(update={"languages": ("en",)})
    english = [a for a in PUBLICATION.articles if a.language == "en"]
    single = replace(PUBLICATION, settings=settings, articles=tuple(english))
    assert [f.link.address for f in feeds.plan(single) if f.scope.kind == "language"] == []
    assert "en/feed.xml" not in [link.address for link in feeds.links(single, VIEWS[""])]


WHOLE = (
    FeedLink("Test Journal (Atom)", "atom.xml", "application/atom+xml", "en"),
    FeedLink("Test Journal (JSON Feed)", "feed.json", "application/feed+json", "en"),
    FeedLink("Test Journal (RSS)", "feed.xml", "application/rss+xml", "en"),
)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("", [("English — Test Journal (RSS)", "en/feed.xml", "en")]),
        ("es/", [("español — Test Journal (RSS)", "es/feed.xml", "es")]),
        ("topics/cardiology/", [
            ("Cardiology — Test Journal (RSS)", "topics/cardiology/feed.xml", "en"),
            ("English — Test Journal (RSS)", "en/feed.xml", "en"),
        ]),
        ("people/exemplar-one/", [
            ("Exemplar One — Test Journal (RSS)", "people/exemplar-one/feed.xml", "en"),
            ("English — Test Journal (RSS)", "en/feed.xml", "en"),
        ]),
        ("people/specimen-two/", [("English — Test Journal (RSS)", "en/feed.xml", "en")]),
    ],
)  # fmt: skip
def test_a_page_advertises_what_is_nearest_first(address, near):
    expected = [FeedLink(title, at, "application/rss+xml", tag) for title, at, tag in near]
    assert feeds.links(PUBLICATION, VIEWS[address]) == [*expected, *WHOLE]


def test_the_catalogue_lists_every_feed_that_is_written():
    catalogue = feeds.catalogue(PUBLICATION)
    assert [link.address for link in catalogue] == list(DOCUMENTS)
    assert len({link.title for link in catalogue}) == len(catalogue)


@pytest.mark.parametrize(
    "changes",
    [
        {"slug": "renamed"},
        {"title": "Another title", "description": "Another description"},
        {"published": ARTICLES["articles/hostile/"].published + timedelta(hours=1)},
        {"path": "content/articles/2020/elsewhere.md"},
        {"modified": ARTICLES["articles/hostile/"].published, "digest": "0" * 64},
    ],
    ids=["renamed", "retitled", "re-dated", "moved", "corrected"],
)
def test_no_change_to_an_article_announces_it_again(changes):
    assert ids(changed(**changes)) == ids(PUBLICATION)


def test_no_change_to_the_publication_announces_anything_again():
    organisation = PUBLICATION.settings.organisation.model_copy(update={"name": "Another Trust"})
    settings = PUBLICATION.settings.model_copy(update={"organisation": organisation})
    moved = replace(
        PUBLICATION, name="Renamed", site_url="https://elsewhere.example/", settings=settings
    )
    assert ids(moved) == ids(PUBLICATION)


def test_another_publication_has_other_ids():
    other = PUBLICATION.settings.model_copy(update={"publication_id": UUID(int=7)})
    mine, theirs = ids(PUBLICATION), ids(replace(PUBLICATION, settings=other))
    assert [a for a in mine if set(mine[a]) & set(theirs[a])] == []


def test_each_article_has_one_id_in_all_feeds_and_formats():
    everywhere = {
        entry.link: entry.id
        for address, document in DOCUMENTS.items()
        if address.endswith(".xml")
        for entry in feedparser.parse(document).entries
    }
    assert len(everywhere) == len(set(everywhere.values())) == 5
    assert all(urn in DOCUMENTS["feed.json"].decode() for urn in everywhere.values())


def test_a_feeds_own_date_is_that_of_its_newest_change():
    [statement] = [a for a in PUBLICATION.current if a.slug == STATEMENT]
    alone = replace(PUBLICATION, articles=(statement,))
    documents = feeds.render_all(alone, RENDERED)
    assert "<lastBuildDate>Tue, 05 May 2026 09:00:00 +0100<" in documents["feed.xml"].decode()
    assert "<updated>2026-05-05T09:00:00+01:00<" in documents["atom.xml"].decode()


def test_the_lead_picture_is_enclosed_with_its_true_size():
    entries = {e.link: e for e in feedparser.parse(DOCUMENTS["feed.xml"]).entries}
    picture = PICTURES["articles/a-made-up-trial/"]
    [enclosed] = entries[f"{SITE}articles/a-made-up-trial/"].enclosures
    assert enclosed == {
        "href": f"{SITE}articles/a-made-up-trial/walk.png",
        "type": "image/png",
        "length": str(picture.size),
    }
    assert [link for link, entry in entries.items() if entry.enclosures] == [
        f"{SITE}articles/a-made-up-trial/"
    ]


@pytest.mark.parametrize(
    ("address", "style"), [("feed.xml", ""), ("topics/cardiology/feed.xml", "../../")]
)
def test_a_feeds_style_is_found_wherever_the_site_stands(address, style):
    expected = f'<?xml-stylesheet type="text/css" href="{style}assets/feed.css"?>'
    assert DOCUMENTS[address].decode().splitlines()[1] == expected


def test_the_example_of_the_docs_is_a_feed_without_any_other_change(tmp_path, monkeypatch):
    docs = (Path(__file__).parents[3] / "docs/adding-a-feed.md").read_text("utf-8")
    [code] = re.findall(r"```python\n(.*?)```", docs, re.DOTALL)
    (tmp_path / "plain.py").write_text(code, "utf-8")
    monkeypatch.setattr(feeds, "__path__", [*feeds.__path__, str(tmp_path)])
    feeds.formats.cache_clear()
    try:
        text = feeds.render_all(PUBLICATION, RENDERED)["feed.txt"].decode()
        titles = [link.title for link in feeds.links(PUBLICATION, VIEWS["about/"])]
    finally:
        feeds.formats.cache_clear()
        sys.modules.pop("publisher.site.feeds.plain", None)
    assert text.splitlines()[1] == (
        f"2026-03-17 Un ensayo inventado sobre caminar {SITE}articles/un-ensayo-inventado/"
    )
    assert "Test Journal (Text)" in titles


def hubs(publication: Publication) -> set[str | None]:
    """The hubs that the feeds name, None for a feed that names none."""
    html = {article.address: "<p>Text.</p>" for article in publication.public}
    named = re.compile(r'href="([^"]+)" rel="hub"|"type": "WebSub",\s*"url": "([^"]+)"')
    found = [named.search(text.decode()) for text in feeds.render_all(publication, html).values()]
    return {match and (match[1] or match[2]) for match in found}


def test_every_feed_names_the_hub_that_is_told_of_its_changes():
    settings = PUBLICATION.settings.model_copy(update={"hub": "https://hub.test.example/"})
    assert hubs(replace(PUBLICATION, settings=settings)) == {"https://hub.test.example/"}


@pytest.mark.parametrize("update", [{"hub": ""}, {"sample": True}])
def test_no_feed_names_a_hub_that_nobody_tells(update):
    settings = PUBLICATION.settings.model_copy(update=update)
    assert hubs(replace(PUBLICATION, settings=settings)) == {None}
