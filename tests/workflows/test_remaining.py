"""Once a week the desk is told what is no longer there, in one issue that closes by itself."""

import json

import pytest

from tests.workflows.runner import Job
from tests.workflows.test_by_hand import ARTICLE, ID, PATH, SETTINGS

RUN = "https://github.com/organisation/publication/actions/runs/7"


@pytest.fixture
def publication(installed):
    """An article that a person has posted, at an address where nothing can answer."""
    if installed.git("branch", "--list", "ledger"):
        installed.git("branch", "--delete", "--force", "ledger")
    if not (installed.repository / PATH).exists():
        installed.write(PATH, ARTICLE)
        installed.edit(
            "mkdocs.yml",
            "sample: true",
            SETTINGS.replace("mastodon: {send: never}", "mastodon: {send: by-hand}"),
        )
    return installed


def test_what_stands_and_what_only_a_person_can_tell_is_in_the_summary(publication):
    inputs = {
        "action": "sent",
        "article": ID,
        "network": "mastodon",
        "text": "https://127.0.0.1:9/@desk/1",
    }
    given = {"answer": "decide later", "person": "", "rehearse": False} | inputs
    sent = publication.runner("workflow_dispatch", inputs=given).run("desk.yml")["desk"]
    assert sent.result == "success", sent.log
    late = {"SOURCE_DATE_EPOCH": "4102444800"}
    jobs = publication.runner("schedule", **late).run("remaining.yml")
    assert {name: job.result for name, job in jobs.items()} == {
        "look": "success",
        "tell": "success",
    }
    assert jobs["look"].summary == (
        "## Posts that remain\n\n"
        "    Posts that stand: 0\n"
        "    Posts of which only a person can tell: 1\n"
    )
    assert (jobs["look"].outputs, publication.issues()) == ({"well": "true"}, [])


def test_an_account_that_knows_us_no_more_makes_it_fail_and_the_desk_is_told(github):
    runner = github.runner("schedule", variables={"PUBLISHER_ALERT": "editor"})
    for _ in range(2):
        job = runner.run_after("remaining.yml", "tell", {"look": Job("failure", {"well": ""})})
        assert job.result == "success", job.log
    (issue,) = github.issues()
    assert (issue["title"], issue["labels"], issue["assignees"]) == (
        "A post is gone",
        ["gone"],
        ["editor"],
    )
    assert [RUN in text for text in (issue["body"], *issue["comments"])] == [True, True]
    runner.run_after("remaining.yml", "tell", {"look": Job("success", {"well": "true"})})
    (issue,) = json.loads((github.answers / "issues.json").read_text())
    assert (issue["state"], issue["comments"][-1]) == ("CLOSED", f"All of it stands: {RUN}")
