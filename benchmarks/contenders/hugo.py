"""Hugo with the smallest theme that does the same: pages, listings, feeds and a sitemap."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contender import (
    PAGE_SIZE,
    SITE_NAME,
    SITE_URL,
    Contender,
    front_matter,
    write_file,
)
from benchmarks.writing import TEAMS, TOPICS, Article

# Hugo brings templates for RSS and the sitemap; these are what it does not bring.
LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ with .OutputFormats.Get "rss" }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" \
href="{{ .Permalink }}">{{ end }}
</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a></header>
<main>
{{ block "main" . }}{{ end }}
</main>
</body>
</html>
""",
    "page.html": """\
{{ define "main" }}
<article>
<h1>{{ .Title }}</h1>
<p>{{ range .GetTerms "teams" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>\
{{ end }}</ul>
</article>
<ul>{{ range first 3 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">\
{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
""",
    "list.html": """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end }}
{{ $paginator := .Paginate $pages }}
{{ range $paginator.Pages }}
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Description }}</p>
{{ end }}
{{ with $paginator.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
{{ with $paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}
{{ end }}
""",
}


def _write(articles: Sequence[Article], folder: Path) -> None:
    slugs = {article.number: article.slug for article in articles}
    for article in articles:
        text = article.text(lambda number: f"../{slugs[number]}/")
        write_file(folder / f"content/articles/{article.slug}.md", _front_matter(article) + text)
    for name, layout in LAYOUTS.items():
        write_file(folder / "layouts" / name, layout)
    write_file(folder / "hugo.json", json.dumps(_configuration()))


def _front_matter(article: Article) -> str:
    return front_matter(
        {
            "title": article.title,
            "description": article.description,
            "date": article.day,
            "categories": [article.pillar],
            "tags": [TOPICS[topic] for topic in article.topics],
            "teams": [TEAMS[author] for author in article.authors],
        }
    )


def _configuration() -> dict[str, object]:
    return {
        "title": SITE_NAME,
        "baseURL": SITE_URL,
        "publishDir": "site",
        "pagination": {"pagerSize": PAGE_SIZE},
        "services": {"rss": {"limit": 20}},
        "related": {"threshold": 50, "indices": [{"name": "tags", "weight": 100}]},
        "taxonomies": {"category": "categories", "tag": "tags", "team": "teams"},
    }


contender = Contender(
    name="Hugo",
    packages=("hugo",),
    command=("hugo", "--noBuildLock"),
    write=_write,
)
