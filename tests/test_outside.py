"""What the ledger tells the site, and that a build without git needs none of it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from publisher.content.freezing import Freeze
from publisher.content.publication import load_publication
from publisher.outside import NO_LEDGER, freeze_of, outside, snapshot_of
from publisher.settings import LedgerSettings
from publisher.site.views import Outside, Statement
from publisher.social.branch import LedgerError
from publisher.social.records import Approval, Published
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
    assert freeze_of(told(folder)) is None
    assert outside(told(folder), publication) == Outside({}, None)
    assert capsys.readouterr().err == ""


NO_SITE = (
    "Whether a hold stands cannot be told, so the site stays as it is; `publisher build --preview` "
    "builds one without asking"
)


def test_a_remote_that_does_not_answer_leaves_the_site_as_it_was(folder, caplog):
    assert run(folder, "build").exit_code == 0
    before = sorted((folder / "site").rglob("*"))
    put(folder, {"content/articles/2026/six.md": article({"id": "six-0001", "title": "Six"})})
    git(folder, "remote", "add", "origin", str(folder / "gone.git"))
    ran = run(folder, "build")
    assert (ran.exit_code, sorted((folder / "site").rglob("*"))) == (1, before)
    (said,) = caplog.messages
    assert said.startswith("the ledger cannot be read: ")
    assert said.endswith(f"Could not read from remote repository. {NO_SITE}")
    assert run(folder, "build", "--preview").exit_code == 0
    assert (folder / "site/articles/six/index.html").exists()


def test_without_git_there_is_no_ledger(folder, capsys, monkeypatch):
    monkeypatch.setenv("PATH", str(folder))
    assert told(folder) == NO_LEDGER
    assert capsys.readouterr().err == (
        "The ledger: git is not installed, and without it there is no ledger here.\n"
    )


def test_a_damaged_hold_counts_as_one_and_the_rest_is_used(folder, capsys):
    posted(folder, "one", "bluesky")
    ledger(folder).publish({"one-0001": seen("one")})
    write_by_hand(folder, "hold.json", b"{}")
    snapshot = told(folder)
    said = capsys.readouterr().err
    assert "hold.json in the ledger is no record" in said
    assert said.endswith(". It counts as a hold: nothing new appears on the site.\n")
    assert freeze_of(snapshot) == Freeze(None, {"one-0001"})
    assert [key.channel for key in snapshot.posts] == ["bluesky"]
    frozen = load_publication(folder, SETTINGS, NOON, freeze=freeze_of(snapshot))
    assert [article.id for article in frozen.public] == ["closed-0001", "one-0001"]
    run(folder, "announce", "--only", "one")
    assert set(ledger(folder).read().articles) == {"one-0001"}, "what is new stays so"


def test_a_ledger_without_a_name_that_git_knows_is_told(folder):
    settings = SETTINGS.model_copy(update={"ledger": LedgerSettings(remote="upstream")})
    with pytest.raises(LedgerError, match=r"`ledger\.remote` is `upstream`"):
        snapshot_of(folder, settings, lambda: NOON)


def seen(name: str, since: datetime = BEFORE) -> Published:
    return Published(path=f"content/articles/2026/{name}.md", slug=name, since=since)


def test_what_was_merged_during_a_hold_has_a_page_and_nothing_leads_there(folder):
    book = ledger(folder, BEFORE)
    book.publish({"one-0001": seen("one"), "new-0001": seen("new", NOON)})
    book.hold("A colleague has died")
    changes = {"id": "new-0001", "title": "New"}
    put(folder, {"content/articles/2026/new.md": article(changes | {"date": "2026-05-02"})})
    undated = article({"id": "bare-0001", "title": "Bare", "date": None})
    put(folder, {"content/articles/2026/bare.md": undated})
    assert run(folder, "build").exit_code == 0
    site = folder / "site"
    for name in ("new", "bare"):
        own = site / f"articles/{name}/index.html"
        assert own.exists()
        assert leading(site, name) <= {own, site / "digests.json"}
    assert site / "feed.xml" in leading(site, "one")
    assert site / "index.html" in leading(site, "closed"), "statements are what a hold is for"
    book.resume()
    assert run(folder, "build").exit_code == 0
    assert site / "feed.xml" in leading(site, "new") & leading(site, "bare")


def leading(site: Path, name: str) -> set[Path]:
    """The files of the site in which an article's address stands."""
    files = [file for file in site.rglob("*") if file.suffix in {".html", ".xml", ".json"}]
    return {file for file in files if f"articles/{name}/" in file.read_text("utf-8")}


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
    publication = load_publication(tmp_path, SETTINGS, NOON, freeze=Freeze(since))
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
