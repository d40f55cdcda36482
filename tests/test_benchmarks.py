"""The benchmark compares what it says: one set of valid articles, built whole, counted right."""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from benchmarks import pages_report, report
from benchmarks.__main__ import build, found
from benchmarks.contender import Contender, page
from benchmarks.measuring import Cost, FailedError, run
from benchmarks.pages_report import View
from benchmarks.writing import Article, write_articles
from publisher.content.publication import load_publication
from publisher.settings import Settings

FIVE = write_articles(5)


def test_the_same_seed_writes_the_same_articles():
    assert write_articles(5, seed=1) == FIVE
    assert write_articles(5, seed=2) != FIVE


def test_an_article_has_about_650_words_and_links_to_others():
    text = FIVE[0].text(lambda number: f"<{number}>")

    assert 600 <= len(re.findall(r"[\w'-]+", text)) <= 750
    assert len(re.findall(r"\]\(<[1-5]>\)", text)) == 2
    assert "{article" not in text


def test_our_articles_are_a_valid_publication(tmp_path: Path):
    found()["publisher"].write(FIVE, tmp_path)
    configuration = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    settings = Settings.model_validate(configuration["plugins"][0]["publisher"])

    publication = load_publication(tmp_path, settings, datetime(2026, 1, 1, tzinfo=UTC))

    assert publication.findings == ()
    assert [(a.title, a.slug) for a in publication.current] == [
        (article.title, article.slug) for article in reversed(FIVE)
    ]


@pytest.mark.parametrize("name", sorted(found()))
def test_each_contender_is_given_every_article_to_its_last_words(name: str, tmp_path: Path):
    found()[name].write(FIVE, tmp_path)
    texts = [file.read_text("utf-8") for file in tmp_path.rglob("*.md")]

    for article in FIVE:
        (text,) = (text for text in texts if article.last_words in text)
        assert article.title in text
        assert not re.search(r"\{article-\d", text)
        assert len(text.split()) > 600


def pages_of(articles: Sequence[Article], folder: Path) -> None:
    for article in articles:
        file = folder / page(article)
        file.parent.mkdir(parents=True)
        file.write_text(article.last_words, "utf-8")


COPIES = Contender("a copier", (), ("true",), pages_of)


def test_a_build_counts_only_when_every_article_is_whole(tmp_path: Path):
    def all_but_one(articles: Sequence[Article], folder: Path) -> None:
        pages_of(articles, folder)
        (folder / page(articles[3])).write_text("cut short", "utf-8")

    assert build(COPIES, FIVE, tmp_path / "whole").wall > 0
    with pytest.raises(FailedError, match=f"^a copier built no whole page for {FIVE[3].slug}$"):
        build(replace(COPIES, write=all_but_one), FIVE, tmp_path / "short")


def test_a_program_that_fails_is_quoted(tmp_path: Path):
    with pytest.raises(FailedError) as caught:
        run(["sh", "-c", "echo no such theme >&2; exit 3"], tmp_path, {"PATH": "/bin:/usr/bin"})

    assert str(caught.value).endswith("ended with 3:\nno such theme\n")


def test_what_a_child_of_the_program_needs_is_counted(tmp_path: Path):
    greedy = "b'x' * 300_000_000; sum(range(3_000_000))"
    cost = run(["sh", "-c", f'"{sys.executable}" -c "{greedy}"; true'], tmp_path, {"PATH": "/bin"})

    assert cost.memory > 280
    assert cost.cpu > 0.02


def test_the_table_sets_everyone_against_us():
    costs = {"this project": Cost(5.0, 8.0, 100.0), "Quick": Cost(1.0, 2.0, 250.0)}

    assert report.table(costs, costs["this project"]) == (
        "| | processor, s | × | clock, s | × | peak memory, MB | × |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
        "| Quick | 1.0 | 0.20 | 2.0 | 0.25 | 250 | 2.50 |\n"
        "| this project | 5.0 | 1.00 | 8.0 | 1.00 | 100 | 1.00 |\n"
    )


def test_a_typical_cost_is_the_median_of_each_figure():
    costs = [Cost(1.0, 9.0, 10.0), Cost(2.0, 5.0, 30.0), Cost(9.0, 4.0, 20.0)]

    assert report.typical(costs) == Cost(2.0, 5.0, 20.0)


def test_the_first_view_of_everyone_is_set_against_ours():
    views = {"this project": View(900, 500, 5, 0, 30_000), "Slow": View(1800, 750, 9, 1, 75_000)}

    assert pages_report.table(views) == (
        "| | largest paint, ms | × | seen, ms | × | requests | to other hosts | bytes | × |\n"
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        "| this project | 900 | 1.00 | 500 | 1.00 | 5 | 0 | 30,000 | 1.00 |\n"
        "| Slow | 1,800 | 2.00 | 750 | 1.50 | 9 | 1 | 75,000 | 2.50 |\n"
    )


def test_a_typical_view_is_the_median_of_each_figure():
    views = [View(3, 10, 5, 0, 9), View(1, 30, 5, 0, 9), View(2, 20, 6, 1, 8)]

    assert pages_report.typical(views) == View(2, 20, 5, 0, 9)
