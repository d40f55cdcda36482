"""Former addresses that lead on, and those that may not."""

import json
from pathlib import Path

import pytest

from publisher.site.redirects import file_for
from tests.running import AS_OF, publisher

ARTICLE = "content/articles/2026/an-hour-around-a-hashtag.md"


def with_alias(folder: Path, alias: str) -> list[dict[str, object]]:
    """The findings once an article claims `alias`; it is always built."""
    file = folder / ARTICLE
    file.write_text(file.read_text().replace("---\n", f'---\naliases: ["{alias}"]\n', 1))
    run = publisher(folder, "check", "--format", "json", "--as-of", AS_OF)
    built = publisher(folder, "build", "--as-of", AS_OF)
    assert "Traceback" not in built.stderr
    assert (folder / "site/articles/an-hour-around-a-hashtag/index.html").is_file()
    found: list[dict[str, object]] = json.loads(run.stdout)["findings"]
    return found


@pytest.mark.parametrize(
    "taken",
    [
        "feed.xml",
        "topics/measurement/feed.xml",
        "assets/publication.css",
        "articles/you-cannot-tell-by-looking/levels.svg",
        "articles/the-first-hour/index.html",
        "topics/measurement/",
        "people/editorial-team",
        "es",
        "sitemap.xml",
    ],
)
def test_an_address_that_the_site_has_is_refused_with_its_line(sample: Path, taken: str):
    (finding,) = with_alias(sample, taken)
    assert (finding["check"], finding["path"], finding["line"]) == (
        "front-matter-alias",
        ARTICLE,
        2,
    )


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("2019/old-name/", "2019/old-name/index.html"),
        ("2019/old-name", "2019/old-name/index.html"),
        ("old.html", "old.html"),
        ("old/index.html", "old/index.html"),
        ("viejo/a%C3%B1o/", "viejo/año/index.html"),
        ("sp%20ace", "sp ace/index.html"),
    ],
)
def test_a_server_finds_the_page_that_leads_on(sample: Path, alias: str, file: str):
    assert with_alias(sample, alias) == []
    assert file_for(alias) == file
    page = (sample / "site" / file).read_text()
    assert "url=https://publication.example.org/articles/an-hour-around-a-hashtag/" in page
