"""What the ledger tells the site, and that a build needs none of it."""

from datetime import timedelta
from pathlib import Path

import pytest

from publisher.content.publication import load_publication
from publisher.outside import NO_LEDGER, frozen_since, outside, snapshot_of
from publisher.settings import LedgerSettings
from publisher.site.views import Outside, Statement
from publisher.social.records import Approval
from tests.content.paper import ARTICLE, SETTINGS, article, load, put
from tests.desk import NOON, desk, ledger, posted, run
from tests.social.repositories import git, write_by_hand

BEFORE = NOON - timedelta(hours=4)
APPROVAL = Approval(digest="5d" * 32, by="readers", at=NOON)


@pytest.fixture
def folder(tmp_path):
    return desk(tmp_path / "publication")


def told(folder: Path):
    return snapshot_of(folder, SETTINGS, lambda: NOON)


def test_a_folder_without_git_has_no_ledger_and_nothing_is_said(tmp_path, capsys):
    assert told(tmp_path) == NO_LEDGER
    assert capsys.readouterr().err == ""


def test_a_repository_in_which_nothing_was_announced_says_nothing(folder, capsys):
    publication = load(folder)
    assert frozen_since(told(folder)) is None
    assert outside(told(folder), publication) == Outside({}, None)
    assert capsys.readouterr().err == ""


def test_a_remote_that_does_not_answer_is_told_and_stops_nothing(folder, capsys, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    git(folder, "remote", "add", "origin", str(folder / "gone.git"))
    assert told(folder) == NO_LEDGER
    said = capsys.readouterr().err
    assert said.startswith("The ledger is left out: the ledger cannot be read: ")
    assert said.endswith(". The site is built as if no hold stood and nothing was posted.\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert told(folder) == NO_LEDGER
    assert capsys.readouterr().err.startswith("::warning title=The ledger is left out::the ledger")


def test_a_damaged_hold_is_told_and_the_rest_is_used(folder, capsys):
    posted(folder, "one", "bluesky")
    write_by_hand(folder, "hold.json", b"{}")
    snapshot = told(folder)
    assert "hold.json in the ledger is no record" in capsys.readouterr().err
    assert frozen_since(snapshot) is None
    assert [key.channel for key in snapshot.posts] == ["bluesky"]


def test_a_ledger_without_a_name_that_git_knows_is_told(folder, capsys):
    settings = SETTINGS.model_copy(update={"ledger": LedgerSettings(remote="upstream")})
    assert snapshot_of(folder, settings, lambda: NOON) == NO_LEDGER
    assert "`ledger.remote` is `upstream`" in capsys.readouterr().err


def test_pages_show_where_an_article_began_to_be_talked_about(folder):
    posted(folder, "one", "bluesky", "mastodon")
    posted(folder, "one", "bluesky", occasion="again-1")
    posted(folder, "two", "gone-network")
    assert outside(told(folder), load(folder)).posts == {
        "one-0001": [
            ("Bluesky", "https://bluesky.example/one"),
            ("Mastodon", "https://mastodon.example/one"),
        ],
        "two-0001": [("gone-network", "https://gone-network.example/two")],
    }


def test_a_statement_stands_from_its_release_until_it_is_taken_down(folder):
    book = ledger(folder)
    book.release_statement("closed-0001", APPROVAL)
    publication = load(folder)
    shown = Statement("We are closed today", "en", "articles/closed/")
    assert outside(told(folder), publication).statement is None, "its page is not out yet"
    later = load(folder, at=NOON)
    assert outside(told(folder), later).statement == shown
    assert book.end_statement("closed-0001", "readers") is not None
    assert outside(told(folder), later).statement is None
    assert book.end_statement("closed-0001") is None


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"date": "2026-06-01T10:01"}, False),
        ({"date": "2026-06-01T10:00"}, True),
        ({"date": "2026-06-01T10:01", "pillar": "statement"}, True),
        ({"date": "2026-06-01T10:01", "status": "withdrawn"}, False),
        ({"date": None}, True),
    ],
    ids=["later", "before", "statement", "withdrawn", "undated"],
)
def test_only_what_a_date_brings_out_after_a_hold_began_is_frozen(tmp_path, changes, shown):
    put(tmp_path, {ARTICLE: article(changes)})
    since = NOON.replace(hour=9)  # 10:00 in London, where the tests' publication is
    publication = load_publication(tmp_path, SETTINGS, NOON, frozen_since=since)
    assert [a.path for a in publication.public] == ([ARTICLE] if shown else [])
    assert len(publication.articles) == 1


def test_a_hold_hides_what_a_date_brings_out_by_itself_and_no_statement(folder):
    ledger(folder, BEFORE).hold("A colleague has died")
    assert run(folder, "build").exit_code == 0
    site = folder / "site"
    assert (site / "articles/one/index.html").exists()
    assert (site / "articles/closed/index.html").exists()
    frozen = site / "articles/two/index.html"
    files = [file for file in sorted(site.rglob("*")) if file.suffix in {".html", ".xml", ".json"}]
    assert [file for file in files if "articles/two" in file.read_text("utf-8")] == []
    assert run(folder, "build", "--preview").exit_code == 0
    assert frozen.exists()
    ledger(folder).resume()
    assert run(folder, "build").exit_code == 0
    assert frozen.exists()
