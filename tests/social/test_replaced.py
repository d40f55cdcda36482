"""A published id that is gone while a similar article is here: told by the check."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from publisher.social.records import Published
from tests.desk import NOON, desk, ledger, run, text_of
from tests.social.repositories import git

ONE, OTHER = "content/articles/2026/one.md", "content/articles/2026/once.md"
LIKE = f"it looks like {ONE}, which was published and is gone"
WAY_OUT = "or if it is another article, `publisher release once`"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A publication of which an article has come out."""
    made = desk(tmp_path / "publication")
    ledger(made).publish({"one-0001": Published(path=ONE, slug="one", since=NOON)})
    return made


def renamed(folder: Path, old: str = "id: one-0001", new: str = "id: once-0002") -> None:
    """Give the file another name, and the article another id, by hand."""
    (folder / ONE).rename(folder / OTHER)
    (folder / OTHER).write_text(text_of("one").replace(f"{old}\n", new and f"{new}\n"))


def checked(folder: Path, *arguments: str) -> list[tuple[Any, ...]]:
    ran = run(folder, "check", "--format", "json", *arguments)
    found = json.loads(ran.stdout)["findings"]
    assert ran.exit_code == (1 if any(one["severity"] == "error" for one in found) else 0)
    keys = ("check", "severity", "path", "line", "column", "message", "fix")
    return [tuple(one[key] for key in keys) for one in found if one["severity"] == "error"]


def lost(ran: Any) -> bool:
    return "front-matter-id-lost" in ran.stdout


def test_nothing_is_said_while_every_published_id_is_there(folder: Path):
    assert checked(folder) == []


def test_the_lines_to_add_are_named_where_the_new_id_stands(folder: Path):
    renamed(folder)
    fix = "write `id: one-0001` in the place of its own and `aliases: [articles/one/]`"
    assert checked(folder) == [
        ("front-matter-id-lost", "error", OTHER, 2, 1, LIKE, f"{fix}, {WAY_OUT}")
    ]
    assert checked(folder, "--select", "law") == []


def test_an_id_that_was_taken_out_is_told_too(folder: Path):
    renamed(folder, new="")
    fix = "write `id: one-0001` and `aliases: [articles/one/]`"
    told = [found for found in checked(folder) if found[0] == "front-matter-id-lost"]
    assert told == [("front-matter-id-lost", "error", OTHER, 2, 1, LIKE, fix)]


def test_the_lines_that_are_named_mend_it(folder: Path):
    renamed(folder, new="id: one-0001\naliases: [articles/one/]")
    assert checked(folder) == []


@pytest.mark.parametrize("date", ["2026-05-01", "2027-05-01"])
def test_a_person_may_say_that_it_is_another_article_before_its_day_too(folder: Path, date: str):
    renamed(folder)
    text = (folder / OTHER).read_text().replace("2026-05-01", date)
    (folder / OTHER).write_text(text)
    assert len(checked(folder)) == 1
    assert run(folder, "release", "once").exit_code == 0
    assert checked(folder) == []


def test_an_article_that_cannot_be_read_is_not_gone(folder: Path):
    shutil.copy(folder / ONE, folder / OTHER)
    (folder / OTHER).write_text(text_of("one").replace("one-0001", "once-0002"))
    (folder / ONE).write_text("---\ntitle: [\n---\n")
    assert {found[2] for found in checked(folder)} == {ONE}


def test_without_git_or_where_the_ledger_cannot_be_read_the_check_is_what_it_was(folder: Path):
    renamed(folder)
    git(folder, "remote", "add", "origin", str(folder / "gone.git"))
    ran = run(folder, "check")
    assert (ran.exit_code, lost(ran)) == (0, False)
    assert ran.stderr.startswith("The ledger: the ledger cannot be read: ")
    assert ran.stderr.endswith(
        ". Nothing is said of sign-offs, nor of articles that lost the id they were published "
        "under.\n"
    )
    shutil.rmtree(folder / ".git")
    ran = run(folder, "check")
    assert (ran.exit_code, lost(ran), ran.stderr) == (0, False, "")


def test_of_a_sample_the_ledger_is_not_even_asked(folder: Path):
    renamed(folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("time_zone", "sample: true\n      time_zone"))
    assert checked(folder) == []
