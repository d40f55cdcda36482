"""What is searched, in which index it stands, and that an index is the same each time."""

import gzip
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cbor2
import pytest

from benchmarks.writing import Article as WrittenArticle
from benchmarks.writing import write_articles
from publisher._pagefind import PagefindError, index
from publisher.content.article import Article
from publisher.site.search import Facet, Shard, document, facets, indexes, shards
from tests.running import AS_OF, publisher
from tests.site.example import ARTICLES, PUBLICATION

ONE = ARTICLES["articles/hostile/"]


def page(article: WrittenArticle) -> tuple[str, str]:
    """An article in as many words as it takes, with filters of several values."""
    values = [("topic", topic) for topic in article.topics]
    values += [("pillar", article.pillar), ("audience", article.audience)]
    facts = (f'<i data-pagefind-filter="{k}[title]" title="{value}"></i>' for k, value in values)
    return f"articles/{article.slug}/", f"<html><body>{''.join(facts)}{article.body}</body></html>"


FEW = [page(article) for article in write_articles(40)]


def written(*years: int) -> Iterator[Article]:
    """Articles, one a day from the beginning of each year that is named."""
    days: dict[int, int] = {}
    for number, year in enumerate(years):
        days[year] = days.get(year, 0) + 1
        moment = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=days[year])
        yield ONE.model_copy(update={"path": f"{number}.md", "published": moment})


def years_of(found: list[Shard]) -> list[tuple[str, list[int]]]:
    return [(shard.name, [a.published.year for a in shard.articles]) for shard in found]


def test_all_articles_stand_in_one_index_while_they_fit():
    assert years_of(shards(written(2026, 2024, 2025), 3)) == [("2024", [2024, 2025, 2026])]
    assert shards([], 3) == []


def test_whole_years_are_filled_up_from_the_oldest_and_the_newest_comes_first():
    found = shards(written(2023, 2023, 2024, 2025, 2025, 2026, 2026), 3)
    assert years_of(found) == [
        ("2026", [2026, 2026]),
        ("2025", [2025, 2025]),
        ("2023", [2023, 2023, 2024]),
    ]


def test_an_index_that_is_closed_stays_what_it_is_when_articles_come():
    before = [2022, 2022, 2023, 2024, 2024]
    closed = years_of(shards(written(*before), 3))[1:]
    for more in ([2024], [2025], [2025, 2025, 2026, 2027]):
        assert years_of(shards(written(*before, *more), 3))[-len(closed) :] == closed


def test_a_year_is_never_cut():
    found = shards(written(2024, 2025, 2025, 2025, 2025, 2026), 3)
    assert [(name, len(years)) for name, years in years_of(found)] == [
        ("2026", 1), ("2025", 4), ("2024", 1),
    ]  # fmt: skip


def test_an_index_holds_the_current_articles_and_pages_of_one_language():
    named = {
        language: {folder: [text.path.split("/content/")[-1] for text in texts]}
        for language in ("en", "es", "he", "fr")
        for folder, texts in indexes(PUBLICATION, language).items()
    }
    assert named == {
        "en": {
            "search/index/en/2026/": [
                "content/articles/2026/what-we-said.md",
                "content/articles/2026/a-made-up-trial/index.md",
                "content/articles/2026/hostile.md",
                "content/about.md",
                "content/contact.md",
                "content/editorial-policy.md",
            ]
        },
        "es": {"search/index/es/2026/": ["content/articles/2026/un-ensayo-inventado.md"]},
        "he": {"search/index/he/2025/": ["content/articles/2025/right-to-left.md"]},
    }


def test_what_can_be_chosen_is_what_there_is_in_the_words_of_the_language():
    assert list(facets(PUBLICATION, "es")) == [
        Facet("topic", "Tema", (("cardiology", "Cardiología"),)),
        Facet("pillar", "Tipo", (("research", "Investigación"),)),
        Facet("audience", "Destinatarios", (("patients", "Pacientes y familias"),)),
        Facet("year", "Año", (("2026", "2026"),)),
    ]


