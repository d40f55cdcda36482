"""Files that follow from the plan and the rendered articles: feeds, citations, sitemap, a key."""

from __future__ import annotations

from datetime import datetime

from publisher.site import feeds, sitemap
from publisher.site.cards import lead
from publisher.site.how_to_cite import citation_files
from publisher.site.pings import index_now
from publisher.site.plan import SitePlan
from publisher.site.views import View


def derived_files(site: SitePlan) -> dict[str, bytes]:
    """Address → bytes, of every such file."""
    publication = site.publication
    rendered = {page.view.address: page.html for page in site.pages if page.view.article}
    leads = {
        article.address: picture
        for article in publication.public
        if (picture := lead(publication, article))
    }
    files = feeds.render_all(publication, rendered, leads)
    files |= citation_files(publication)
    files |= sitemap.sitemaps(publication, [(view, _modified(view)) for view in site.views])
    files["robots.txt"] = sitemap.robots(publication).encode()
    files |= index_now.key_file(publication)
    return files


def _modified(view: View) -> datetime | None:
    """When a page last changed: its article, or the newest that it lists."""
    shown = [view.article] if view.article else view.articles
    return max((article.modified for article in shown), default=None)
