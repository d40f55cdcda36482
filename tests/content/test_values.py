"""Small things that others rely on: texts by language, references' addresses, a publication's."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from publisher.content.article import FrontMatter
from publisher.content.fields import Localised
from publisher.content.front_matter import read_yaml
from publisher.content.parts import Social
from publisher.content.references import Reference
from publisher.finding import Finding
from tests.content.paper import ARTICLE, SITE, article, load


@pytest.mark.parametrize(
    ("texts", "language", "said"),
    [
        ("One", "es", "One"),
        ({"en": "One", "es": "Uno"}, "es", "Uno"),
        ({"en": "One", "es": "Uno"}, "es-MX", "Uno"),
        ({"en": "One", "es": "Uno"}, "pt", "One"),
        ({"fr": "Un", "es": "Uno"}, "pt", "Un"),
    ],
    ids=str,
)
def test_a_text_is_said_in_the_nearest_language(texts: object, language: str, said: str):
    assert Localised.model_validate(texts).in_language(language) == said


@pytest.mark.parametrize(
    ("reference", "key", "address"),
    [
        ({"doi": "10.1000/a(b)"}, "doi:10.1000/a(b)", "https://doi.org/10.1000/a(b)"),
        (
            {"doi": "10.1000/a<b>#c%"},
            "doi:10.1000/a<b>#c%",
            "https://doi.org/10.1000/a%3Cb%3E%23c%25",
        ),
        ({"pmid": 12}, "pmid:12", "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ({"pmcid": "PMC12"}, "pmcid:PMC12", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"),
        ({"nct": "NCT01234567"}, "nct:NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        ({"url": "https://example.org/a"}, "url:https://example.org/a", "https://example.org/a"),
        ({"isbn": "0-306-40615-2"}, "isbn:0-306-40615-2", None),
        ({"isbn": 9780306406157}, "isbn:9780306406157", None),
        ({"isbn": "080442957X"}, "isbn:080442957X", None),
    ],
    ids=str,
)
def test_a_reference_has_a_key_and_where_there_is_one_an_address(
    reference: dict[str, object], key: str, address: str | None
):
    cited = Reference.model_validate(reference)
    assert (cited.key, cited.address) == (key, address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "http://example.org:8080/a?b=c#d", "https://пример.рф/а",
        "mailto:team@example.org?subject=Hello%20there", "tel:+44(0)1632-960000",
    ],
)  # fmt: skip
def test_where_a_reader_can_go_next(address: str):
    step = {"title": "A", "authors": ["a"], "next_step": {"text": "Go", "url": address}}
    assert FrontMatter.model_validate(step).next_step is not None


@pytest.mark.parametrize(
    "address",
    [
        "example.org", "/contact/", "ftp://example.org", "javascript:alert(1)", "https://localhost",
        "https://example.org/a b", "https://example.org/<a>", "https://example.org/[a]",
        "https://example.org/100%", "https://exa_mple..org", "https://", "mailto:team", "tel:abc",
        "http://[", "https://example.org/" + "a" * 2000, 'https://example.org/"onclick="a',
    ],
    ids=lambda address: address[:30],
)  # fmt: skip
def test_where_no_reader_can_go(address: str):
    step = {"title": "A", "authors": ["a"], "next_step": {"text": "Go", "url": address}}
    with pytest.raises(ValidationError):
        FrontMatter.model_validate(step)


def test_no_posts_at_all_is_no_channels():
    front_matter = {"title": "A", "authors": ["a"], "social": False}
    assert FrontMatter.model_validate(front_matter).social == Social(channels=())


def test_a_channel_can_have_a_text_of_its_own():
    social = Social.model_validate({"hook": "A", "bluesky": "B {url}"})
    assert (social.hook, social.texts) == ("A", {"bluesky": "B {url}"})


def test_a_title_is_one_line(tmp_path: Path):
    (read,) = load(tmp_path, {ARTICLE: article({"title": ">-\n  One\n\n  two"})}).articles
    assert read.title == "One two"


def test_yaml_is_read_as_its_newer_version_says():
    found = read_yaml("a.yml", "a: no\nb: 0123\nc: 12:30\nd: 2026-03-14\ne: ~\nf: 1.5\ng: 0x1F\n")
    assert not isinstance(found, list)
    assert found.data == {
        "a": "no", "b": "0123", "c": "12:30", "d": "2026-03-14", "e": None, "f": 1.5, "g": "0x1F",
    }  # fmt: skip
    assert (found.place(("c",)), found.place(("c", "x")), found.place(("z",))) == (
        (3, 1),
        (3, 1),
        (1, 1),
    )


def test_yaml_with_a_fault_is_findings():
    for text in ("a: [", "a: *b", "a: 1\na: 2"):
        found = read_yaml("a.yml", text)
        assert isinstance(found, list)
        assert all(isinstance(finding, Finding) for finding in found)


def test_a_publication_knows_its_addresses(tmp_path: Path):
    publication = load(tmp_path, {ARTICLE: article()})
    (read,) = publication.articles
    assert publication.url_of(read) == f"{SITE}articles/one/"
    assert [key for key, _ in publication.authors_of(read)] == ["team"]
    assert [key for key, _ in publication.topics_of(read)] == ["sleep"]
    assert publication.translations_of(read) == (read,)
    assert (publication.name, publication.is_sample) == ("Test Trust", False)
