"""The publication of the tests on 1 June 2026: its views, its articles as HTML, its pictures."""

from datetime import UTC, datetime
from pathlib import Path

import yaml
from markdown import Markdown

from publisher.content.publication import Publication, load_publication
from publisher.settings import read_settings
from publisher.site.cards import lead
from publisher.site.listings import views
from publisher.site.views import Picture, View

ROOT = Path(__file__).parent.parent / "publication"
SITE = "https://journal.test.example/"
BRAND = Picture("assets/brand.png", 1200, 630, "image/png", "Overlapping coloured shapes", 20_000)


def _publication() -> Publication:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings, reasons = read_settings(config["plugins"][0]["publisher"])
    assert settings is not None, reasons
    moment = datetime(2026, 6, 1, tzinfo=UTC)
    name, site_url = config["site_name"], config["site_url"]
    return load_publication(ROOT, settings, moment, site_url=site_url, name=name)


def _rendered(publication: Publication) -> dict[str, str]:
    renderer = Markdown(extensions=["tables", "footnotes", "fenced_code", "toc"])
    return {a.address: renderer.reset().convert(a.body) for a in publication.public}


def views_of(publication: Publication) -> dict[str, View]:
    """Every page's view by its address."""
    found = views(publication, BRAND, lambda article: lead(publication, article) or BRAND)
    return {view.address: view for view in found}


PUBLICATION = _publication()
VIEWS = views_of(PUBLICATION)
RENDERED = _rendered(PUBLICATION)
PICTURES = {a: v.picture for a, v in VIEWS.items() if v.article and v.picture is not BRAND}
ARTICLES = {article.address: article for article in PUBLICATION.articles}
