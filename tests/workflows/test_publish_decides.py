"""The first job of publish.yml: seconds, nothing installed, never a page too late."""

import base64
import json
import time
from datetime import UTC, datetime

import pytest

from tests.workflows.runner import read

# Before any date in the sample publication, so that these tests set the only one.
LAST = "2001-03-14T08:13:00Z"
ARTIFACTS = "GET-repos-organisation-publication-actions-artifacts-name=next-post-per_page=1"
HOLD = "GET-repos-organisation-publication-contents-hold.json-ref=ledger"
LEDGER = "GET-repos-organisation-publication-commits-sha=ledger-per_page=1"
NOW = int(datetime(2001, 3, 14, 9, 13, tzinfo=UTC).timestamp())


@pytest.fixture
def hourly(github):
    """A commit published at 08:13 and perhaps a date in it; gives the hourly runner of 09:13."""

    def runner(date="2001-03-15"):
        github.write("content/articles/a-draft.md", f"---\ntitle: A\ndate: {date}\n---\n")
        runner = github.runner("schedule", SOURCE_DATE_EPOCH=str(NOW))
        github.answer("runs", [run(1, runner.github["sha"])])
        github.answer("run-1", jobs(decide="success", build="success", deploy="success"))
        github.next_post("never")
        return runner

    return runner


def run(number, sha, created=LAST):
    return {
        "databaseId": number,
        "workflow": "publish.yml",
        "headBranch": "main",
        "status": "completed",
        "createdAt": created,
        "headSha": sha,
    }


def jobs(**conclusions):
    names = {key: job["name"] for key, job in read("publish.yml")["jobs"].items()}
    return {"jobs": [{"name": names[key], "conclusion": how} for key, how in conclusions.items()]}


def due(runner):
    job = runner.run("publish.yml", "decide")["decide"]
    assert job.result == "success", job.log
    return job.outputs["due"]


@pytest.mark.parametrize("event", ["push", "workflow_dispatch"])
def test_a_push_and_a_pressed_button_always_go_on(github, event):
    assert due(github.runner(event)) == "true"
    assert github.calls() == []


def test_only_the_main_branch_is_published(github):
    runner = github.runner("workflow_dispatch")
    runner.github["ref"] = "refs/heads/an-idea"
    assert {job.result for job in runner.run("publish.yml").values()} == {"skipped"}


def test_an_hour_in_which_no_date_arrives_ends_in_seconds(github, hourly):
    runner = hourly()
    github.answer(LEDGER, [])
    began = time.monotonic()
    ran = runner.run("publish.yml")
    assert time.monotonic() - began < 10
    assert ran["decide"].log["Look at the dates"] == "Nothing is due.\n"
    assert ran["decide"].outputs["announce"] == "false"
    assert {key: job.result for key, job in ran.items()} == {
        "decide": "success",
        "build": "skipped",
        "deploy": "skipped",
        "ping": "skipped",
        "announce": "skipped",
        "alarm": "skipped",
        "remind": "skipped",
        "tell": "skipped",
        "keep": "skipped",
    }
    assert [call.partition("?")[0] for call in github.calls()] == [
        "run list",
        "run view",
        "api repos/organisation/publication/commits",
        "api repos/organisation/publication/actions/artifacts",
        "run download",
        "api repos/organisation/publication/contents/hold.json",
    ]
    assert not (github.workspace / ".venv").exists()


def test_an_hour_in_which_a_date_arrives_goes_on(hourly):
    assert due(hourly("2001-03-14")) == "true"


def test_a_commit_whose_run_was_dropped_from_the_queue_is_published_by_the_next_hour(
    github, hourly
):
    runner = hourly()
    github.answer("runs", [run(2, runner.github["sha"]), run(1, "0" * 40)])
    github.answer("run-2", {"jobs": []})
    assert due(runner) == "true"


@pytest.mark.parametrize("told", ["tell", "ping", "announce", "alarm", "remind"])
def test_a_run_that_failed_only_to_tell_somebody_is_not_repeated_every_hour(github, hourly, told):
    runner = hourly()
    published = jobs(decide="success", build="success", deploy="success", **{told: "failure"})
    github.answer("run-1", published)
    assert due(runner) == "false"


@pytest.mark.parametrize("failed", ["decide", "build", "deploy"])
def test_a_run_that_failed_to_publish_is_repeated(github, hourly, failed):
    runner = hourly()
    github.answer("run-1", jobs(**{"tell": "skipped", failed: "failure"}))
    assert due(runner) == "true"


def test_time_is_counted_from_the_newest_run_that_published(github, hourly):
    runner = hourly("2001-03-14T08:30Z")
    sha = runner.github["sha"]
    github.answer("runs", [run(2, sha, "2001-03-14T08:40:00Z"), run(1, sha)])
    github.answer("run-2", jobs(decide="success", build="skipped", deploy="skipped"))
    assert due(runner) == "false"
    github.answer("run-2", jobs(decide="success", build="failure", deploy="skipped"))
    assert due(runner) == "true"


def test_runs_that_published_nothing_are_passed_over(github, hourly):
    runner = hourly()
    sha = runner.github["sha"]
    github.answer("runs", [run(3, sha), run(2, sha), run(1, sha)])
    github.answer("run-3", {"jobs": []})
    github.answer("run-2", jobs(decide="failure", build="skipped", deploy="skipped"))
    assert due(runner) == "false"


