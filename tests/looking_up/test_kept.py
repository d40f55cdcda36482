"""What services told us is remembered for a while, and a broken memory is an empty one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from publisher.looking_up.kept import Kept
from publisher.looking_up.told import Kind, Notice, Told

NOW = datetime(2026, 6, 1, tzinfo=UTC)
WEEK = timedelta(days=7)
TOLD = Told(exists=True, title="Naps", notices=(Notice(kind=Kind.CONCERN, date="2020"),))


def kept(file: Path, now: datetime = NOW) -> Kept:
    return Kept(file, now, WEEK)


def test_an_answer_is_remembered_until_it_is_old(tmp_path):
    file = tmp_path / "cache/references.json"
    first = kept(file)
    first.put("doi:10.1000/a Naps", TOLD)
    first.save()
    assert kept(file).get("doi:10.1000/a Naps") == TOLD
    assert kept(file).get("doi:10.1000/b") is None
    assert kept(file, NOW + WEEK - timedelta(seconds=1)).get("doi:10.1000/a Naps") == TOLD
    assert kept(file, NOW + WEEK).get("doi:10.1000/a Naps") is None
    assert [each.name for each in file.parent.iterdir()] == ["references.json"]


def test_an_answer_from_the_future_is_not_believed(tmp_path):
    file = tmp_path / "references.json"
    later = kept(file, NOW + timedelta(days=1))
    later.put("a", TOLD)
    later.save()
    assert kept(file).get("a") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"a": 1}',
        '{"a": {"at": "never", "told": {"exists": true}}}',
        '{"a": {"at": "2026-06-01T00:00:00", "told": {"exists": true}}}',
        '{"a": {"at": "2026-06-01T00:00:00+00:00", "told": {"exists": "maybe"}}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_makes_no_sense_is_an_empty_memory(tmp_path, text):
    file = tmp_path / "references.json"
    file.write_text(text)
    memory = kept(file)
    assert memory.get("a") is None
    memory.put("a", TOLD)
    memory.save()
    assert kept(file).get("a") == TOLD


def test_where_nothing_can_be_written_nothing_is_lost(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be")
    memory = kept(tmp_path / "cache/references.json")
    memory.put("a", TOLD)
    memory.save()
    assert memory.get("a") == TOLD
