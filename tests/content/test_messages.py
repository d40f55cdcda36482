"""What a clinician is told, word for word: read the files in data/ aloud."""

from pathlib import Path

import pytest

from publisher.content.article import FrontMatter
from publisher.content.people import Person
from publisher.content.topics import Topic
from publisher.diagnostics import discreet
from tests.content.paper import article, lines, load_as_it_is, put, told
from tests.content.spoken import Case, cases


@pytest.mark.parametrize("case", cases("yaml.txt"), ids=lambda case: case.written)
def test_front_matter_that_is_no_yaml(tmp_path: Path, case: Case):
    found = told(tmp_path, f"---\n{case.written}\n---\nWords.\n")
    assert [line for line in found if not line.startswith("1:1 front-matter-missing")] == case.told


@pytest.mark.parametrize("case", cases("values.txt"), ids=lambda case: case.written)
def test_values_of_an_article(tmp_path: Path, case: Case):
    key, _, value = case.written.partition(": ")
    assert told(tmp_path, article({key.removesuffix(":"): value})) == case.told


def test_every_key_of_an_article_is_among_the_cases():
    keys = {case.written.partition(":")[0] for case in cases("values.txt")}
    untyped = {"alt", "caption", "credit", "updated"}  # as image and date
    assert keys >= FrontMatter.model_fields.keys() - untyped


@pytest.mark.parametrize("name", ["people", "topics"])
def test_entries_of_people_and_topics(tmp_path: Path, name: str):
    for case in cases(f"{name}.txt"):
        put(tmp_path, {f"content/{name}.yml": case.written})
        found = lines(load_as_it_is(tmp_path).findings)
        assert [line.removeprefix(f"content/{name}.yml:") for line in found] == case.told


@pytest.mark.parametrize("model", [FrontMatter, Person, Topic])
def test_every_key_has_words_for_editors(model: type[FrontMatter | Person | Topic]):
    for name, info in model.model_fields.items():
        assert info.description, name


def repeated(tmp_path: Path, written: str) -> list[str]:
    found = load_as_it_is(put(tmp_path, {"content/articles/a.md": written})).findings
    return [f"{each.message}; {each.fix}" for each in discreet(found) if "…" in each.message]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (article({"reviewed": "Zebediah Quartermaine"}), "`reviewed` is `…`: not a day"),
        (article({"status": "66778899"}), "`status` is `…`; write one of draft"),
        (article({'"Zebediah Quartermaine"': "x"}), "`…` is no key that we know"),
        (article({"film": '{"Zebediah Quartermaine": x}'}), "`film.…` is no key that we know"),
        (article({"reviewer": "Zebediah Quartermaine"}), "`…` is not in people.yml; add `…` to"),
        (article({"topics": "[&Quartermaine x]"}), "`…` is no text to YAML but a command"),
        ("Our patient is\n", "the file begins with `…`, not with front matter"),
    ],
)
def test_no_log_repeats_a_value_that_may_name_somebody(tmp_path: Path, written: str, message: str):
    assert [told[: len(message)] for told in repeated(tmp_path, written)] == [message]


@pytest.mark.parametrize("value", ["redy", "14/3/2026", "[a, b]", "true", "2026"])
def test_a_value_that_names_nobody_is_repeated_everywhere(tmp_path: Path, value: str):
    assert repeated(tmp_path, article({"status": value})) == []
