"""The JSON Schemas that editors check by, held to the files that we check ourselves."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from publisher.content.front_matter import split
from publisher.content.schema import KINDS, schema
from publisher.content.source import Source, read_source
from tests.content.paper import WHOLE

ROOT = Path(__file__).parents[2]
CONTENT = [ROOT / "content", ROOT / "tests/publication/content"]
ARTICLES = sorted(file for folder in CONTENT for file in folder.glob("articles/**/*.md"))
PAGES = sorted(file for folder in CONTENT for file in folder.glob("*.md"))


class _AsEditorsRead(yaml.SafeLoader):
    """YAML as an editor hands it to a JSON Schema: a date is text."""


_AsEditorsRead.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_read(text: str) -> Any:
    return yaml.load(text, Loader=_AsEditorsRead)  # noqa: S506 - it is a SafeLoader


def front_matter_of(file: Path) -> Any:
    source = read_source(ROOT, file)
    assert isinstance(source, Source)
    parts = split(source)
    assert isinstance(parts, tuple)
    return as_editors_read(parts[0])


def holds(kind: str, data: Any) -> bool:
    return jsonschema.Draft202012Validator(schema(kind)).is_valid(data)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_schema(kind: str):
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize(
    ("kind", "files"), [("article", ARTICLES), ("page", PAGES)], ids=["articles", "pages"]
)
def test_the_articles_and_pages_that_we_have_fit(kind: str, files: list[Path]):
    assert len(files) > 3
    for file in files:
        jsonschema.validate(front_matter_of(file), schema(kind))


@pytest.mark.parametrize("kind", ["people", "topics"])
def test_the_people_and_topics_that_we_have_fit(kind: str):
    for folder in CONTENT:
        text = (folder / f"{kind}.yml").read_text("utf-8")
        jsonschema.validate(as_editors_read(text), schema(kind))


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "One"},
        {"title": ""},
        {"title": 5},
        {"date": "14/03/2026"},
        {"date": "2026-3-14"},
        {"status": "published"},
        {"pillar": "news"},
        {"audience": ["everyone"]},
        {"topics": "sleep"},
        {"authors": []},
        {"references": [{"pmid": "PMC12"}]},
        {"references": [{"doi": "10.1000/xyz", "yaer": 2011}]},
        {"references": [{"doi": "10.1000/xyz", "year": 20111}]},
        {"next_step": {"text": "Call"}},
        {"next_step": {"text": "Call", "url": "555"}},
        {"lang": "English"},
        {"corrections": [{"date": "yesterday", "note": "x"}]},
        {"social": True},
    ],
    ids=str,
)
def test_what_does_not_fit_an_article_is_marked_while_one_types(change: dict[str, Any]):
    whole = {key: as_editors_read(value) for key, value in WHOLE.items()}
    assert holds("article", whole)
    assert not holds("article", whole | change)


@pytest.mark.parametrize(
    "change",
    [
        {"audience": ["patients", "staff"]},
        {"social": False},
        {"social": {"bluesky": "Read {url}"}},
        {"disclosures": "none"},
        {"disclosures": {"team": "none"}},
        {"date": "2026-03-14T09:00+01:00"},
        {"references": [{"pmid": 29590045}, {"isbn": 9780306406157}]},
    ],
    ids=str,
)
def test_every_way_to_write_a_value_fits(change: dict[str, Any]):
    whole = {key: as_editors_read(value) for key, value in WHOLE.items()}
    assert holds("article", whole | change)


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("people", {"name": "Ann", "roll": "Nurse"}),
        ("people", {"name": {"english": "Ann"}}),
        ("people", {"role": "Nurse"}),
        ("topics", {"name": "Sleep", "medical": "perhaps"}),
    ],
)
def test_what_does_not_fit_a_person_or_a_topic_is_marked(kind: str, entry: dict[str, Any]):
    assert holds(kind, {"one": {"name": {"en": "One", "pt-BR": "Um"}}})
    assert not holds(kind, {"one": entry})


def test_an_editor_can_say_what_each_key_is_for():
    properties = schema("article")["properties"]
    assert all(part.get("description") for part in properties.values())
    assert properties["date"]["description"] == (
        "The day on which it comes out; a future day keeps it secret until then"
    )
    assert properties["authors"]["examples"] == [["editorial-team"]]
