"""desk.yml: each button does what it says, says how to undo it, and obeys no text."""

import json
import re
import subprocess

import pytest

from publisher.social.channels import channels
from tests.workflows.conftest import ROOT
from tests.workflows.runner import read

INPUTS = {
    "action": "",
    "text": "",
    "article": "",
    "network": "all",
    "answer": "decide later",
    "person": "",
    "rehearse": False,
}
ARTICLE = "put-the-plain-word-first"


def press(github, action, *, secrets=None, **inputs):
    """Press a button; the job, as it ended."""
    given = INPUTS | {"action": action} | inputs
    runner = github.runner("workflow_dispatch", inputs=given, secrets=secrets)
    return runner.run("desk.yml")["desk"]


def ledger(github):
    """Every file of the ledger as the repository has it."""
    if not github.git("branch", "--list", "ledger"):
        return {}
    paths = github.git("ls-tree", "-r", "--name-only", "ledger").splitlines()
    return {path: github.git("show", f"ledger:{path}") for path in paths}


@pytest.fixture
def desk(installed):
    """The publication with an article that somebody may approve, and no ledger."""
    if installed.git("branch", "--list", "ledger"):
        installed.git("branch", "--delete", "--force", "ledger")
    return installed


def test_a_hold_is_set_has_its_issue_and_freezes_the_site_and_resume_ends_it(desk):
    job = press(desk, "hold", text="A colleague has died")
    assert job.result == "success", job.log
    assert json.loads(ledger(desk)["hold.json"])["by"] == "editor"
    (issue,) = desk.issues()
    assert (issue["title"], issue["body"], issue["state"]) == (
        "A hold stands",
        "Set by editor: A colleague has died",
        "OPEN",
    )
    assert job.summary.startswith("## Desk: hold\n\nDone.\n\n    A hold stands since ")
    assert job.summary.endswith('\nTo undo: "resume". Nothing is sent by itself then.\n')
    assert desk.calls()[-1] == "workflow run"
    job = press(desk, "resume")
    assert job.result == "success", job.log
    assert "hold.json" not in ledger(desk)
    (issue,) = desk.issues()
    assert (issue["state"], issue["comments"]) == ("CLOSED", ["Resumed by editor."])


def test_a_rehearsal_changes_nothing_anywhere(desk):
    job = press(desk, "hold", text="An exercise", rehearse=True, secrets={"PUBLISHER_X_TOKEN": "t"})
    assert job.result == "success", job.log
    assert "A rehearsal: nothing was sent or written down." in job.summary
    assert "    A hold stands since " in job.summary
    assert (ledger(desk), desk.issues(), desk.calls()) == ({}, [], [])


def test_a_rehearsal_sees_a_ledger_on_a_branch_of_another_name(desk):
    desk.edit(
        "mkdocs.yml", "      sample: true", "      ledger: {branch: posts}\n      sample: true"
    )
    try:
        press(desk, "hold", text="A colleague has died")
        job = press(desk, "resume", rehearse=True)
        assert "is over: A colleague has died" in job.summary
        assert "hold.json" in desk.git("ls-tree", "--name-only", "posts").splitlines()
    finally:
        desk.edit("mkdocs.yml", "      ledger: {branch: posts}\n", "")
        desk.git("branch", "--delete", "--force", "posts")


@pytest.mark.parametrize(
    "text", ['"; touch pwned; "', "$(touch pwned)", "`touch pwned`", "--by=me"]
)
def test_what_somebody_writes_is_never_obeyed(desk, text):
    press(desk, "hold", text=text)
    assert json.loads(ledger(desk)["hold.json"])["reason"] == text
    assert json.loads(ledger(desk)["hold.json"])["by"] == "editor"
    job = press(desk, "release", article=text)
    assert job.result == "failure"
    assert not (desk.workspace / "pwned").exists()


