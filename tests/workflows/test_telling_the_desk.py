"""What did not go out, and a hold of which nobody speaks, reach somebody by name."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.workflows.runner import Job

RUN = "https://github.com/organisation/publication/actions/runs/7"
VARIABLES = {"PUBLISHER_ALERT": "editor"}


def alarm(github, result):
    runner = github.runner("schedule", variables=VARIABLES)
    return runner.run_after("publish.yml", "alarm", {"announce": Job(result=result)})


def remind(github, silent="true"):
    runner = github.runner("schedule", variables=VARIABLES)
    return runner.run_after("publish.yml", "remind", {"decide": Job("success", {"silent": silent})})


def age(github, **since):
    """Let the newest issue have been silent for so long."""
    issues = github.issues()
    issues[0]["updatedAt"] = f"{datetime.now(UTC) - timedelta(**since):%Y-%m-%dT%H:%M:%SZ}"
    (github.answers / "issues.json").write_text(json.dumps(issues))


def test_a_failure_opens_one_issue_is_repeated_once_a_day_and_closed_when_it_is_over(github):
    for _ in range(2):
        job = alarm(github, "failure")
        assert job.result == "success", job.log
    (issue,) = github.issues()
    assert (issue["title"], issue["labels"], issue["assignees"], issue["comments"]) == (
        "Announcing needs you",
        ["announcing"],
        ["editor"],
        [],
    )
    assert issue["body"].endswith(f"stands in the summary of {RUN}")
    age(github, hours=25)
    alarm(github, "failure")
    assert [RUN in comment for comment in github.issues()[0]["comments"]] == [True]
    alarm(github, "success")
    (issue,) = github.issues()
    assert (issue["state"], issue["comments"][-1]) == (
        "CLOSED",
        f"Announcing works again: {RUN}",
    )
    assert alarm(github, "success").result == "success"
    assert len(github.issues()) == 1


def test_an_hour_in_which_nothing_was_announced_tells_nobody(github):
    assert alarm(github, "skipped").result == "skipped"
    assert github.calls() == []


def test_a_silent_hold_is_spoken_of_every_two_hours(github):
    assert remind(github, "").result == "skipped"
    job = remind(github)
    assert job.result == "success", job.log
    (issue,) = github.issues()
    assert (issue["title"], issue["labels"], issue["assignees"]) == (
        "A hold stands",
        ["hold"],
        ["editor"],
    )
    age(github, minutes=119)
    remind(github)
    assert github.issues()[0]["comments"] == []
    age(github, minutes=121)
    remind(github)
    (comment,) = github.issues()[0]["comments"]
    assert comment.startswith("@editor: Nothing has been said here for two hours")


@pytest.mark.parametrize("job", ["alarm", "remind"])
def test_where_nobody_is_named_the_issue_opens_all_the_same(github, job):
    runner = github.runner("schedule")
    before = {
        "alarm": {"announce": Job(result="failure")},
        "remind": {"decide": Job(result="success", outputs={"silent": "true"})},
    }
    assert runner.run_after("publish.yml", job, before[job]).result == "success"
    assert github.issues()[0]["assignees"] == []
