"""JSON Feed as its specification wants it."""

import json

import pytest

from publisher.site.feeds import json_feed
from tests.site.feeds import rules
from tests.site.feeds.channels import CHANNEL, HOSTILE, SITE

WHOLE = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Journal <of> R&D",
    "home_page_url": "https://journal.test.example/topics/x/",
    "feed_url": "https://journal.test.example/topics/x/feed",
    "description": "About a < b & c.",
    "icon": "https://journal.test.example/assets/icon.png",
    "authors": [{"name": "Test Trust", "url": "https://journal.test.example/"}],
    "language": "en",
    "items": [
        {
            "id": "urn:uuid:11111111-1111-5111-8111-111111111111",
            "url": "https://journal.test.example/articles/hostile/",
            "title": HOSTILE.title,
            "content_html": HOSTILE.html,
            "summary": 'p < 0.05 & "so on" ]]>',
            "date_published": "2026-03-10T09:00:00+00:00",
            "date_modified": "2026-04-02T15:30:00+01:00",
            "authors": [
                {
                    "name": "Exemplar One",
                    "url": "https://journal.test.example/people/exemplar-one/",
                },
                {"name": "No Page"},
            ],
            "tags": ["Cardiology", "R&D"],
            "language": "en",
            "image": "https://journal.test.example/articles/hostile/a%20b.png",
            "attachments": [
                {
                    "url": "https://journal.test.example/articles/hostile/a%20b.png",
                    "mime_type": "image/png",
                    "title": 'A "hill"',
                    "size_in_bytes": 1164,
                }
            ],
        },
        {
            "id": "urn:uuid:22222222-2222-5222-8222-222222222222",
            "url": "https://journal.test.example/articles/llano/",
            "title": "Un título",
            "content_html": "<p>Texto.</p>",
            "summary": "Un resumen.",
            "date_published": "2025-12-31T23:59:59+00:00",
            "date_modified": "2025-12-31T23:59:59+00:00",
            "authors": [],
            "tags": [],
            "language": "es",
        },
    ],
    "hubs": [{"type": "WebSub", "url": "https://hub.test.example/"}],
}


def test_the_whole_document():
    assert json.loads(json_feed.render(CHANNEL)) == WHOLE


def test_the_document_is_valid():
    assert rules.json_feed(json_feed.render(CHANNEL), f"{SITE}topics/x/feed") == []


def test_letters_are_written_as_they_are():
    document = json_feed.render(CHANNEL)
    assert "🫀 שלום" in document.decode()
    assert document.endswith(b"}\n")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("version/1.1", "version/1", "'https://jsonfeed.org/version/1.1' was expected"),
        ('"size_in_bytes": 1164', '"size_in_bytes": "1164"', "'1164' is not of type 'integer'"),
        ("x/feed", "y/feed", "the feed does not name itself"),
        ("22222222-2222-5222-8222-222222222222", "11111111-1111-5111-8111-111111111111",
         f"{HOSTILE.id} stands twice"),
        (f'src=\\"{SITE}', 'src=\\"', "x.png?a=1&b=2 is relative"),
        ('"date_published": "2025', '"date_published": "2027', "the newest is not first"),
    ],
)  # fmt: skip
def test_the_rules_catch_what_is_wrong(right, wrong, told):
    document = json_feed.render(CHANNEL).decode().replace(right, wrong, 1)
    assert rules.json_feed(document.encode(), f"{SITE}topics/x/feed") == [told]
