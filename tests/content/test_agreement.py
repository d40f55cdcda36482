"""What must agree between files, and what only one of them can have."""

from pathlib import Path

import pytest

from publisher.finding import Severity
from tests.content.paper import ARTICLE, PEOPLE, article, lines, load, load_as_it_is, put, told

A, B, C = (f"content/articles/2026/{name}.md" for name in ("a", "b", "c"))


def test_the_later_of_two_files_with_one_id_is_withheld(tmp_path: Path):
    publication = load(tmp_path, {A: article(), B: article()})
    assert lines(publication.findings) == [
        (
            f"{B}:2:1 front-matter-id-twice: `id abcd-efgh` belongs to {A} already; if this is a "
            "copy, write `id: …` instead; if that is, delete its id"
        )
    ]
    assert [read.path for read in publication.articles] == [A]


@pytest.mark.parametrize("copy", ["a-copy", "a 2", "copy-of-a", "a-1"])
def test_a_copy_takes_nothing_over_whatever_it_is_called(tmp_path: Path, copy: str):
    path = f"content/articles/2026/{copy}.md"
    publication = load(tmp_path, {A: article(), path: article()})
    assert [read.path for read in publication.articles] == [A]
    assert {finding.path for finding in publication.findings} == {path}


def test_the_later_of_two_files_with_one_address_is_withheld(tmp_path: Path):
    other = "content/articles/2025/a.md"
    publication = load(tmp_path, {A: article(), other: article({"id": "wxyz-1234"})})
    assert lines(publication.findings) == [
        (
            f"{A}:1:1 front-matter-slug-twice: `articles/a/` belongs to {other} already; rename "
            "one of "
            "the two files"
        )
    ]
    assert [read.path for read in publication.articles] == [other]


def test_a_bundle_and_a_file_cannot_share_an_address(tmp_path: Path):
    bundle = "content/articles/2026/a/index.md"
    publication = load(tmp_path, {A: article(), bundle: article({"id": "wxyz-1234"})})
    assert [finding.check for finding in publication.findings] == ["front-matter-slug-twice"]
    assert [read.path for read in publication.articles] == [A]


def test_an_older_article_keeps_its_address_whatever_the_paths(tmp_path: Path):
    other = "content/articles/2027/a.md"
    older = article({"id": "wxyz-1234", "date": "2020-01-01"})
    publication = load(tmp_path, {A: article(), other: older})
    assert [read.path for read in publication.articles] == [other]


def test_a_draft_takes_no_id_from_an_article_that_is_out(tmp_path: Path):
    publication = load(
        tmp_path, {A: article({"status": "draft", "date": "2020-01-01"}), B: article()}
    )
    assert [read.path for read in publication.articles] == [B]


def test_a_broken_copy_takes_nothing_away_from_the_whole_one(tmp_path: Path):
    publication = load(tmp_path, {A: article({"titel": "x"}), B: article()})
    assert [(f.path, f.check) for f in publication.findings] == [
        (A, "front-matter-id-twice"),
        (A, "front-matter-key"),
    ]
    assert [read.path for read in publication.articles] == [B]


def test_a_former_address_that_is_taken_is_told_and_passed_over(tmp_path: Path):
    page = "---\ntitle: About\ndescription: Us\n---\nWords.\n"
    aliases = "[/old/, about/, articles/b, old, robots.txt, older.html]"
    publication = load(
        tmp_path,
        {
            A: article({"aliases": aliases}),
            B: article({"id": "wxyz-1234", "aliases": "[older.html, oldest/]"}),
            "content/about.md": page,
        },
    )
    assert lines(publication.findings) == [
        (
            f"{A}:11:18 front-matter-alias: the former address `about/` is that of "
            "content/about.md "
            "already; delete it from the list"
        ),
        (
            f"{A}:11:26 front-matter-alias: the former address `articles/b` is that of {B} "
            "already; "
            "delete it from the list"
        ),
        (
            f"{A}:11:38 front-matter-alias: the former address `old` is that of {A} already; "
            "delete "
            "it from the list"
        ),
        (
            f"{A}:11:43 front-matter-alias: the former address `robots.txt` is that of the site "
            "itself already; delete it from the list"
        ),
        (
            f"{B}:11:11 front-matter-alias: the former address `older.html` is that of {A} "
            "already; "
            "delete it from the list"
        ),
    ]
    assert {read.path: read.aliases for read in publication.articles} == {
        A: ("old/", "older.html"),
        B: ("oldest/",),
    }


