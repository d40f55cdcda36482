"""What people are told on GitHub after an announcement: when an article is out, and not before."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk import NOON, desk, ledger, posted, run

HOUR = timedelta(hours=1)
TWO = "content/articles/2026/two.md"
LATER = NOON + 3 * HOUR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A publication that has begun to announce long before `two`, which is out on Threads."""
    made = desk(tmp_path / "publication")
    run(made, "announce", "--only", "one", at=NOON - timedelta(days=60))
    return made


def told_out(folder: Path) -> list[str]:
    """Of which articles their authors are told that they are out."""
    document = run(folder, "announce", "--dry-run", "--format", "json", at=LATER).stdout
    announced = folder / "announced.json"
    announced.write_text(document)
    ran = run(folder, "handover", str(announced), at=LATER)
    assert ran.exit_code == 0, ran.output
    return [one["path"] for one in json.loads(ran.stdout)["out"]]


def test_an_article_that_waits_for_a_person_elsewhere_is_not_out(folder: Path):
    posted(folder, "two", "threads")
    ledger(folder, NOON).hold("A colleague has died")
    run(folder, "resume", at=NOON + HOUR)
    assert told_out(folder) == []
    assert run(folder, "skip", "two", "--reason", "Too late now", at=LATER).exit_code == 0
    assert told_out(folder) == [TWO]


def test_a_reminder_that_is_to_come_does_not_keep_an_article_from_being_out(folder: Path):
    file = folder / TWO
    again = 'social: {channels: [threads], again: [{after: 3, text: "Still true."}]}'
    file.write_text(file.read_text().replace("---\n\nW", f"{again}\n---\n\nW"))
    posted(folder, "two", "threads")
    assert told_out(folder) == [TWO]


def test_a_post_that_a_run_did_not_reach_is_not_out(folder: Path):
    posted(folder, "two", "threads")
    run(folder, "skip", "two", "--reason", "Not there", at=LATER)
    document = json.loads(run(folder, "announce", "--dry-run", "--format", "json", at=LATER).stdout)
    stopped = {"article": "two-0001", "occasion": "launch", "state": None}
    announced = folder / "announced.json"
    announced.write_text(json.dumps(document | {"results": [stopped]}))
    assert json.loads(run(folder, "handover", str(announced), at=LATER).stdout)["out"] == []