def decided(runner):
    outputs = runner.run("publish.yml", "decide")["decide"].outputs
    return outputs["due"], outputs["announce"], outputs["silent"]


def test_a_post_that_waited_for_its_hour_is_announced_without_a_new_page(github, hourly):
    runner = hourly()
    github.next_post("2001-03-14T09:13:00+00:00")
    assert decided(runner) == ("false", "true", "")
    github.next_post("2001-03-14T09:13:01+00:00")
    assert decided(runner) == ("false", "false", "")


def test_an_announcement_that_left_no_word_is_repeated(github, hourly):
    runner = hourly()
    (github.answers / f"{ARTIFACTS}.json").unlink()
    assert decided(runner) == ("false", "true", "")


def test_a_ledger_that_has_changed_since_changes_the_site_and_what_is_due(github, hourly):
    runner = hourly()
    github.answer(LEDGER, [])
    assert decided(runner) == ("false", "false", "")
    github.answer(LEDGER, [{"sha": "0" * 40}])
    assert decided(runner) == ("true", "true", "")


def test_a_ledger_on_a_branch_of_another_name_is_the_one_that_counts(github, hourly):
    hourly()
    github.edit("mkdocs.yml", "sample: true", "ledger: {branch: posts}")
    runner = github.runner("schedule", SOURCE_DATE_EPOCH=str(NOW))
    github.answer("runs", [run(1, runner.github["sha"])])
    hold = json.dumps({"since": "2001-03-14T07:00:00Z"}).encode()
    github.answer(HOLD.replace("ledger", "posts"), {"content": base64.encodebytes(hold).decode()})
    github.answer(LEDGER.replace("ledger", "posts"), [])
    assert decided(runner) == ("false", "false", "true")
    github.answer(LEDGER.replace("ledger", "posts"), [{"sha": "0" * 40}])
    assert decided(runner) == ("true", "true", "true")


@pytest.mark.parametrize(("since", "silent"), [("07:13:00", "true"), ("07:14:00", "")])
def test_a_hold_is_noticed_after_two_hours(github, hourly, since, silent):
    runner = hourly()
    hold = json.dumps({"since": f"2001-03-14T{since}Z"}).encode()
    github.answer(HOLD, {"content": base64.encodebytes(hold).decode()})
    assert decided(runner) == ("false", "false", silent)


@pytest.mark.parametrize("missing", ["runs", "run-1"])
def test_when_github_does_not_answer_it_is_due(github, hourly, missing):
    runner = hourly()
    (github.answers / f"{missing}.json").unlink()
    assert due(runner) == "true"


def test_when_nothing_was_ever_published_it_is_due(github, hourly):
    runner = hourly()
    github.answer("runs", [])
    assert due(runner) == "true"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("mkdocs.yml", "time_zone: Europe/London", "time_zone: Europe/Londn"),
        ("publisher/site/due.py", "def main", "def no_longer_main"),
    ],
)
def test_when_the_dates_cannot_be_read_it_is_due(github, hourly, path, before, after):
    hourly()
    github.edit(path, before, after)
    runner = github.runner("schedule", SOURCE_DATE_EPOCH=str(NOW))
    github.answer("runs", [run(1, runner.github["sha"])])
    assert due(runner) == "true"
    assert "run view" in github.calls()


ENABLE = "PUT-repos-organisation-publication-actions-workflows-{}.yml-enable"
DAY = 24 * 60 * 60


def keep(github, days):
    """Run publish.yml's own care for its schedule, `days` after the newest commit."""
    runner = github.runner("push", SOURCE_DATE_EPOCH=str(int(time.time()) + days * DAY))
    return runner.run("publish.yml", "decide", "keep")["keep"]


def test_a_repository_where_something_happens_needs_no_care(github):
    github.write("content/articles/a-draft.md", "---\ntitle: A\n---\n")
    assert keep(github, 49).result == "skipped"


def test_after_fifty_quiet_days_the_workflows_are_enabled_anew(github):
    github.write("content/articles/a-draft.md", "---\ntitle: A\n---\n")
    for name in ("publish", "remaining"):
        github.answer(ENABLE.format(name), None)
    job = keep(github, 51)
    assert (job.result, job.log) == ("success", {"Enable the workflows again": ""})
    assert github.calls() == ["api --method"] * 2


def test_where_that_is_refused_a_person_is_told_what_to_do(github):
    github.write("content/articles/a-draft.md", "---\ntitle: A\n---\n")
    job = keep(github, 51)
    assert job.result == "success"
    assert job.log["Enable the workflows again"].splitlines()[-1] == (
        "::warning title=The hourly run will stop soon::GitHub stops it after 60 days "
        'without a commit: commit something, or open Actions, Publish, "Enable workflow".'
    )


def test_a_private_repository_needs_no_care(github):
    runner = github.runner("push", SOURCE_DATE_EPOCH=str(int(time.time()) + 99 * DAY))
    runner.github["repository_visibility"] = "private"
    assert runner.run("publish.yml", "decide", "keep")["keep"].result == "skipped"
