"""A small channel with everything awkward in it, for each format to render whole."""

from datetime import UTC, datetime, timedelta, timezone

from publisher.site.feeds._channel import Author, Channel, Entry
from publisher.site.views import Picture

SITE = "https://journal.test.example/"

HOSTILE = Entry(
    id="urn:uuid:11111111-1111-5111-8111-111111111111",
    title='</script><b>"R&D"</b> ]]> it\'s 🫀 שלום',
    url=f"{SITE}articles/hostile/",
    html=f'<p>a &lt; b &amp; c ]]&gt; <img src="{SITE}x.png?a=1&amp;b=2"></p>',
    summary='p < 0.05 & "so on" ]]>',
    language="en",
    authors=(Author("Exemplar One", f"{SITE}people/exemplar-one/"), Author("No Page", None)),
    categories=("Cardiology", "R&D"),
    published=datetime(2026, 3, 10, 9, 0, tzinfo=UTC),
    updated=datetime(2026, 4, 2, 15, 30, tzinfo=timezone(timedelta(hours=1))),
    picture=Picture(f"{SITE}articles/hostile/a%20b.png", 1200, 630, "image/png", 'A "hill"', 1164),
)
PLAIN = Entry(
    id="urn:uuid:22222222-2222-5222-8222-222222222222",
    title="Un título",
    url=f"{SITE}articles/llano/",
    html="<p>Texto.</p>",
    summary="Un resumen.",
    language="es",
    authors=(),
    categories=(),
    published=datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC),
    updated=datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC),
)
CHANNEL = Channel(
    id="urn:uuid:00000000-0000-5000-8000-000000000000",
    title="Journal <of> R&D",
    description="About a < b & c.",
    language="en",
    author=Author("Test Trust", SITE),
    url=f"{SITE}topics/x/feed",
    home_url=f"{SITE}topics/x/",
    icon=f"{SITE}assets/icon.png",
    stylesheet="../../assets/feed.css",
    entries=(HOSTILE, PLAIN),
    hub="https://hub.test.example/",
)
