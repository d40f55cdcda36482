"""GitHub's command line, as far as our workflows use it and as its manual describes it.

Answers from files in $FAKE_GITHUB and notes each call in `calls` there; a missing file is an
answer with an error. Issues are kept in `issues.json`, newest first, and change as they are told.
`--jq` is evaluated by jq itself.
https://cli.github.com/manual/gh_run_list, gh_run_view, gh_run_download, gh_api, gh_issue, gh_label,
gh_pr_comment, gh_workflow_run
"""

import argparse
import json
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import jq  # type: ignore[import-not-found]  # compiled, without types

ANSWERS = Path(os.environ["FAKE_GITHUB"])
ISSUES = ANSWERS / "issues.json"
WITHOUT_REPOSITORY = ("api",)


def main() -> None:
    with (ANSWERS / "calls").open("a") as calls:
        calls.write(" ".join(sys.argv[1:3]) + "\n")
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: To use GitHub CLI in a GitHub Actions workflow, set GH_TOKEN")
    if sys.argv[1] not in WITHOUT_REPOSITORY and not os.environ.get("GH_REPO"):
        sys.exit("gh: no repository is named")
    given = parser().parse_args()
    answer = given.answer(given)
    if answer is None:  # HTTP 204
        return
    for value in jq.compile(given.jq).input_value(answer).all():
        sys.stdout.write(f"{value if isinstance(value, str) else json.dumps(value)}\n")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser()
    verbs = top.add_subparsers(required=True)
    run = verbs.add_parser("run").add_subparsers(required=True)
    listing = command(run, "list", runs, "--workflow", "--branch", "--status")
    listing.add_argument("--limit", type=int)
    viewing = command(run, "view", lambda given: chosen([read(f"run-{given.run}")], given.json)[0])
    viewing.add_argument("run")
    fetching = command(run, "download", download, "--name", "--dir")
    fetching.add_argument("run")
    api = command(verbs, "api", lambda given: read(f"{given.method}-{name_of(given.path)}"))
    api.add_argument("--method", default="GET")
    api.add_argument("path")
    issue = verbs.add_parser("issue").add_subparsers(required=True)
    issues = command(issue, "list", known, "--label", "--state")
    issues.add_argument("--limit", type=int)
    command(issue, "create", create, "--title", "--label", "--body", "--body-file", "--assignee")
    for name, act in (("comment", comment), ("close", close)):
        command(issue, name, act, "--body", "--body-file", "--comment").add_argument(
            "number", type=int
        )
    command(issue, "edit", edit, "--body-file").add_argument("number", type=int)
    label = command(verbs.add_parser("label").add_subparsers(required=True), "create", nothing)
    label.add_argument("name")
    label.add_argument("--force", action="store_true", required=True)
    label.add_argument("--description")
    pr = verbs.add_parser("pr").add_subparsers(required=True)
    command(pr, "comment", on_pull_request, "--body-file").add_argument("number", type=int)
    workflow = verbs.add_parser("workflow").add_subparsers(required=True)
    command(workflow, "run", nothing, "--ref").add_argument("workflow")
    return top


def command(parent, name, answer, *options):
    made = parent.add_parser(name)
    for option in options:
        made.add_argument(option)
    made.add_argument("--json", type=lambda names: names.split(","))
    made.add_argument("--jq", default=".")
    made.set_defaults(answer=answer)
    return made


def nothing(_given):
    return None


def name_of(path: str) -> str:
    """The file with the answer; a moment in the query is not a part of its name."""
    resource, _, query = path.partition("?")
    asked = [one for one in query.split("&") if one and not one.startswith("since=")]
    return "-".join([resource, *asked]).replace("/", "-")


def runs(given):
    asked = {"workflow": given.workflow, "headBranch": given.branch, "status": given.status}
    found = [run for run in read("runs") if all(run[key] == asked[key] for key in asked)]
    return chosen(found[: given.limit], given.json)


def download(given):
    source = ANSWERS / f"artifact-{given.run}" / given.name
    if not source.exists():
        sys.exit("no valid artifacts found to download")
    shutil.copytree(source, given.dir, dirs_exist_ok=True)


def stored():
    return json.loads(ISSUES.read_text()) if ISSUES.exists() else []


def store(issues):
    ISSUES.write_text(json.dumps(issues))


def known(given):
    states = {"open": ["OPEN"], "all": ["OPEN", "CLOSED"]}[given.state]
    found = [i for i in stored() if given.label in i["labels"] and i["state"] in states]
    return chosen(found[: given.limit], given.json)


def create(given):
    text = given.body if given.body_file is None else Path(given.body_file).read_text("utf-8")
    issues = stored()
    number = len(issues) + 1
    made = {
        "number": number,
        "title": given.title,
        "labels": [given.label],
        "assignees": [given.assignee] if given.assignee else [],
        "body": text,
        "state": "OPEN",
        "comments": [],
        "updatedAt": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }
    store([made, *issues])
    return f"https://github.com/organisation/publication/issues/{number}"


def changed(number, change):
    issues = stored()
    (issue,) = (i for i in issues if i["number"] == number)
    change(issue)
    store(issues)


def comment(given):
    text = given.body if given.body_file is None else Path(given.body_file).read_text("utf-8")
    changed(given.number, lambda issue: issue["comments"].append(text))


def close(given):
    def change(issue):
        issue["state"] = "CLOSED"
        if given.comment:
            issue["comments"].append(given.comment)

    changed(given.number, change)


def edit(given):
    text = Path(given.body_file).read_text("utf-8")
    changed(given.number, lambda issue: issue.update(body=text))


def on_pull_request(given):
    file = (
        ANSWERS
        / f"GET-repos-organisation-publication-issues-{given.number}-comments-per_page=100.json"
    )
    told = json.loads(file.read_text()) if file.exists() else []
    told.append({"body": Path(given.body_file).read_text("utf-8")})
    file.write_text(json.dumps(told))


def chosen(documents, fields):
    return [{name: document[name] for name in fields} for document in documents]


def read(name: str):
    file = ANSWERS / f"{name}.json"
    if not file.exists():
        sys.stdout.write('{"message":"Not Found","status":"404"}')
        sys.exit("gh: Not Found (HTTP 404)")
    return json.loads(file.read_text("utf-8"))


if __name__ == "__main__":
    main()
