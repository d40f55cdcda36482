"""A runner for our own workflows: their `run:` steps in bash, in order, as GitHub runs them.

Actions cannot run here. Each one has a small stand-in, a function from its inputs to its outputs.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.workflows.expressions import fill, holds

Action = Callable[[Mapping[str, str]], Mapping[str, str]]

# https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")

# What of the workflow syntax is honoured below; anything else would pass unseen.
WORKFLOW = {"name", "run-name", "on", "permissions", "concurrency", "env", "defaults", "jobs"}
JOB = {"name", "if", "needs", "runs-on", "timeout-minutes", "permissions", "environment"}
JOB |= {"outputs", "steps", "continue-on-error", "concurrency"}
STEP = {"name", "id", "if", "uses", "with", "run", "env"}


def read(name: str) -> dict[str, Any]:
    """A workflow of the checkout; every value is text, and so is the key `on`."""
    text = (Path(__file__).parents[2] / ".github/workflows" / name).read_text("utf-8")
    workflow: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - no objects
    return workflow


@dataclass
class Job:
    """What became of a job: `steps` maps the names of those that ran to how they ended."""

    result: str = "skipped"
    outputs: dict[str, str] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    log: dict[str, str] = field(default_factory=dict)
    summary: str = ""


@dataclass
class Runner:
    """A place to run workflows in: a working folder, GitHub's contexts, stand-ins for actions."""

    workspace: Path
    programs: Path
    actions: Mapping[str, Action]
    github: Mapping[str, Any]
    inputs: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self, name: str, *only: str) -> dict[str, Job]:
        """Run a workflow of the checkout, or only these jobs of it; gives the jobs by id."""
        workflow = read(name)
        assert workflow.keys() <= WORKFLOW
        assert workflow["defaults"] == {"run": {"shell": "bash"}}
        jobs: dict[str, Job] = {}
        for key, described in workflow["jobs"].items():
            assert described.keys() <= JOB
            if only and key not in only:
                continue
            needs = described.get("needs", [])
            before = {n: jobs[n] for n in ([needs] if isinstance(needs, str) else needs)}
            jobs[key] = self._job(described, before, workflow.get("env", {}))
        return jobs

    def run_after(self, name: str, job: str, before: Mapping[str, Job]) -> Job:
        """Run one job alone, after those in `before` have ended as they did."""
        workflow = read(name)
        return self._job(workflow["jobs"][job], dict(before), workflow.get("env", {}))

    def run_step(self, name: str, job: str, step: str) -> Job:
        """Run one step alone, in the workspace as it is."""
        (described,) = (s for s in read(name)["jobs"][job]["steps"] if s["name"] == step)
        alone = Job()
        context = {"env": {}, "github": self.github, "inputs": self.inputs, "steps": {}}
        context["vars"] = self.variables
        self._step(described | {"if": "always()"}, context | {"always": lambda: True}, alone)
        return alone

    def _job(
        self, described: dict[str, Any], needs: dict[str, Job], environment: Mapping[str, str]
    ) -> Job:
        job = Job()
        results = [need.result for need in needs.values()]
        context = {
            "env": environment,
            "github": self.github,
            "inputs": self.inputs,
            "secrets": self.secrets if "environment" in described else {},
            "vars": self.variables,
            "needs": {n: {"outputs": j.outputs, "result": j.result} for n, j in needs.items()},
            "success": lambda: all(result == "success" for result in results),
            "cancelled": lambda: False,
            "contains": lambda text, part: part.lower() in text.lower(),
        }
        if not holds(described.get("if", ""), context):
            return job
        job.result = "success"
        context |= {
            "steps": {},
            "success": lambda: job.result == "success",
            "hashFiles": lambda path: "digest" if (self.workspace / path).exists() else "",
        }
        for step in described["steps"]:
            self._step(step, context, job)
        outputs = described.get("outputs", {}).items()
        job.outputs = {name: fill(value, context) for name, value in outputs}
        return job

    def _step(self, step: dict[str, Any], context: dict[str, Any], job: Job) -> None:
        assert step.keys() <= STEP
        outcome: str
        outputs: dict[str, str]
        if not holds(step.get("if", ""), context):
            outcome, outputs = "skipped", {}
        elif "run" in step:
            assert "${{" not in step["run"], "a script reads the environment, never a template"
            outcome, outputs = self._script(step, context, job)
        else:
            given = {key: fill(value, context) for key, value in step.get("with", {}).items()}
            action = step["uses"].partition("@")[0]
            outcome, outputs = "success", dict(self.actions[action](given))
        if outcome == "failure":
            job.result = "failure"
        if outcome != "skipped":
            job.steps[step["name"]] = outcome
        context["steps"][step.get("id", step["name"])] = {"outcome": outcome, "outputs": outputs}

    def _script(
        self, step: dict[str, Any], context: dict[str, Any], job: Job
    ) -> tuple[str, dict[str, str]]:
        given = {key: fill(value, context) for key, value in step.get("env", {}).items()}
        with tempfile.TemporaryDirectory() as folder:
            names = ("output", "summary", "run", "event.json")
            output, summary, script, event = (Path(folder, name) for name in names)
            output.touch()
            summary.touch()
            script.write_text(step["run"], encoding="utf-8")
            event.write_text(json.dumps(self.github["event"]), encoding="utf-8")
            files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
            files["GITHUB_EVENT_PATH"] = str(event)
            ran = subprocess.run(
                [*BASH, script],
                cwd=self.workspace,
                env=self._environment() | context["env"] | files | given,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            job.log[step["name"]] = ran.stdout
            job.summary += summary.read_text("utf-8")
            outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return ("failure" if ran.returncode else "success"), outputs

    def _environment(self) -> dict[str, str]:
        """This machine's own without what belongs to this test run, and GitHub's variables."""
        ours = ("GITHUB_", "GIT_", "PYTEST", "COV_", "PYTHON", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        found = os.environ["PATH"].split(os.pathsep)
        path = [folder for folder in found if Path(folder) != Path(sys.executable).parent]
        return {
            **kept,
            # As setup-python does: the first Python is one to build upon.
            "PATH": os.pathsep.join([str(self.programs), f"{sys.base_prefix}/bin", *path]),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": self.github["event_name"],
            "GITHUB_SHA": self.github["sha"],
            "GITHUB_REPOSITORY": self.github["repository"],
            "GITHUB_ACTOR": self.github["actor"],
            "GITHUB_RUN_ID": "7",
            "GITHUB_RUN_ATTEMPT": str(self.github["run_attempt"]),
            **self.environment,
        }
