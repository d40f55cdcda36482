"""What `--online` tells of cited works, where, and that a broken service fails nothing."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from publisher._http import read_page
from publisher.looking_up import look_up
from publisher.looking_up.kept import Kept
from tests.content.paper import AS_OF, article, load, put
from tests.looking_up.library import Answer, Library, summary, update, work

PATH = "content/articles/2026/one.md"
NAPS = "[{doi: 10.1000/naps, title: Short naps on the ward}]"


def told(root: Path, references: str | None, body: str = "Words.\n", fetch=read_page) -> list[str]:
    files: Mapping[str, str] = {PATH: article({"references": references}, body)}
    publication = load(put(root, files))
    cache = Kept(root / "cache.json", AS_OF, timedelta(days=7))
    return [
        f"{f.line}:{f.column} {f.severity} {f.check}: {f.message}; {f.fix}"
        for f in look_up(publication, fetch, cache)
    ]


def retracted() -> dict[str, object]:
    notice = update("retraction", "10.1000/notice", 2021, 3)
    return work("Short naps on the ward", **{"updated-by": [notice]})


def test_a_work_that_is_there_and_as_the_article_says_is_no_finding(library: Library, tmp_path):
    library.works["10.1000/naps"] = work("Short Naps on the Ward: a randomised trial")
    assert told(tmp_path, NAPS) == []


def test_a_retracted_work_is_an_error_with_its_notice(library: Library, tmp_path):
    library.works["10.1000/naps"] = retracted()
    assert told(tmp_path, NAPS) == [
        (
            "11:14 error evidence-retracted: doi:10.1000/naps was retracted (2021-03), see "
            "https://doi.org/10.1000/notice; find another work, or take the claim out; if the "
            "article is about it, say so"
        )
    ]


def test_an_article_that_tells_of_the_retraction_has_done_what_it_can(library: Library, tmp_path):
    library.works["10.1000/naps"] = retracted()
    assert told(tmp_path, NAPS, "We trusted it until it was retracted.\n") == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [("expression_of_concern", "expression of concern"), ("erratum", "correction")],
)
def test_a_concern_or_a_correction_is_a_warning(library: Library, tmp_path, kind, name):
    notice = update(kind, "10.1000/notice", 2021)
    library.works["10.1000/naps"] = work("Short naps on the ward", **{"updated-by": [notice]})
    assert told(tmp_path, NAPS) == [
        (
            f"11:14 warning evidence-corrected: doi:10.1000/naps has a published {name} (2021), "
            "see https://doi.org/10.1000/notice; read the notice, and say in the text what stands "
            "now"
        )
    ]


@pytest.mark.usefixtures("library")
def test_a_doi_that_nobody_knows_is_an_error(tmp_path):
    assert told(tmp_path, NAPS) == [
        (
            "11:14 error evidence-unknown-work: no work is known as doi:10.1000/naps; copy the "
            "identifier from the work itself; what nobody knows may not exist"
        )
    ]


def test_another_title_than_the_article_gives_is_a_warning(library: Library, tmp_path):
    library.works["10.1000/naps"] = work("Pain in the knee")
    assert told(tmp_path, NAPS) == [
        (
            "11:14 warning evidence-other-title: doi:10.1000/naps leads to “Pain in the knee”, not "
            "to “Short naps on the ward”; check which of the two is meant, and correct the other"
        )
    ]


def test_a_page_that_is_gone_is_a_warning(library: Library, tmp_path):
    url = library.url.replace("127.0.0.1", "127.0.0.1.example")

    def fetch(asked):
        return read_page(asked.replace("127.0.0.1.example", "127.0.0.1"))

    assert told(tmp_path, f"[{{url: '{url}guide', title: A guide}}]", fetch=fetch) == [
        (
            f"11:14 warning evidence-page-gone: {url}guide is not there any more; find where the "
            "page went, or cite another work"
        )
    ]


def test_a_work_that_the_text_only_links_to_is_looked_up_once(library: Library, tmp_path):
    library.papers["pubmed", "9"] = summary("9", "Naps.", pubtype=["Retracted Publication"])
    body = (
        "See [this](https://pubmed.ncbi.nlm.nih.gov/9/), [this](https://pubmed.ncbi.nlm.nih.gov/9/)"
        " and [a page](https://example.org/).\n"
    )
    assert told(tmp_path, None, body) == [
        (
            "13:5 error evidence-retracted: pmid:9 was retracted; find another work, or take the "
            "claim out; if the article is about it, say so"
        )
    ]
    assert len(library.asked) == 1


def test_an_identifier_in_words_or_in_a_footnote_is_looked_up_once(library: Library, tmp_path):
    library.papers["pubmed", "9"] = summary("9", "Naps.")
    library.trials["NCT01234567"] = {"protocolSection": {}}
    body = (
        "See doi:10.9999/made-up and PMID 9 ([PubMed](https://pubmed.ncbi.nlm.nih.gov/9/)).[^a]\n\n"
        "Again DOI 10.9999/MADE-UP, NCT01234567, `doi:10.9999/how-to` and isbn.\n\n"
        "    doi:10.9999/code\n\n"
        "[^a]: Nobody and others, 10.9999/never-was.\n"
    )
    fix = "copy the identifier from the work itself; what nobody knows may not exist"
    said = "error evidence-unknown-work: no work is known as"
    assert told(tmp_path, None, body) == [
        f"13:9 {said} doi:10.9999/made-up; {fix}",
        f"19:26 {said} doi:10.9999/never-was; {fix}",
    ]
    asked = sorted(library.asked)
    assert told(tmp_path, None, body) != []
    again = sorted(library.asked[len(asked) :])
    assert [path.partition("?")[0] for path in asked] == [
        "/esummary.fcgi",
        "/handles/10.9999%2Fmade-up",
        "/handles/10.9999%2Fnever-was",
        "/studies/NCT01234567",
        "/works/10.9999%2Fmade-up",
        "/works/10.9999%2Fnever-was",
    ]
    assert again == []


def test_a_listed_work_that_the_text_names_is_asked_for_once(library: Library, tmp_path):
    library.works["10.1000/naps"] = work("Short naps on the ward")
    assert told(tmp_path, NAPS, "See https://doi.org/10.1000/NAPS, and doi: 10.1000/naps.\n") == []
    assert library.asked == ["/works/10.1000%2Fnaps"]


def test_a_service_in_trouble_is_told_once_and_asked_again_the_next_time(
    library: Library, tmp_path
):
    two = "[{doi: 10.1000/naps, title: Short naps}, {doi: 10.1000/walks, title: Walks}]"
    library.works |= {"10.1000/naps": Answer(b"", 500), "10.1000/walks": Answer(b"", 500)}
    (line,) = told(tmp_path, two)
    host = library.place
    assert line == (
        f"11:14 notice evidence-not-looked-up: doi:10.1000/naps was not looked up: {host} answered "
        "with status 500; ask again another day"
    )
    library.works |= {"10.1000/naps": work("Short naps"), "10.1000/walks": work("Walks")}
    assert told(tmp_path, two) == []
    assert len(library.asked) == 4


def test_what_was_looked_up_lately_is_not_asked_again(library: Library, tmp_path):
    library.works["10.1000/naps"] = retracted()
    first = told(tmp_path, NAPS)
    assert told(tmp_path, NAPS) == first != []
    assert len(library.asked) == 1


def test_a_book_and_an_article_without_sources_ask_nobody(library: Library, tmp_path):
    assert told(tmp_path, "[{isbn: 978-0-306-40615-7, title: A book}]") == []
    assert told(tmp_path, None) == []
    assert library.asked == []
