"""A review of a pull request becomes a sign-off, and stops being one."""

import json

import pytest

from tests.test_reviewing import PULL, event
from tests.workflows.runner import read
from tests.workflows.test_desk import ledger

ID = "c2r8-frst9m"
ARTICLE = "content/articles/2026/the-first-hour/index.md"
RECORD = f"approvals/{ID}.json"
STATE = "GET-repos-organisation-publication-pulls-2-reviews-80"
LATER = {"SOURCE_DATE_EPOCH": "1795435200"}


def payload(head, base, *, repository="organisation/publication", **changes):
    given = event(head, base, **changes)
    given["pull_request"]["head"]["repo"] = {"full_name": repository}
    return given


@pytest.fixture
def pull(installed):
    """A pull request that changes an article and what is run, as (newest commit, its base)."""
    if installed.git("branch", "--list", "ledger"):
        installed.git("branch", "--delete", "--force", "ledger")
    installed.edit(
        "content/people.yml",
        "health-literacy-team:\n",
        "health-literacy-team:\n  github: a-nurse\n",
    )
    base = installed.git("rev-parse", "HEAD")
    installed.git("checkout", "--quiet", "-b", "soap")
    installed.append(ARTICLE, "\nOne more word.\n")
    installed.write("mkdocs.yml", "hooks: [hook.py]\n")
    installed.write("scripts/environment", "exit 7\n")
    head = installed.git("rev-parse", "HEAD")
    installed.git("checkout", "--quiet", "main")
    yield head, base
    installed.git("branch", "--delete", "--force", "soap")


def reviewed(github, given, now):
    github.answer(STATE, {"state": now})
    return github.runner("pull_request_review", payload=given, **LATER).run("sign-off.yml")


def test_an_approving_review_is_written_down_and_a_dismissal_takes_it_back(installed, pull):
    ran = reviewed(installed, payload(*pull), "APPROVED")
    assert ran["record"].result == "success", ran["record"].log
    line = f"{ARTICLE}: approved by health-literacy-team in {PULL}#pullrequestreview-80\n"
    assert ran["record"].summary == line
    assert ran["elsewhere"].result == "skipped"
    record = json.loads(ledger(installed)[RECORD])
    assert (record["by"], record["commit"]) == ("health-literacy-team", pull[0])

    # A run that is started again later has the event of then.
    ran = reviewed(installed, payload(*pull), "DISMISSED")
    assert "Write it down" not in ran["record"].steps
    assert "The review has become dismissed" in ran["record"].log["Look how the review stands"]

    gone = payload(*pull, action="dismissed", state="dismissed")
    ran = reviewed(installed, gone, "DISMISSED")
    assert ran["record"].summary == "the-first-hour: the approval is taken back\n"
    assert RECORD not in ledger(installed)


@pytest.mark.parametrize(
    ("changes", "base", "jobs"),
    [
        ({"state": "commented"}, "main", {}),
        ({}, "another", {}),
        ({"repository": "somebody/publication"}, "main", {"elsewhere": "success"}),
        ({"repository": "somebody/publication", "state": "dismissed"}, "main", {}),
    ],
)
def test_what_is_no_word_about_our_own_main_branch_writes_nothing(github, changes, base, jobs):
    given = payload("1" * 40, "2" * 40, **changes)
    given["pull_request"]["base"]["ref"] = base
    ran = github.runner("pull_request_review", payload=given).run("sign-off.yml")
    none = {"record": "skipped", "elsewhere": "skipped"}
    assert {name: job.result for name, job in ran.items()} == none | jobs


def test_what_can_write_checks_out_the_main_branch_alone():
    workflow = read("sign-off.yml")
    jobs = workflow["jobs"]
    assert workflow["on"] == {"pull_request_review": {"types": ["submitted", "dismissed"]}}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "record": {"contents": "write", "pull-requests": "read"},
        "elsewhere": {},
    }
    (fetched,) = [s["with"] for s in jobs["record"]["steps"] if "checkout" in s.get("uses", "")]
    assert (fetched["ref"], fetched["persist-credentials"]) == ("main", "false")
