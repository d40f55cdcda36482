"""What a person posts: an issue for each article, once; a comment with an address records it."""

import json

import pytest

from tests.serving import serve
from tests.workflows.test_desk import ledger

ID = "k3m9-2xqa7d"
MARKER = f"<!-- publisher: by hand {ID} launch -->"
PERMISSION = "GET-repos-organisation-publication-collaborators-editor-permission"
COMMITS = "GET-repos-organisation-publication-commits-path={}-per_page=100"
ARTICLE = f"""---
id: {ID}
title: Wash your hands
description: Patients ask why we wash our hands again. A short answer helps more than a sign.
date: 2026-03-14T13:00
status: ready
pillar: community
audience: patients
topics: [plain-language]
authors: [editorial-team]
---

We do.
"""
PATH = "content/articles/2026/wash-your-hands.md"
SETTINGS = """sample: false
      channels:
        bluesky: {send: never}
        facebook: {send: never}
        instagram: {send: by-hand}
        linkedin: {send: never}
        mastodon: {send: never}
        threads: {send: by-hand}
        x: {send: never}"""


@pytest.fixture
def publication(installed, tmp_path):
    """A publication of one article, which people post on Instagram and Threads; its site is up."""
    if installed.git("branch", "--list", "ledger"):
        installed.git("branch", "--delete", "--force", "ledger")
    installed.edit("mkdocs.yml", "sample: true", SETTINGS)
    installed.git("rm", "-r", "--quiet", "content/articles")
    (installed.repository / PATH).parent.mkdir(parents=True)
    installed.write(PATH, ARTICLE)
    with serve(installed.pages, tmp_path) as port:
        here = f"http://127.0.0.1:{port}/"
        installed.edit("mkdocs.yml", "https://publication.example.org/", here)
        yield installed


NOON = {"SOURCE_DATE_EPOCH": "1773489600"}  # 2026-03-14T12:00Z, before the article is out
LATER = {"SOURCE_DATE_EPOCH": "1773496800"}


def announce(github, moment=LATER):
    runner = github.runner("push", variables={"PUBLISHER_ALERT": "editor"}, **moment)
    return runner.run("publish.yml", "decide", "build", "deploy", "announce")["announce"]


def comment(github, text):
    issue = github.issues()[0]
    payload = {
        "issue": {
            "number": issue["number"],
            "body": issue["body"],
            "user": {"login": "github-actions[bot]"},
        },
        "comment": {"id": 1, "body": text},
    }
    return github.runner("issue_comment", payload=payload, **LATER).run("by-hand.yml")


def test_from_the_issue_to_it_is_out(publication):
    announce(publication, NOON)  # what is older than the first run is never announced
    job = announce(publication)
    assert job.result == "success", job.log
    assert [issue["title"] for issue in publication.issues()] == ["Post by hand: Wash your hands"]
    (issue,) = publication.issues()
    assert (issue["assignees"], issue["body"].count(MARKER)) == (["editor"], 1)
    announce(publication)
    assert len(publication.issues()) == 1

    publication.answer(PERMISSION, {"permission": "write"})
    ran = comment(publication, "https://www.threads.net/@trust/post/1")
    assert ran["record"].result == "success", ran["record"].log
    (issue,) = publication.issues()
    assert issue["state"] == "OPEN"
    assert issue["comments"][-1].endswith("\nStill to be posted: instagram\n")
    record = json.loads(ledger(publication)[f"posts/{ID}/threads/launch.json"])
    assert (record["state"], record["by"]) == ("posted", "editor")

    path = PATH.replace("/", "%2F")
    publication.answer(COMMITS.format(path), [{"sha": "2" * 40}, {"sha": "1" * 40}])
    publication.answer(
        f"GET-repos-organisation-publication-commits-{'1' * 40}-pulls", [{"number": 9}]
    )
    told = publication.answers / (
        "GET-repos-organisation-publication-issues-9-comments-per_page=100.json"
    )
    told.write_text("[]")
    announce(publication)
    assert json.loads(told.read_text()) == []
    comment(publication, "https://instagram.com/p/2")
    (issue,) = publication.issues()
    assert issue["state"] == "CLOSED"
    for _ in range(2):
        announce(publication)
        (comments,) = json.loads(told.read_text())
        assert comments["body"] == (
            f"<!-- publisher: out {ID} -->\n**It is out:** Wash your hands\n\n"
            "- [Instagram](<https://instagram.com/p/2>)\n"
            "- [Threads](<https://www.threads.net/@trust/post/1>)\n"
        )


@pytest.mark.parametrize("answer", [{"permission": "read"}, None])
def test_who_may_not_write_records_nothing(github, answer):
    if answer:
        github.answer(PERMISSION, answer)
    github.answer("issues", [])
    (github.answers / "issues.json").write_text(
        json.dumps([{"number": 1, "body": MARKER, "labels": ["by-hand"], "state": "OPEN"}])
    )
    ran = comment(github, "https://x.com/trust/1")
    assert (ran["look"].result, ran["record"].result) == ("success", "skipped")


@pytest.mark.parametrize(
    ("body", "text"), [("Another issue", "https://x.com/1"), (MARKER, "I shall do it at noon")]
)
def test_other_talk_starts_nothing(github, body, text):
    (github.answers / "issues.json").write_text(json.dumps([{"number": 1, "body": body}]))
    ran = comment(github, text)
    assert {job.result for job in ran.values()} == {"skipped"}
