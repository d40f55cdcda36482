"""Pelican with its own theme, its feeds on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.contender import EXTENSIONS, PAGE_SIZE, SITE_NAME, SITE_URL, Contender, write_file
from benchmarks.writing import TEAMS, TOPICS, Article


def _write(articles: Sequence[Article], folder: Path) -> None:
    slugs = {article.number: article.slug for article in articles}
    for article in articles:
        text = article.text(lambda number: f"{{filename}}{slugs[number]}.md")
        write_file(folder / f"content/{article.slug}.md", _header(article) + text)
    settings = "\n".join(f"{key} = {value!r}" for key, value in _settings().items())
    write_file(folder / "pelicanconf.py", settings + "\n")


def _header(article: Article) -> str:
    values = {
        "Title": article.title,
        "Date": article.day,
        "Slug": article.slug,
        "Category": article.pillar,
        "Tags": ", ".join(TOPICS[topic] for topic in article.topics),
        "Authors": ", ".join(TEAMS[author] for author in article.authors),
        "Summary": article.description,
    }
    return "".join(f"{key}: {value}\n" for key, value in values.items()) + "\n"


def _settings() -> dict[str, object]:
    return {
        "SITENAME": SITE_NAME,
        "SITEURL": SITE_URL.rstrip("/"),
        "PATH": "content",
        "OUTPUT_PATH": "site",
        "TIMEZONE": "Europe/London",
        "DEFAULT_PAGINATION": PAGE_SIZE,
        "ARTICLE_URL": "articles/{slug}/",
        "ARTICLE_SAVE_AS": "articles/{slug}/index.html",
        "FEED_MAX_ITEMS": 20,
        "FEED_ALL_ATOM": "feeds/all.atom.xml",
        "FEED_ALL_RSS": "feeds/all.rss.xml",
        "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
        "TAG_FEED_ATOM": "feeds/tag/{slug}.atom.xml",
        "AUTHOR_FEED_ATOM": "feeds/author/{slug}.atom.xml",
        "MARKDOWN": {
            "extensions": [f"markdown.extensions.{name}" for name in EXTENSIONS],
            "output_format": "html5",
        },
    }


contender = Contender(
    name="Pelican",
    packages=("pelican",),
    command=("pelican", "--settings", "pelicanconf.py", "--quiet"),
    write=_write,
)
