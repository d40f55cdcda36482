"""The verbs of announcing, where every network is served by hand."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from publisher import checks
from publisher.checks._document import documents
from publisher.cli import announcement_of
from publisher.content.passages import Passage
from publisher.content.publication import Publication
from tests.announcing import AT_ONCE, BEGUN, NOW, Site, named, publication, run
from tests.content.paper import put
from tests.social.repositories import git

BY_HAND = {
    "channels": {
        "bluesky": {"send": "by-hand"},
        "facebook": {"send": "never"},
        "instagram": {"send": "never"},
        "linkedin": {"send": "never"},
        "mastodon": {"send": "by-hand"},
        "threads": {"send": "never"},
        "x": {"send": "never"},
    }
}
NOTHING = "content/articles/2026/number-0.md (launch) on bluesky, mastodon: "


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path, site: Site) -> Path:
    """A publication that has begun to announce before its one article came out, and shows it."""
    made = publication(tmp_path / "one", site, dict([named(0)]), **(AT_ONCE | BY_HAND))
    assert run(made, "announce", now=BEGUN).returncode == 0
    site.show(made)
    return made


def test_a_dry_run_tells_the_plan_and_writes_nothing(folder: Path):
    before = git(folder, "rev-parse", "ledger")
    told = run(folder, "announce", "--dry-run")
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[:2] == [
        "due: number-0 on bluesky (launch)",
        "due: number-0 on mastodon (launch)",
    ]
    begin = "to be posted by hand: number-0 on bluesky (launch): https://bsky.app/intent/compose"
    assert lines[2].startswith(begin)
    assert git(folder, "rev-parse", "ledger") == before


def test_a_dry_run_for_a_machine(folder: Path):
    told = json.loads(run(folder, "announce", "--dry-run", "--format", "json").stdout)
    key = {"article": "article-0", "path": "content/articles/2026/number-0.md"}
    assert told["due"] == [
        key | {"channel": name, "occasion": "launch", "at": "2026-06-01T12:00:00+00:00"}
        for name in ("bluesky", "mastodon")
    ]
    assert [sorted(one) for one in told["by_hand"]] == [
        ["alt", "article", "channel", "compose", "occasion", "picture", "text"]
    ] * 2
    assert (told["results"], told["waiting"], told["costs"]) == ([], [], {})


def test_what_somebody_has_posted_is_written_down(folder: Path):
    url = "https://bsky.app/profile/one/post/1"
    told = run(folder, "announce", "--sent", "number-0", "bluesky", url, GITHUB_ACTOR="desk-lead")
    assert (told.returncode, told.stdout) == (
        0,
        "Posted by hand: number-0 on bluesky (launch)\n",
    )
    kept = json.loads(git(folder, "show", "ledger:posts/article-0/bluesky/launch.json"))
    assert (kept["state"], kept["url"], kept["by"]) == ("posted", url, "desk-lead")
    assert f"on bluesky: it went out: {url}" in run(folder, "announce", "--dry-run").stdout
    again = run(folder, "announce", "--sent", "number-0", "bluesky", url)
    assert (again.returncode, again.stderr) == (
        1,
        "nothing of it is left to post on bluesky; `publisher status` shows what is\n",
    )


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ("announce", "--sent", "number-9", "bluesky", "https://bsky.app/profile/a/post/1"),
            1,
            "no article `number-9` with an id can be read; name one by path, slug or id\n",
        ),
        (
            ("announce", "--sent", "number-0", "orkut", "https://orkut.example/1"),
            1,
            "`orkut` is no network that is used; they are bluesky, mastodon\n",
        ),
        (
            ("announce", "--sent", "number-0", "bluesky", "done"),
            1,
            "paste the post's own, as https://bsky.app/profile/…/post/…\n",
        ),
        (
            ("announce", "--only", "orkut"),
            2,
            "Error: `orkut` is no network that is used here, and no article that can be read\n",
        ),
        (
            ("skip", "number-0", "--reason", " "),
            2,
            'Error: say why, as: --reason "The clinic has moved"\n',
        ),
        (
            ("release", "number-9"),
            1,
            "no article `number-9` with an id can be read; name one by path, slug or id\n",
        ),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, arguments, code: int, told: str):
    done = run(folder, *arguments)
    assert done.returncode == code
    assert done.stderr.endswith(told)


def test_one_network_or_one_article_alone(folder: Path):
    for name in ("mastodon", "number-0"):
        told = json.loads(
            run(folder, "announce", "--dry-run", "--only", name, "--format", "json").stdout
        )
        assert {one["channel"] for one in told["due"]} == (
            {"mastodon"} if name == "mastodon" else {"bluesky", "mastodon"}
        )


@pytest.mark.parametrize(
    ("moment", "due"),
    [("2026-06-01T12:59", False), ("2026-06-01T13:00", True), ("2026-06-01T12:00Z", True)],
)
def test_a_moment_without_a_zone_is_the_publication_s(folder: Path, moment: str, *, due: bool):
    """London is an hour ahead in June, wherever the computer stands."""
    told = run(folder, "announce", "--dry-run", "--as-of", moment, TZ="America/New_York")
    assert ("due: number-0 on bluesky (launch)" in told.stdout.splitlines()) == due


def test_seeding_counts_all_that_is_out_as_seen(folder: Path):
    told = run(folder, "announce", "--seed")
    assert told.stdout == "2 posts count as seen and will not go out\n"
    later = run(folder, "announce", now=NOW + timedelta(hours=1))
    assert later.stdout == (
        f"nothing is due\nnot due: {NOTHING}it was out before we began to announce\n"
    )


def test_skipped_is_not_due_and_released_is_due_again(folder: Path):
    assert run(folder, "skip", "number-0", "--reason", "Old").returncode == 0
    assert run(folder, "announce").stdout == (
        f"nothing is due\nnot due: {NOTHING}somebody skipped it: Old\n"
    )
    assert run(folder, "release", "number-0", "bluesky").stdout == (
        "Released: number-0 on bluesky (launch)\n"
    )
    assert "due: number-0 on bluesky (launch)" in run(folder, "announce", "--dry-run").stdout


def test_the_end_of_a_hold_lists_each_post_that_came_due_with_what_can_be_done(folder: Path):
    run(folder, "hold", "--reason", "A colleague has died", now=BEGUN + timedelta(days=1))
    told = run(folder, "resume", "--by", "desk")
    posts = [
        f"Came due meanwhile: number-0 on {name} (launch)\n"
        f"  publisher release number-0 {name}\n"
        f'  publisher skip number-0 {name} --reason "…"\n'
        for name in ("bluesky", "mastodon")
    ]
    assert (told.returncode, told.stdout) == (
        0,
        "The hold of 2026-05-02 13:00 BST is over: A colleague has died\n"
        "Came out meanwhile: content/articles/2026/number-0.md\n" + "".join(posts),
    )
    assert "due: number-0" not in run(folder, "announce", "--dry-run").stdout
    assert run(folder, "release", "number-0", "bluesky").returncode == 0
    assert run(folder, "skip", "number-0", "mastodon", "--reason", "Old").returncode == 0
    plan = run(folder, "announce", "--dry-run").stdout.splitlines()
    assert plan[0] == "due: number-0 on bluesky (launch)"
    assert plan[-1] == f"not due: {NOTHING.replace('bluesky, ', '')}somebody skipped it: Old"


def test_what_went_out_before_a_hold_or_comes_due_after_it_is_not_listed(folder: Path):
    run(folder, "skip", "number-0", "--reason", "Old")
    run(folder, "hold", "--reason", "Outage")
    told = run(folder, "resume", now=NOW + timedelta(hours=1))
    assert told.stdout == "The hold of 2026-06-03 15:00 BST is over: Outage\n"


def test_nothing_is_due_makes_no_commit(folder: Path):
    run(folder, "announce", "--seed")
    before = git(folder, "rev-parse", "ledger")
    assert run(folder, "announce").returncode == 0
    assert run(folder, "reconcile").stdout == "nothing is unknown\n"
    assert git(folder, "rev-parse", "ledger") == before


def test_of_a_sample_nothing_is_even_written_down(tmp_path: Path):
    with Site() as site:
        made = publication(tmp_path / "one", site, dict([named(0)]), sample=True)
        told = run(made, "announce")
    assert told.returncode == 0
    assert "this is a sample: set `sample: false` and your own `site_url`" in told.stdout
    assert git(made, "branch", "--list", "ledger") == ""


def test_on_github_the_summary_says_what_to_do(folder: Path):
    summary = folder.parent / "summary.md"
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    assert run(folder, "announce", now=NOW, **github).returncode == 0
    lines = summary.read_text().splitlines()
    assert lines[:2] == ["## Announcement", ""]
    assert lines[2].startswith("- Post by hand: number-0 on bluesky (launch), [write it there](<")


def test_nobody_is_asked_to_post_what_readers_cannot_open(folder: Path, site: Site):
    page = site.pages.pop("/articles/number-0/")
    told = run(folder, "announce", "--format", "json")
    document = json.loads(told.stdout)
    assert (told.returncode, document["by_hand"]) == (1, [])
    address = f"{site.url}articles/number-0/"
    assert {one["reason"] for one in document["results"]} == {
        f"not yet: {address} answers with status 404"
    }
    site.pages["/articles/number-0/"] = page
    later = json.loads(run(folder, "announce", "--format", "json").stdout)
    assert [one["channel"] for one in later["by_hand"]] == ["bluesky", "mastodon"]


def test_what_a_person_pastes_has_a_link_that_leads_somewhere(folder: Path, site: Site):
    told = json.loads(run(folder, "announce", "--dry-run", "--format", "json").stdout)
    for post in told["by_hand"]:
        assert f"{site.url}articles/number-0/?utm_source={post['channel']}&" in post["text"]
        assert "..." not in post["text"]


def test_what_is_to_come_can_be_skipped_before_its_time(folder: Path):
    told = run(folder, "skip", "number-0", "--reason", "Old", now=BEGUN + timedelta(hours=1))
    assert told.stdout == (
        "Skipped: number-0 on bluesky (launch)\nSkipped: number-0 on mastodon (launch)\n"
    )
    assert run(folder, "announce").stdout == (
        f"nothing is due\nnot due: {NOTHING}somebody skipped it: Old\n"
    )


def test_a_back_catalogue_is_one_line_for_each_article(tmp_path: Path, site: Site):
    made = publication(tmp_path / "late", site, dict([named(0)]), **(AT_ONCE | BY_HAND))
    run(made, "announce")
    late = run(made, "announce", now=NOW + timedelta(hours=1)).stdout
    assert late == (
        f"nothing is due\nnot due: {NOTHING}it came out before the network was used, which is so "
        "since 2026-06-03 15:00 BST\n"
    )


def test_an_article_whose_id_a_copy_took_along_is_not_announced_again(folder: Path):
    """The copy has the shorter name, so the original seems to be the copy, and gets a new id."""
    assert run(folder, "announce").returncode == 0
    assert run(folder, "skip", "number-0", "--reason", "Posted elsewhere").returncode == 0
    original = folder / "content/articles/2026/number-0.md"
    original.with_name("n.md").write_text(original.read_text())
    run(folder, "announce", now=NOW + timedelta(hours=1))
    original.write_text(original.read_text().replace("article-0", "new-number"))
    told = run(folder, "announce", "--dry-run", now=NOW + timedelta(hours=2)).stdout
    assert told.startswith("nothing is due\n")
    assert "write `id: article-0` in the place of its own, or if it is another article" in told


def test_an_article_that_lost_id_name_and_title_is_not_announced_as_another(folder: Path):
    assert run(folder, "announce").returncode == 0
    assert run(folder, "skip", "number-0", "--reason", "Posted elsewhere").returncode == 0
    old = folder / "content/articles/2026/number-0.md"
    text = old.read_text().replace("id: article-0\n", "").replace("Number 0", "Why we wash")
    old.unlink()
    old.with_name("soap.md").write_text(text)
    assert run(folder, "check", "--fix").returncode == 0
    told = run(folder, "announce", "--dry-run", now=NOW + timedelta(hours=2)).stdout
    assert told == (
        "nothing is due\n"
        "not due: content/articles/2026/soap.md (launch) on bluesky, mastodon: it looks like "
        "content/articles/2026/number-0.md, which was published and is gone; write `id: article-0` "
        "in the place of its own and `aliases: [articles/number-0/]`, or if it is another article, "
        "`publisher release soap`\n"
    )
    released = run(folder, "release", "soap", now=NOW + timedelta(hours=2))
    assert released.returncode == 0
    told = run(folder, "announce", "--dry-run", now=NOW + timedelta(hours=2)).stdout
    assert told.startswith("due: soap on bluesky (launch)\n")


def test_a_new_article_is_no_old_one_because_another_is_gone(folder: Path):
    assert run(folder, "announce").returncode == 0
    (folder / "content/articles/2026/number-0.md").unlink()
    path, text = named(3060)  # an hour after the other was seen
    (folder / path).with_name("soap.md").write_text(text)
    later = NOW + timedelta(days=1)
    assert "due: soap on" in run(folder, "announce", "--dry-run", now=later).stdout


def test_a_token_that_ends_soon_is_told_by_each_run_and_has_an_issue(folder: Path, tmp_path: Path):
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("linkedin:\n        send: never", "linkedin: {}"))
    given = {"PUBLISHER_LINKEDIN_TOKEN_EXPIRES": "2026-06-04"}
    summary = tmp_path / "summary.md"
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    told = run(folder, "announce", "--format", "json", now=NOW, **given, **github)
    line = "LinkedIn: the token expires tomorrow; renew it as docs/accounts.md says"
    document = json.loads(told.stdout)
    assert (told.returncode, document["warnings"]) == (0, [line])
    assert f"::warning title=Soon::{line}" in told.stderr
    assert f"### Soon\n\n- {line}\n" in summary.read_text()
    assert f"warning: {line}\n" in run(folder, "announce", "--dry-run", now=NOW, **given).stdout
    announced = tmp_path / "announced.json"
    announced.write_text(told.stdout)
    issue = json.loads(run(folder, "handover", str(announced)).stdout)["issues"][-1]
    assert (issue["title"], issue["marker"]) == (
        "Renew the token for LinkedIn before 2026-06-04",
        "<!-- publisher: renew LinkedIn 2026-06-04 -->",
    )
    assert "`PUBLISHER_LINKEDIN_TOKEN_EXPIRES`" in issue["body"]
    far = dict.fromkeys(given, "2026-08-04")
    assert "warning" not in run(folder, "announce", "--dry-run", now=NOW, **far).stdout


def test_what_is_announced_is_checked_once(folder: Path, monkeypatch: pytest.MonkeyPatch):
    looked: list[str] = []

    def counted(written: Publication, posts: Mapping[str, tuple[Passage, ...]]):
        looked.extend(article.path for article in written.articles)
        return documents(written, posts)

    monkeypatch.setattr(checks, "documents", counted)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    path, text = named(1)
    told = "One of our patients told us that the letter had frightened her."
    put(folder, {path: text.replace("Words.", told)})
    announcement = announcement_of(str(folder / "mkdocs.yml"), to_send=True)
    report = announcement.dry_run(None, None)
    assert {wish.article.path for wish in report.plan.due} == {named(0)[0]}
    assert sorted(looked) == [named(0)[0], path]
