"""What every contender is: how it wants its articles, how it builds them, where the pages are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.writing import Article

SITE_NAME = "A measured journal"
SITE_URL = "https://journal.example.net/"
PAGE_SIZE = 24

# The same Markdown for all three that render with Python-Markdown.
EXTENSIONS = (
    "abbr",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
)


@dataclass(frozen=True)
class Contender:
    """A site generator as it is measured.

    `packages` are those whose versions the report names; `command`, run in the folder that
    `write` filled, builds each article's page where `page` says.
    """

    name: str
    packages: tuple[str, ...]
    command: tuple[str, ...]
    write: Callable[[Sequence[Article], Path], None]


def page(article: Article) -> str:
    """Where an article's page is built, relative to the contender's folder."""
    return f"site/articles/{article.slug}/index.html"


def write_file(file: Path, text: str) -> None:
    """Write `text`, making the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def front_matter(values: Mapping[str, object]) -> str:
    """YAML front matter, one key a line; each value is JSON, which YAML is made to read."""
    lines = (
        f"{key}: {value if isinstance(value, date) else json.dumps(value)}"
        for key, value in values.items()
    )
    return "\n".join(("---", *lines, "---", "", ""))