def test_a_document_is_words_headings_and_facts():
    html = (
        '<h2 id="why">Why <em>not</em></h2>\n<p>H<sub>2</sub>O<sup id="fnref:1">'
        '<a class="footnote-ref" href="#fn:1">1</a></sup> &lt; <img alt="a > b" src="x"> tea</p>'
        '<ul><li>one</li><li>two</li></ul><!-- none --><a class="footnote-backref" href="#">↩</a>'
    )
    made = document(PUBLICATION, ARTICLES["articles/un-ensayo-inventado/"], html)
    assert made == (
        "<html><body>"
        '<i data-pagefind-meta="title[title]" title="Un ensayo inventado sobre caminar"></i>'
        '<i data-pagefind-meta="date[title]" title="2026-03-17"></i>'
        '<i data-pagefind-meta="authors[title]" title="Exemplar One y Equipo de pruebas"></i>'
        '<i data-pagefind-meta="topics[title]" title="Cardiología"></i>'
        '<i data-pagefind-filter="topic[title]" title="cardiology"></i>'
        '<i data-pagefind-filter="pillar[title]" title="research"></i>'
        '<i data-pagefind-filter="audience[title]" title="patients"></i>'
        '<i data-pagefind-filter="year[title]" title="2026"></i>'
        "<p>Qué habría mostrado un ensayo que nunca se hizo sobre caminar a diario, y qué no "
        "habría podido mostrar.</p>"
        '<h2 id="why">Why not</h2>\n H2O &lt;   tea   one  two  '
        "</body></html>"
    )


def test_what_is_written_without_spaces_is_taken_apart_and_tags_are_not():
    article = ONE.model_copy(update={"title": "健康A", "description": ""})
    made = document(PUBLICATION, article, '<h2 id="健康">手を洗う</h2>')
    assert 'title=" 健  康 A"' in made
    assert '<h2 id="健康"> 手  を  洗  う </h2>' in made


def test_an_index_is_the_same_bytes_each_time():
    first = cbor2.dumps(index(FEW, "en"))
    assert [cbor2.dumps(index(FEW, "en")) == first for _ in range(5)] == [True] * 5


def test_pages_without_a_word_have_an_index_in_which_nothing_is_found():
    assert list(index([("a/", "<html><body>?</body></html>")], "en")) == [
        "pagefind-entry.json",
        "pagefind.js",
    ]


def test_an_index_holds_only_what_a_browser_asks_for():
    kinds = {re.sub(r"en_\w+", "*", name) for name in index(FEW, "en")}
    assert kinds == {
        "filter/*.pf_filter", "fragment/*.pf_fragment", "index/*.pf_index",
        "pagefind.*.pf_meta", "pagefind-entry.json", "pagefind.js", "wasm.en.pagefind",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["he", "ja", "zh-Hant", "x-klingon"])
def test_a_language_whose_words_have_no_known_stems_has_an_index_too(language: str):
    assert "wasm.unknown.pagefind" in index(FEW[:2], language)


def test_a_program_that_is_not_there_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("publisher._pagefind.get_executable", lambda: "/no/such/program")
    with pytest.raises(PagefindError, match=r"^Pagefind, which makes the search, does not run"):
        index(FEW, "en")


def test_a_program_that_ends_early_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("publisher._pagefind.get_executable", lambda: "true")
    with pytest.raises(PagefindError, match=r"^Pagefind, which makes the search, "):
        index(FEW, "en")


def test_nothing_that_readers_may_not_see_is_in_an_index(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    files = (sample / "site/search/index").rglob("*.pf_fragment")
    found = b"".join(gzip.decompress(file.read_bytes()) for file in files).decode()
    assert '"url":"articles/the-first-hour/"' in found
    assert '"url":"privacy/"' in found
    for hidden in ("the-best-hour-to-post", "captions-before-music", "what-nurses-noticed", "404"):
        assert f'"url":"articles/{hidden}/"' not in found


def test_a_second_build_takes_every_index_from_what_is_kept(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    kept = sample / ".cache/publisher"
    before = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    assert {file: file.stat().st_mtime_ns for file in kept.iterdir()} == before
