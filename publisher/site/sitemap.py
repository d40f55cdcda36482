"""Which pages search engines may list and when each last changed; what robots may read.

https://www.sitemaps.org/protocol.html, with the picture entries of
https://www.google.com/schemas/sitemap-image/1.1/ and the languages of
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from publisher.content.publication import Publication
from publisher.site.addresses import absolute
from publisher.site.cards import lead
from publisher.site.views import View

# The protocol's limits for one file: so many addresses, so many bytes uncompressed.
MAX_URLS = 50_000
MAX_BYTES = 50 * 1024 * 1024

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f"<urlset {_NAMESPACE}"
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_INDEX = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_NAMESPACE}>\n'


@dataclass(frozen=True, slots=True)
class _Url:
    """One page as a sitemap tells it: XML in UTF-8, and when it changed."""

    xml: bytes
    modified: datetime | None


def sitemaps(
    publication: Publication,
    entries: Iterable[tuple[View, datetime | None]],
    *,
    max_urls: int = MAX_URLS,
    max_bytes: int = MAX_BYTES,
) -> dict[str, bytes]:
    """Address → file: `sitemap.xml` alone, or as the index of numbered ones where it must be.

    A withdrawn article, one that a hold keeps back, and whatever else bears `noindex` by its own
    nature stands in none. The
    pages of a sample publication do: they bear `noindex`, and to see that, a robot must come.
    """
    current = {article.address for article in publication.current}
    urls = [
        _Url(_url(publication, view, modified).encode(), modified)
        for view, modified in entries
        if view.indexed and (view.article is None or view.article.address in current)
    ]
    parts = list(_parts(urls, max_urls, max_bytes - len(_HEAD) - len("</urlset>\n")))
    if len(parts) == 1:
        return {"sitemap.xml": _urlset(parts[0])}
    files = {f"sitemap-{number}.xml": _urlset(part) for number, part in enumerate(parts, start=1)}
    index = [
        f"<sitemap><loc>{escape(absolute(publication, address))}</loc>"
        f"{_lastmod(max((u.modified for u in part if u.modified), default=None))}</sitemap>\n"
        for address, part in zip(files, parts, strict=True)
    ]
    return {"sitemap.xml": f"{_INDEX}{''.join(index)}</sitemapindex>\n".encode()} | files


def robots(publication: Publication) -> str:
    """robots.txt (RFC 9309): everything may be read, and here is where to begin.

    Of a sample publication too: who may not read a page never sees its `noindex`.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(publication, 'sitemap.xml')}\n"


def _parts(urls: list[_Url], max_urls: int, max_bytes: int) -> Iterator[list[_Url]]:
    part: list[_Url] = []
    size = 0
    for url in urls:
        if part and (len(part) == max_urls or size + len(url.xml) > max_bytes):
            yield part
            part, size = [], 0
        part.append(url)
        size += len(url.xml)
    yield part


def _urlset(part: list[_Url]) -> bytes:
    return b"".join([_HEAD.encode(), *(url.xml for url in part), b"</urlset>\n"])


def _url(publication: Publication, view: View, modified: datetime | None) -> str:
    languages = [*view.alternates, *(("x-default", address) for _, address in view.alternates[:1])]
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} '
        f"href={quoteattr(absolute(publication, address))}/>"
        for language, address in languages
    )
    return (
        f"<url><loc>{escape(absolute(publication, view.address))}</loc>{_lastmod(modified)}"
        f"{alternates}{_image(publication, view)}</url>\n"
    )


def _image(publication: Publication, view: View) -> str:
    """An article's own picture; cards and the brand's picture, which repeat words, are no news."""
    picture = lead(publication, view.article) if view.article else None
    if picture is None:
        return ""
    url = escape(absolute(publication, picture.address))
    return f"<image:image><image:loc>{url}</image:loc></image:image>"


def _lastmod(modified: datetime | None) -> str:
    return f"<lastmod>{modified.isoformat(timespec='seconds')}</lastmod>" if modified else ""
