"""A new article, and the id that each one gets."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content.drafting import draft, with_id, write_ids
from publisher.content.ids import id_for, new_id
from publisher.content.located import Located, parse
from tests.content.paper import ARTICLE, article, load, told


def test_a_new_draft_has_nothing_to_be_told(tmp_path: Path):
    assert told(tmp_path, draft("What a fever is for", "team", new_id())) == []


@pytest.mark.parametrize(
    "title", ["A: b", 'Say "no"', "#1", "no", "5", "- x", "{a}", "It's", "a\\b", "Ünïcode 👩‍⚕️"]
)
def test_a_draft_keeps_any_title(tmp_path: Path, title: str):
    (read,) = load(tmp_path, {ARTICLE: draft(title, "team", new_id())}).articles
    assert read.title == title


@given(st.text())
def test_no_title_makes_a_draft_that_is_no_yaml(title: str):
    block = draft(title, "team", "abcd-efgh").split("---\n")[1]
    assert isinstance(parse("", block), Located)


def test_every_question_of_a_draft_is_about_a_key_that_there_is(tmp_path: Path):
    text = draft("One", "team", "abcd-efgh")
    asked = dict(re.findall(r"^# ([a-z_]+):(.*)$", text, re.MULTILINE))
    assert list(asked) == [
        "description", "pillar", "audience", "topics", "date", "reviewer", "references",
        "next_step", "social",
    ]  # fmt: skip
    answered = re.sub(r"^# (topics|references): \[\]$", r"\1: []", text, flags=re.MULTILINE)
    assert told(tmp_path, answered) == []


def test_ids_do_not_repeat():
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(re.fullmatch("[2-9a-z]{5}-[2-9a-z]{5}", one) for one in ids)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_id_is_written_and_nothing_else_changes(tmp_path: Path, end: str, mark: str):
    before = mark + article({"id": None}).replace("\n", end)
    publication = load(tmp_path, {ARTICLE: before})
    assert write_ids(publication) == [ARTICLE]
    after = (tmp_path / ARTICLE).read_bytes().decode()
    (read,) = load(tmp_path, {}).articles
    assert read.id is not None
    assert after == with_id(before, read.id)
    assert after.replace(f"id: {read.id}{end}", "", 1) == before
    assert write_ids(load(tmp_path, {})) == []


def test_drafts_keep_without_an_id(tmp_path: Path):
    publication = load(tmp_path, {ARTICLE: article({"id": None, "status": "draft"})})
    assert write_ids(publication) == []


def test_an_offered_id_is_valid_and_the_same_for_the_same_text():
    offered = id_for("content/articles/2026/a.md", "00ff")
    assert re.fullmatch("[2-9a-z]{5}-[2-9a-z]{5}", offered)
    assert offered == id_for("content/articles/2026/a.md", "00ff")
    assert offered != id_for("content/articles/2026/b.md", "00ff")
    assert offered != id_for("content/articles/2026/a.md", "00fe")
