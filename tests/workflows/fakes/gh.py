"""GitHub's command line, as far as our workflows use it and as its manual describes it.

Answers from files in $FAKE_GITHUB and notes each call in `calls` there; a missing file is an
answer with an error. `--jq` is evaluated by jq itself.
https://cli.github.com/manual/gh_run_list, gh_run_view, gh_api
"""

import argparse
import json
import os
import sys
from pathlib import Path

import jq  # type: ignore[import-not-found]  # compiled, without types

ANSWERS = Path(os.environ["FAKE_GITHUB"])


def main() -> None:
    with (ANSWERS / "calls").open("a") as calls:
        calls.write(" ".join(sys.argv[1:3]) + "\n")
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: To use GitHub CLI in a GitHub Actions workflow, set GH_TOKEN")
    if sys.argv[1] == "run" and not os.environ.get("GH_REPO"):
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
    listing = run.add_parser("list")
    for option in ("--workflow", "--branch", "--status"):
        listing.add_argument(option)
    listing.add_argument("--limit", type=int)
    listing.set_defaults(answer=runs)
    viewing = run.add_parser("view")
    viewing.add_argument("run")
    viewing.set_defaults(answer=lambda given: chosen([read(f"run-{given.run}")], given.json)[0])
    api = verbs.add_parser("api")
    api.add_argument("--method", default="GET")
    api.add_argument("path")
    api.set_defaults(answer=lambda given: read(f"{given.method}-{given.path.replace('/', '-')}"))
    for verb in (listing, viewing, api):
        verb.add_argument("--json", type=lambda names: names.split(","))
        verb.add_argument("--jq", default=".")
    return top


def runs(given: argparse.Namespace) -> list[dict[str, object]]:
    asked = {"workflow": given.workflow, "headBranch": given.branch, "status": given.status}
    found = [run for run in read("runs") if all(run[key] == asked[key] for key in asked)]
    return chosen(found[: given.limit], given.json)


def chosen(documents: list[dict[str, object]], fields: list[str]) -> list[dict[str, object]]:
    return [{name: document[name] for name in fields} for document in documents]


def read(name: str):
    file = ANSWERS / f"{name}.json"
    if not file.exists():
        sys.stdout.write('{"message":"Not Found","status":"404"}')
        sys.exit("gh: Not Found (HTTP 404)")
    return json.loads(file.read_text("utf-8"))


if __name__ == "__main__":
    main()
