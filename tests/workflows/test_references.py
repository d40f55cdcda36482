"""One issue tells which works that we cite need somebody; it is renewed, and it closes."""

import dataclasses
import json

STEP = ("references.yml", "look", "Open, renew or close the issue")
QUIET = {"works": [], "looked_up": 2, "not_looked_up": [], "issue": None}


def report(marker, **more):
    title = "Works that we cite were retracted or corrected"
    return (
        QUIET | {"issue": {"marker": marker, "title": title, "body": f"{marker}\nA work\n"}} | more
    )


def tell(github, document):
    runner = github.runner("schedule", variables={"PUBLISHER_ALERT": "editor"})
    (github.workspace / "references.json").write_text(json.dumps(document))
    ran = runner.run_step(*STEP)
    assert ran.result != "failure", ran.log


def test_one_issue_is_opened_renewed_when_it_changes_and_closed_when_all_is_well(github):
    github.check_out({"persist-credentials": "false"})
    tell(github, QUIET)
    assert github.issues() == []
    for _ in range(2):
        tell(github, report("<!-- one -->"))
    (issue,) = github.issues()
    assert (issue["title"], issue["labels"], issue["assignees"], issue["comments"]) == (
        "Works that we cite were retracted or corrected",
        ["references"],
        ["editor"],
        [],
    )
    assert issue["body"] == "<!-- one -->\nA work\n"
    tell(github, report("<!-- two -->"))
    (issue,) = github.issues()
    assert issue["body"] == "<!-- two -->\nA work\n"
    assert issue["comments"] == ["@editor: The list above has changed."]
    tell(github, QUIET | {"not_looked_up": ["api.crossref.org cannot be reached"]})
    assert github.issues()[0]["state"] == "OPEN"
    tell(github, QUIET)
    (issue,) = github.issues()
    assert (issue["state"], issue["comments"][-1]) == ("CLOSED", "Nothing is left to do.")


def test_the_weekly_run_keeps_itself_alive_in_a_public_repository(github):
    name = "PUT-repos-organisation-publication-actions-workflows-references.yml-enable"
    github.answer(name, None)
    runner = github.runner("schedule")
    assert runner.run_after("references.yml", "keep", {}).result == "success"
    assert github.calls() == ["api --method"]
    private = dataclasses.replace(
        runner, github=dict(runner.github) | {"repository_visibility": "private"}
    )
    assert private.run_after("references.yml", "keep", {}).result == "skipped"
