"""RSS as its specification, its readers and feedparser want it."""

from dataclasses import replace

import feedparser
import pytest

from publisher.site.feeds import rss
from tests.site.feeds import rules
from tests.site.feeds.channels import CHANNEL, HOSTILE, PLAIN, SITE

WHOLE = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="../../assets/feed.css"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>Journal &lt;of&gt; R&amp;D</title>
    <link>https://journal.test.example/topics/x/</link>
    <description>About a &amp;lt; b &amp;amp; c.</description>
    <atom:link href="https://journal.test.example/topics/x/feed" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <generator>healthcare-publisher</generator>
    <language>en</language>
    <lastBuildDate>Thu, 02 Apr 2026 15:30:00 +0100</lastBuildDate>
    <atom:link href="https://hub.test.example/" rel="hub"/>
    <item>
      <title>&lt;/script&gt;&lt;b&gt;"R&amp;D"&lt;/b&gt; ]]&gt; it's 🫀 שלום</title>
      <link>https://journal.test.example/articles/hostile/</link>
      <description>p &amp;lt; 0.05 &amp;amp; "so on" ]]&amp;gt;</description>
      <content:encoded>&lt;p&gt;a &amp;lt; b &amp;amp; c ]]&amp;gt; &lt;img \
src="https://journal.test.example/x.png?a=1&amp;amp;b=2"&gt;&lt;/p&gt;</content:encoded>
      <guid isPermaLink="false">urn:uuid:11111111-1111-5111-8111-111111111111</guid>
      <category>Cardiology</category>
      <category>R&amp;D</category>
      <enclosure url="https://journal.test.example/articles/hostile/a%20b.png" length="1164" type="image/png"/>
      <pubDate>Tue, 10 Mar 2026 09:00:00 +0000</pubDate>
      <dc:creator>Exemplar One</dc:creator>
      <dc:creator>No Page</dc:creator>
      <dc:language>en</dc:language>
    </item>
    <item>
      <title>Un título</title>
      <link>https://journal.test.example/articles/llano/</link>
      <description>Un resumen.</description>
      <content:encoded>&lt;p&gt;Texto.&lt;/p&gt;</content:encoded>
      <guid isPermaLink="false">urn:uuid:22222222-2222-5222-8222-222222222222</guid>
      <pubDate>Wed, 31 Dec 2025 23:59:59 +0000</pubDate>
      <dc:language>es</dc:language>
    </item>
  </channel>
</rss>
"""  # noqa: E501 - whole lines, as they come out


def test_the_whole_document():
    assert rss.render(CHANNEL).decode() == WHOLE


def test_the_document_is_valid():
    assert rules.rss(rss.render(CHANNEL), f"{SITE}topics/x/feed") == []


def test_a_document_is_the_same_at_every_rendering():
    assert rss.render(CHANNEL) == rss.render(CHANNEL)


def test_a_reader_sees_what_was_written():
    feed = feedparser.parse(rss.render(CHANNEL), sanitize_html=False, resolve_relative_uris=False)
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "rss20", "Journal <of> R&D")
    entry = feed.entries[0]
    assert entry.title == HOSTILE.title
    assert (entry.id, entry.link, entry.guidislink) == (HOSTILE.id, HOSTILE.url, False)
    assert [author.name for author in entry.authors] == ["Exemplar One", "No Page"]
    assert [tag.term for tag in entry.tags] == ["Cardiology", "R&D"]
    assert entry.published_parsed[:6] == (2026, 3, 10, 9, 0, 0)
    assert entry.summary == 'p &lt; 0.05 &amp; "so on" ]]&gt;'  # HTML, by the specification
    assert entry.content[0].value == HOSTILE.html
    assert [(e.href, e.type, e.length) for e in entry.enclosures] == [
        (f"{SITE}articles/hostile/a%20b.png", "image/png", "1164")
    ]


def test_an_entry_without_a_summary_is_described_by_its_text():
    silent = replace(CHANNEL, entries=(replace(HOSTILE, summary=""),))
    document = rss.render(silent)
    assert rules.rss(document, f"{SITE}topics/x/feed") == []
    assert (
        feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)
        .entries[0]
        .summary
        == HOSTILE.html
    )


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("Tue, 10 Mar", "Mon, 10 Mar", "Mon, 10 Mar 2026 09:00:00 +0000 is no date"),
        ("Thu, 02 Apr 2026 15:30:00", "2026-04-02", "2026-04-02 +0100 is no date"),
        ("topics/x/feed", "feed", "the feed does not name itself"),
        ('isPermaLink="false"', "", "a URN is no permanent link"),
        ("1164", "1 kB", "an enclosure says its url, length and type"),
        (f"{SITE}x.png", "../x.png", "../x.png?a=1&b=2 is relative"),
        (f"{SITE}articles/llano/", "/llano/", "/llano/ is relative"),
        ("<language>en</language>", "<lang>en</lang>", "<lang> is unknown in <channel>"),
        ("<link>https://journal.test.example/topics/x/</link>", "", "<link> is missing"),
        ("Tue, 10 Mar 2026", "Mon, 10 Mar 2025", "the newest is not first"),
        (PLAIN.id, HOSTILE.id, f"{HOSTILE.id} stands twice"),
    ],
)  # fmt: skip
def test_the_rules_catch_what_is_wrong(right, wrong, told):
    assert rules.rss(WHOLE.replace(right, wrong, 1).encode(), f"{SITE}topics/x/feed") == [told]