def test_a_translation_names_its_original_even_when_that_is_withheld(tmp_path: Path):
    spanish = article({"id": "wxyz-1234", "lang": "es", "translation_of": "abcd-efgh"})
    publication = load(tmp_path, {A: article({"titel": "x"}), B: spanish})
    assert [(f.path, f.check) for f in publication.findings] == [(A, "front-matter-key")]
    assert [read.path for read in publication.articles] == [B]


def test_translations_of_one_article_find_each_other(tmp_path: Path):
    spanish = article({"id": "wxyz-1234", "lang": "es", "translation_of": "abcd-efgh"})
    publication = load(tmp_path, {B: article(), A: spanish})
    original, translation = sorted(publication.articles, key=lambda read: read.language)
    for read in (original, translation):
        assert publication.translations_of(read) == (original, translation)


def test_a_list_of_people_that_cannot_be_read_accuses_nobody(tmp_path: Path):
    publication = load(tmp_path, {A: article(), "content/people.yml": "team: {name: Team"})
    assert [(f.path, f.check) for f in publication.findings] == [
        ("content/people.yml", "front-matter-yaml")
    ]
    assert [read.path for read in publication.public] == [A]


def test_a_person_whose_entry_does_not_fit_is_still_somebody(tmp_path: Path):
    people = PEOPLE.replace("name: Team", "nome: Team")
    publication = load(tmp_path, {A: article(), "content/people.yml": people})
    assert [(f.path, f.line, f.check) for f in publication.findings] == [
        ("content/people.yml", 1, "front-matter-missing"),
        ("content/people.yml", 2, "front-matter-key"),
    ]
    assert list(publication.people) == ["readers"]
    assert publication.authors_of(publication.articles[0]) == []


def test_without_a_list_of_people_nobody_is_known(tmp_path: Path):
    put(tmp_path, {A: article()})
    (tmp_path / "content/people.yml").unlink()
    assert lines(load_as_it_is(tmp_path).findings) == [
        f"{A}:10:11 front-matter-unknown: `team` is not in people.yml; add `team` to people.yml"
    ]


def test_a_draft_needs_a_title_and_authors_only(tmp_path: Path):
    assert told(tmp_path, "---\ntitle: One\nauthors: [team]\n---\n") == []


def test_a_change_that_lies_in_the_future_is_a_warning(tmp_path: Path):
    (finding,) = load(tmp_path, {ARTICLE: article({"updated": "2026-07-01"})}).findings
    assert (finding.severity, finding.line) == (Severity.WARNING, 11)
    assert finding.message == "`updated` or a correction lies in the future"


def test_an_embargoed_article_is_read_and_not_public(tmp_path: Path):
    publication = load(tmp_path, {A: article({"date": "2031-01-01"})})
    assert [read.path for read in publication.articles] == [A]
    assert (publication.findings, publication.public) == ((), ())


def test_every_check_belongs_to_a_family_of_the_design():
    """The families are what `--select` takes and what a baseline may settle."""
    source = Path(__file__).parents[2] / "publisher/content"
    named = {
        word
        for file in source.glob("*.py")
        for word in file.read_text("utf-8").split('"')
        if word.startswith(("form-", "front-matter-"))
    }
    assert named == {
        "form-alt", "form-blank", "form-comment", "form-control-character", "form-encoding",
        "form-file", "form-link", "form-link-folder", "form-link-outside", "form-name",
        "form-nesting", "form-place", "form-size", "form-unreadable", "front-matter-alias",
        "front-matter-date", "front-matter-description", "front-matter-id-twice",
        "front-matter-key", "front-matter-key-twice", "front-matter-missing", "front-matter-open",
        "front-matter-slug", "front-matter-slug-twice",
        "front-matter-translation", "front-matter-unknown", "front-matter-value",
        "front-matter-yaml",
    }  # fmt: skip
