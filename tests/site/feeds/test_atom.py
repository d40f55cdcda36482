"""Atom as RFC 4287, its readers and feedparser want it."""

import feedparser
import pytest

from publisher.site.feeds import atom
from tests.site.feeds import rules
from tests.site.feeds.channels import CHANNEL, HOSTILE, PLAIN, SITE

WHOLE = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="../../assets/feed.css"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>urn:uuid:00000000-0000-5000-8000-000000000000</id>
  <title>Journal &lt;of&gt; R&amp;D</title>
  <updated>2026-04-02T15:30:00+01:00</updated>
  <author>
    <name>Test Trust</name>
    <uri>https://journal.test.example/</uri>
  </author>
  <link href="https://journal.test.example/topics/x/" rel="alternate" type="text/html"/>
  <link href="https://journal.test.example/topics/x/feed" rel="self" type="application/atom+xml"/>
  <link href="https://hub.test.example/" rel="hub"/>
  <generator>healthcare-publisher</generator>
  <icon>https://journal.test.example/assets/icon.png</icon>
  <subtitle>About a &lt; b &amp; c.</subtitle>
  <entry xml:lang="en">
    <id>urn:uuid:11111111-1111-5111-8111-111111111111</id>
    <title>&lt;/script&gt;&lt;b&gt;"R&amp;D"&lt;/b&gt; ]]&gt; it's 🫀 שלום</title>
    <updated>2026-04-02T15:30:00+01:00</updated>
    <author>
      <name>Exemplar One</name>
      <uri>https://journal.test.example/people/exemplar-one/</uri>
    </author>
    <author>
      <name>No Page</name>
    </author>
    <content type="html">&lt;p&gt;a &amp;lt; b &amp;amp; c ]]&amp;gt; &lt;img \
src="https://journal.test.example/x.png?a=1&amp;amp;b=2"&gt;&lt;/p&gt;</content>
    <summary>p &lt; 0.05 &amp; "so on" ]]&gt;</summary>
    <category term="Cardiology"/>
    <category term="R&amp;D"/>
    <published>2026-03-10T09:00:00+00:00</published>
    <link rel="alternate" type="text/html" hreflang="en" href="https://journal.test.example/articles/hostile/"/>
    <link rel="enclosure" type="image/png" length="1164" title="A &quot;hill&quot;" href="https://journal.test.example/articles/hostile/a%20b.png"/>
  </entry>
  <entry xml:lang="es">
    <id>urn:uuid:22222222-2222-5222-8222-222222222222</id>
    <title>Un título</title>
    <updated>2025-12-31T23:59:59+00:00</updated>
    <content type="html">&lt;p&gt;Texto.&lt;/p&gt;</content>
    <summary>Un resumen.</summary>
    <published>2025-12-31T23:59:59+00:00</published>
    <link rel="alternate" type="text/html" hreflang="es" href="https://journal.test.example/articles/llano/"/>
  </entry>
</feed>
"""
TWO_PAGES = "one alternate link, and no second of the same type and language (4.1.1, 4.1.2)"
AUTHOR = """<author>
    <name>Test Trust</name>
    <uri>https://journal.test.example/</uri>
  </author>"""


def test_the_whole_document():
    assert atom.render(CHANNEL).decode() == WHOLE


def test_the_document_is_valid():
    assert rules.atom(atom.render(CHANNEL), f"{SITE}topics/x/feed") == []


def test_a_reader_sees_what_was_written():
    feed = feedparser.parse(atom.render(CHANNEL), sanitize_html=False, resolve_relative_uris=False)
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "atom10", "Journal <of> R&D")
    assert feed.feed.subtitle == "About a < b & c."
    entry = feed.entries[0]
    assert (entry.title, entry.title_detail.type) == (HOSTILE.title, "text/plain")
    assert (entry.id, entry.link, entry.summary) == (HOSTILE.id, HOSTILE.url, HOSTILE.summary)
    assert [(author.name, author.get("href")) for author in entry.authors] == [
        ("Exemplar One", f"{SITE}people/exemplar-one/"),
        ("No Page", None),
    ]
    assert entry.published_parsed[:6] == (2026, 3, 10, 9, 0, 0)
    assert entry.updated_parsed[:6] == (2026, 4, 2, 14, 30, 0)
    assert (entry.content[0].value, entry.content[0].language) == (HOSTILE.html, "en")
    assert [(e.href, e.type, e.length) for e in entry.enclosures] == [
        (f"{SITE}articles/hostile/a%20b.png", "image/png", "1164")
    ]
    assert feed.entries[1].content[0].language == "es"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('rel="enclosure" type="image/png"', 'type="text/html" hreflang="en"', TWO_PAGES),
        ("topics/x/feed", "feed", "the feed does not name itself"),
        (f"{SITE}x.png", "x.png", "x.png?a=1&b=2 is relative"),
        (f"{SITE}articles/llano/", "/llano/", "/llano/ is relative"),
        (PLAIN.id, HOSTILE.id, f"{HOSTILE.id} stands twice"),
        ("<published>2025", "<published>2027", "the newest is not first"),
        (AUTHOR, "", "an entry without an author, in a feed without one (4.1.2)"),
    ],
)
def test_the_rules_catch_what_is_wrong(right, wrong, told):
    assert rules.atom(WHOLE.replace(right, wrong, 1).encode(), f"{SITE}topics/x/feed") == [told]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<updated>2026-04-02T15:30:00+01:00", "<updated>Thu, 02 Apr 2026"),
        ("<published>2025-12-31T23:59:59+00:00", "<published>2025-13-31T23:59:59+00:00"),
        ("<id>urn:uuid:11111111-1111-5111-8111-111111111111</id>", ""),
        ("<title>Un título</title>", ""),
        ("<name>No Page</name>", "No Page"),
        ('term="Cardiology"', 'name="Cardiology"'),
        ('type="html"', 'type="markdown"'),
    ],
)
def test_the_schema_catches_what_is_wrong(right, wrong):
    broken = WHOLE.replace(right, wrong, 1)
    [told] = rules.atom(broken.encode(), f"{SITE}topics/x/feed")
    assert "RELAXNGV" in told
