"""References filled in where they stand, in whatever style they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content.filling import bare_references, fill
from publisher.content.references import Reference
from publisher.content.source import Source, decode
from publisher.finding import Finding

ABOUT = {
    "title": 'Sleep: "a" #1',
    "authors": ("Roe J", "WHO"),
    "container": "J Sleep",
    "year": 2011,
}


def file(references: str, end: str = "\n") -> str:
    text = f"---\ntitle: A  # kept\nauthors: [x]\nreferences:\n{references}\n---\n\nWörds.\n"
    return text.replace("\n", end)


def bare(text: str) -> list[tuple[int, int, Reference]]:
    source = decode("one.md", text.encode())
    assert isinstance(source, Source)
    found = bare_references(source)
    assert not isinstance(found, Finding)
    return found


def filled(text: str) -> str:
    places = [(line, column, one.model_copy(update=ABOUT)) for line, column, one in bare(text)]
    return fill(text, places)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "  - doi: 10.1000/a  # kept\n  # kept too\n  - pmid: 12",
            "  - doi: 10.1000/a  # kept\n    title: 'Sleep: \"a\" #1'\n    authors:\n    - Roe J\n"
            "    - WHO\n    container: J Sleep\n    year: 2011\n  # kept too\n  - pmid: 12\n"
            "    title: 'Sleep: \"a\" #1'\n    authors:\n    - Roe J\n    - WHO\n"
            "    container: J Sleep\n    year: 2011",
            id="lines",
        ),
        pytest.param(
            "- doi: >-\n    10.1000/a\n  year: 1999",
            "- doi: >-\n    10.1000/a\n  title: 'Sleep: \"a\" #1'\n  authors:\n  - Roe J\n  - WHO\n"
            "  container: J Sleep\n  year: 1999",
            id="a folded value, and a year that stands",
        ),
        pytest.param(
            "  - {doi: 10.1000/a}  # kept\n  - { pmid: 12 , }",
            '  - {doi: 10.1000/a, title: "Sleep: \\"a\\" #1", authors: ["Roe J", "WHO"], '
            'container: "J Sleep", year: 2011}  # kept\n'
            '  - { pmid: 12 , title: "Sleep: \\"a\\" #1", authors: ["Roe J", "WHO"], '
            'container: "J Sleep", year: 2011}',
            id="braces",
        ),
        pytest.param(
            "  [{doi: 10.1000/a},\n   {url: https://example.org/b}]",
            '  [{doi: 10.1000/a, title: "Sleep: \\"a\\" #1", authors: ["Roe J", "WHO"], '
            'container: "J Sleep", year: 2011},\n   {url: https://example.org/b}]',
            id="brackets",
        ),
        pytest.param(
            "  - doi: 10.1000/a\n    title: Known\n  - nct: NCT01234567\n  - isbn: 0306406152",
            "  - doi: 10.1000/a\n    title: Known\n  - nct: NCT01234567\n  - isbn: 0306406152",
            id="nothing to look up",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_missing_is_written_and_nothing_else_changes(before: str, after: str, end: str):
    assert filled(file(before, end)) == file(after, end)
    assert bare(file(after, end)) == []


def test_what_cannot_be_written_is_left_and_still_named():
    text = file("  - doi: 10.1000/a\n    title:")
    assert [one.key for _, _, one in bare(filled(text))] == ["doi:10.1000/a"]


@pytest.mark.parametrize("place", [(1, 1), (2, 1), (5, 1), (5, 6), (99, 1)])
def test_a_place_where_no_reference_stands_changes_nothing(place: tuple[int, int]):
    text = file("  - doi: 10.1000/a")
    assert fill(text, [(*place, Reference(doi="10.1000/a", title="A"))]) == text


@given(st.text(min_size=1), st.sampled_from(["  - doi: 10.1000/a", "  - {doi: 10.1000/a}"]))
def test_no_title_breaks_a_file(title: str, reference: str):
    text = file(reference)
    ((line, column, one),) = bare(text)
    after = fill(text, [(line, column, one.model_copy(update={"title": title}))])
    still = decode("one.md", after.encode("utf-8", "surrogatepass"))
    assert after == text or isinstance(still, Source)


def test_an_article_that_does_not_fit_is_told_and_not_filled():
    source = decode("one.md", file("  - doi: 10.1000/a\n    yaer: 2011").encode())
    assert isinstance(source, Source)
    found = bare_references(source)
    assert isinstance(found, Finding)
    assert (found.line, found.check) == (6, "front-matter-key")