def test_a_correction_is_offered_as_a_pull_request_and_never_written_to_main(desk):
    before = desk.git("rev-parse", "main")
    job = press(desk, "correct", article=ARTICLE, text="It is 20 seconds, not 2.")
    assert job.result == "success", job.log
    assert desk.git("rev-parse", "main") == before
    changed = desk.git("diff", "--name-only", "main", "note/correct-7-1")
    assert changed.endswith((f"{ARTICLE}.md", f"{ARTICLE}/index.md"))
    added = desk.git("diff", "main", "note/correct-7-1", "--unified=0").splitlines()
    assert '+    note: "It is 20 seconds, not 2."' in added
    assert "compare/main...note/correct-7-1?expand=1" in job.summary


def test_a_note_is_offered_also_where_a_person_must_answer(desk):
    url = "https://www.threads.com/@trust/post/1"
    assert press(desk, "sent", article=ARTICLE, network="threads", text=url).result == "success"
    job = press(desk, "withdraw", article=ARTICLE, text="It was wrong.", answer="reply")
    assert job.result == "failure"
    assert f"threads: answer {url} there yourself with:" in job.summary
    assert "compare/main...note/withdraw-7-1?expand=1" in job.summary
    assert "It was wrong." in desk.git("diff", "main", "note/withdraw-7-1")
    assert desk.calls()[-1] == "workflow run"


@pytest.mark.parametrize(
    ("action", "inputs"),
    [
        ("look", {}),
        ("look at the posts", {}),
        ("settle what is gone", {}),
        ("reconcile", {}),
        ("release", {"article": ARTICLE}),
        ("skip", {"article": ARTICLE, "text": "The clinic has moved", "network": "bluesky"}),
        (
            "sent",
            {"article": ARTICLE, "text": "https://bsky.app/post/1", "network": "bluesky"},
        ),
        ("not sent", {"article": ARTICLE, "network": "bluesky"}),
        ("approve", {"article": ARTICLE, "person": "nobody"}),
        ("statement", {"article": ARTICLE, "person": "nobody"}),
        ("take the statement down", {"article": ARTICLE}),
        ("withdraw", {"article": ARTICLE, "text": "It was wrong.", "answer": "leave"}),
    ],
)
def test_every_button_is_a_command_that_there_is(desk, action, inputs):
    job = press(desk, action, rehearse=True, **inputs)
    said = job.log["Do it"]
    assert "No such" not in said, said
    assert "Usage:" not in said or "people.yml" in said, said
    assert "\nTo undo: " in job.summary


def test_the_script_knows_every_button_and_no_other():
    inputs = read("desk.yml")["on"]["workflow_dispatch"]["inputs"]
    script = (ROOT / "scripts/desk/do").read_text("utf-8")
    cases = "|".join(re.findall(r"^  ([^()\n]+)\)$", script, re.MULTILINE))
    known = {name.strip(" '") for name in cases.split("|")}
    assert known == {*inputs["action"]["options"], "*"}
    assert inputs.keys() == INPUTS.keys()


def test_every_network_can_be_chosen_and_hands_over_its_secrets():
    desk, publish = read("desk.yml"), read("publish.yml")
    inputs = desk["on"]["workflow_dispatch"]["inputs"]
    assert inputs["network"]["options"] == ["all", *channels()]
    needed = {name for channel in channels().values() for name in channel.CREDENTIALS}
    for workflow, job, name in ((desk, "desk", "Do it"), (publish, "announce", "Announce")):
        (step,) = (s for s in workflow["jobs"][job]["steps"] if s["name"] == name)
        handed = {key for key, value in step["env"].items() if "secrets." in value}
        assert handed == needed
        assert workflow["jobs"][job]["environment"] == "announce"


def test_the_scripts_are_clean_shell():
    for script in ("do", "handover", "posted", "references"):
        file = ROOT / "scripts/desk" / script
        subprocess.run(["bash", "-n", file], check=True)
