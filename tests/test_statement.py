"""A statement from its draft to the banner, and past a hold to the networks."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from publisher.content.article import Pillar, Status
from tests.content.paper import article, load, told
from tests.desk import NOON, ROOT, desk, ledger, posted, run
from tests.social.repositories import write_by_hand

DRAFTS = sorted((ROOT / "content/statements").glob("*.md"))
ALL = ("bluesky", "facebook", "instagram", "linkedin", "mastodon", "threads")
CASES = ("data-breach", "death-of-a-colleague", "infection", "outage", "violence")


@pytest.fixture
def folder(tmp_path):
    return desk(tmp_path / "publication")


def test_the_common_cases_are_drafted_in_english_and_spanish():
    names = [file.stem for file in DRAFTS]
    assert set(names) == {*CASES, *(f"{case}.es" for case in CASES)}


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda file: file.stem)
def test_a_draft_with_its_blanks_filled_in_is_a_whole_statement(folder, draft):
    (folder / "content/statements").mkdir()
    (folder / "content/statements" / draft.name).write_text(draft.read_text("utf-8"))
    ran = run(folder, "new", "We are here", "--author", "team", "--from", draft.stem)
    assert ran.exit_code == 0, ran.output
    file = folder / "content/articles/2026/we-are-here.md"
    begun = file.read_text("utf-8")
    publication = load(folder, at=NOON)
    assert publication.findings == ()
    (statement,) = (a for a in publication.articles if a.slug == "we-are-here")
    assert (statement.status, statement.pillar) == (Status.DRAFT, Pillar.STATEMENT)
    assert statement.language == ("es" if draft.stem.endswith(".es") else "en")
    ready = begun.replace("status: draft", "status: ready").replace("topics: []", "topics: [sleep]")
    ready = ready.replace("reviewer:", "reviewer: readers", 1)
    file.write_text(ready)
    found = load(folder, at=NOON).findings
    assert {finding.check for finding in found} == {"form-blank"}
    file.write_text(re.sub(r"\[(?!sleep|\"team|patients)[^\[\]]+\]", "the ward", ready))
    assert load(folder, at=NOON).findings == ()


def test_drafts_are_neither_articles_nor_pages(folder):
    before = run(folder, "check", "--format", "json").stdout
    (folder / "content/statements").mkdir()
    (folder / "content/statements/outage.md").write_text(DRAFTS[0].read_text("utf-8"))
    assert run(folder, "check", "--format", "json").stdout == before


def test_a_draft_that_is_not_there_is_told(folder):
    (folder / "content/statements").mkdir()
    (folder / "content/statements/outage.md").write_text("---\n---\n")
    ran = run(folder, "new", "We are here", "--from", "flood")
    assert ran.exit_code == 2
    assert re.fullmatch(
        r"there is no draft `flood` in .*content/statements/; there are: outage\n", ran.stderr
    )


STATEMENT = {"pillar": "statement", "reviewer": "readers"}


def test_a_blank_is_told_where_it_stands(tmp_path: Path):
    text = article(
        STATEMENT | {"title": '"[What fails] is down"', "social": "{hook: 'Call [number].'}"},
        "As of [time, \nday].\n\n[On](https://example.org/a) ![x][y] [^1] `[code]`\n\n[y]: a\n",
    )
    found = [line for line in told(tmp_path, text) if "form-blank" in line]
    fix = "is still to be filled in; say what is so, or delete the sentence"
    assert found == [
        f"3:1 form-blank: `[What fails]` {fix}",
        f"12:10 form-blank: `[number]` {fix}",
        f"15:7 form-blank: `[time, day]` {fix}",
    ]


@pytest.mark.parametrize("changes", [{"status": "draft"}, {"pillar": "community"}])
def test_a_draft_may_have_blanks_and_another_article_may_quote(tmp_path: Path, changes):
    text = article(STATEMENT | changes, "“We were [sic] there.”\n")
    assert [line for line in told(tmp_path, text) if "form-blank" in line] == []


def test_a_statement_is_released_stands_and_is_taken_down(folder):
    ran = run(folder, "statement", "closed", "--approved-by", "readers")
    assert (ran.exit_code, ran.stdout.splitlines()[1:]) == (
        0,
        ["It goes out with the next `publisher announce`, and the next build shows it."],
    )
    snapshot = ledger(folder).read()
    assert snapshot.statements["closed-0001"].by == "readers"
    assert snapshot.approvals["closed-0001"].by == "readers"
    assert run(folder, "build").exit_code == 0
    banner = '<p class="statement" lang="en"><a href="../articles/closed/">We are closed today</a>'
    assert banner in (folder / "site/articles/one/index.html").read_text().replace("../../", "../")
    since = "Statement closed stands since 2026-06-01 12:00 UTC, on the word of readers\n"
    assert since in run(folder, "status").stdout
    assert run(folder, "statement", "closed", "--end").stdout == (
        "content/articles/2026/closed.md: the banner is down\n"
    )
    over = "Statement closed stood from 2026-06-01 12:00 UTC until 2026-06-01 12:00 UTC, on the"
    assert over in run(folder, "status").stdout
    (told,) = json.loads(run(folder, "status", "--format", "json").stdout)["statements"]
    assert (told["article"], told["by"]) == ("closed-0001", "readers")
    assert run(folder, "statement", "closed", "--end").stdout == (
        "content/articles/2026/closed.md: no banner stood\n"
    )


def plan(folder):
    arguments = ("announce", "--dry-run", "--only", "closed", "--format", "json")
    document = json.loads(run(folder, *arguments).stdout)
    return {(one["channel"], one["occasion"]) for one in document["by_hand"]}


def test_a_released_statement_goes_out_during_a_hold_where_nothing_of_it_is_out(folder):
    ledger(folder).hold("A colleague has died")
    run(folder, "statement", "closed", "--approved-by", "readers")
    assert plan(folder) == {(name, "statement") for name in ALL}
    posted(folder, "closed", "threads", during_hold=True)
    assert plan(folder) == {(name, "statement") for name in ALL if name != "threads"}
    run(folder, "statement", "closed", "--end")
    assert plan(folder) == set()


@pytest.mark.parametrize(
    "before",
    [("release", "closed"), ("skip", "closed", "--reason", "Not yet"), ("announce", "--seed")],
    ids=lambda arguments: arguments[0],
)
def test_a_statement_goes_out_whatever_was_decided_about_its_launch(folder, before):
    run(folder, "announce", "--only", "one", at=NOON - timedelta(days=30))
    assert run(folder, *before).exit_code == 0
    run(folder, "statement", "closed", "--approved-by", "readers")
    assert plan(folder) == {(name, "statement") for name in ALL}


def test_a_statement_that_is_out_as_an_article_says_so(folder):
    posted(folder, "closed", "threads")
    run(folder, "statement", "closed", "--approved-by", "readers")
    told = run(folder, "announce", "--dry-run", "--only", "closed").stdout
    assert (
        "not due: content/articles/2026/closed.md (statement) on threads: it went out before it "
        "was a statement: https://threads.example/closed\n"
    ) in told
    skipped = run(folder, "skip", "closed", "threads", "--reason", "Old").exit_code
    assert (skipped, plan(folder)) == (1, {(n, "statement") for n in ALL if n != "threads"})


def test_a_statement_that_was_taken_down_is_over(folder):
    run(folder, "announce", "--only", "one", at=NOON - timedelta(days=30))
    run(folder, "statement", "closed", "--approved-by", "readers")
    run(folder, "statement", "closed", "--end")
    told = run(folder, "announce", "--dry-run", "--only", "closed", at=NOON + timedelta(hours=1))
    assert "(statement) on bluesky, facebook, instagram, " in told.stdout
    assert ": it was to go out until 2026-06-01 12:00 UTC; that is over\n" in told.stdout


def test_a_damaged_record_of_a_statement_blocks_it_and_nothing_else(folder):
    run(folder, "announce", "--only", "one", at=NOON - timedelta(days=30))
    run(folder, "statement", "closed", "--approved-by", "readers")
    posted(folder, "closed", "threads", occasion="statement")
    write_by_hand(folder, "statements/closed-0001.json", b"{}")
    document = json.loads(run(folder, "announce", "--dry-run", "--format", "json").stdout)
    assert {one["article"] for one in document["by_hand"]} == {"two-0001"}
    (told,) = {one["reason"] for one in document["waiting"] if one["article"] == "closed-0001"}
    assert told.startswith("its record is damaged: statements/closed-0001.json in the ledger is")


def test_what_went_out_as_a_statement_is_not_launched_when_its_record_is_gone(folder):
    run(folder, "announce", "--only", "one", at=NOON - timedelta(days=30))
    posted(folder, "closed", "threads", occasion="statement")
    told = run(folder, "announce", "--dry-run", "--only", "threads").stdout
    assert "threads: it went out as a statement: https://threads.example/closed\n" in told


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nine", "--approved-by", "readers"], 1, "no article `nine` with an id"),
        (["one", "--approved-by", "readers"], 1, "its pillar is `community`"),
        (["closed"], 2, "say who agrees, with --approved-by"),
        (["closed", "--approved-by", "team"], 2, "`team` is an author of it"),
        (["closed", "--approved-by", "nobody"], 2, "`nobody` is not in people.yml"),
    ],
)
def test_what_is_no_statement_that_somebody_agreed_to_is_not_released(
    folder, arguments, code, said
):
    ran = run(folder, "statement", *arguments)
    assert (ran.exit_code, said in ran.stderr) == (code, True), ran.output
    assert ledger(folder).read().commit is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("status: ready", "status: draft", "its status is `draft`"),
        ("date: 2026-06-01", "date: 2026-06-02", "its date is still to come"),
        ("Words.", "We open at [time].", "closed.md:14: `[time]` is still to be filled in"),
    ],
)
def test_a_statement_that_is_not_finished_is_not_released(folder, before, after, said):
    file = folder / "content/articles/2026/closed.md"
    file.write_text(file.read_text().replace(before, after))
    ran = run(folder, "statement", "closed", "--approved-by", "readers")
    assert (ran.exit_code, said in ran.stderr) == (1, True), ran.output
