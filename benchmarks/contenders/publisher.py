"""This project."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contender import (
    EXTENSIONS,
    PAGE_SIZE,
    SITE_NAME,
    SITE_URL,
    Contender,
    front_matter,
    write_file,
)
from benchmarks.writing import TEAMS, TOPICS, Article

THEME = Path(__file__).parents[2] / "theme"


def _write(articles: Sequence[Article], folder: Path) -> None:
    content = folder / "content"
    places = {article.number: _place(article) for article in articles}
    for article in articles:
        text = article.text(lambda number: f"../../{places[number]}")
        write_file(content / _place(article), _front_matter(article) + text)
    people = {key: {"name": name, "kind": "team"} for key, name in TEAMS.items()}
    topics = {key: {"name": name} for key, name in TOPICS.items()}
    write_file(content / "people.yml", json.dumps(people))
    write_file(content / "topics.yml", json.dumps(topics))
    write_file(folder / "mkdocs.yml", json.dumps(_configuration()))


def _place(article: Article) -> str:
    return f"articles/{article.day.year}/{article.slug}.md"


def _front_matter(article: Article) -> str:
    references = [{"url": address, "title": "A study"} for address in article.sources]
    return front_matter(
        {
            "id": f"article-{article.number}",
            "title": article.title,
            "description": article.description,
            "date": article.day,
            "status": "ready",
            "pillar": article.pillar,
            "audience": article.audience,
            "topics": article.topics,
            "authors": article.authors,
            "reviewer": article.reviewer,
            "reviewed": article.day,
            "references": references,
        }
    )


def _configuration() -> dict[str, object]:
    settings = {
        "publication_id": "00000000-0000-4000-8000-000000000000",
        "organisation": {"name": SITE_NAME},
        "description": SITE_NAME,
        "page_size": PAGE_SIZE,
        "checks": {"signoff": "off"},  # nobody has read what nobody has written
    }
    return {
        "site_name": SITE_NAME,
        "site_url": SITE_URL,
        "docs_dir": "content",
        "theme": {"name": "material", "custom_dir": str(THEME)},
        "plugins": [{"publisher": settings}],
        "markdown_extensions": EXTENSIONS,
    }


contender = Contender(
    name="this project",
    packages=("mkdocs", "mkdocs-material"),
    command=("publisher", "build"),
    write=_write,
)
