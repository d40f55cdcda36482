"""Material for MkDocs with its blog and tags plugins and the rss plugin, as they come.

As they come they build no page for an author; `material_authors` lets them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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


def write(articles: Sequence[Article], folder: Path, **blog: bool) -> None:
    """Write articles and configuration; `blog` are further settings of the blog plugin."""
    docs = folder / "docs"
    slugs = {article.number: article.slug for article in articles}
    for article in articles:
        text = article.text(lambda number: f"{slugs[number]}.md")
        write_file(docs / f"posts/{article.slug}.md", _front_matter(article) + _with_excerpt(text))
    teams = {
        key: {"name": name, "description": "A team", "avatar": "assets/team.png"}
        for key, name in TEAMS.items()
    }
    write_file(docs / ".authors.yml", json.dumps({"authors": teams}))
    write_file(docs / "index.md", f"# {SITE_NAME}\n")
    write_file(docs / "tags.md", "# Topics\n\n<!-- material/tags -->\n")
    write_file(folder / "mkdocs.yml", json.dumps(_configuration(blog)))


def _with_excerpt(text: str) -> str:
    """Without the mark after its first paragraph every listing would show whole articles."""
    first, rest = text.split("\n\n", 1)
    return f"{first}\n\n<!-- more -->\n\n{rest}"


def _front_matter(article: Article) -> str:
    return front_matter(
        {
            "title": article.title,
            "description": article.description,
            "date": article.day,
            "slug": article.slug,
            "categories": [article.pillar],
            "tags": [TOPICS[topic] for topic in article.topics],
            "authors": article.authors,
        }
    )


def _configuration(more: Mapping[str, bool]) -> dict[str, object]:
    blog = {
        "blog_dir": ".",
        "post_url_format": "articles/{slug}",
        "pagination_per_page": PAGE_SIZE,
        **more,
    }
    # Dates stand in front matter, as for everyone: asking git for them is slow.
    rss = {
        "match_path": "posts/.*",
        "use_git": False,
        "date_from_meta": {"as_creation": "date", "as_update": "date"},
        "categories": ["categories", "tags"],
    }
    return {
        "site_name": SITE_NAME,
        "site_url": SITE_URL,
        "theme": {"name": "material"},
        "plugins": [{"blog": blog}, "tags", {"rss": rss}],
        "markdown_extensions": EXTENSIONS,
    }


contender = Contender(
    name="Material for MkDocs with blog, tags and rss",
    packages=("mkdocs", "mkdocs-material", "mkdocs-rss-plugin"),
    command=("mkdocs", "build", "--quiet"),
    write=write,
)
