"""A stand-in for GitHub: a repository to change, a runner to use it on, a site to deploy to."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.workflows.runner import Runner

ROOT = Path(__file__).parents[2]
FAKES = Path(__file__).parent / "fakes"
# https://git-scm.com/docs/shallow: the depth that makes a shallow clone whole.
ALL_OF_IT = "2147483647"


def git(folder, *arguments):
    options = ["-c", "user.name=A test", "-c", "user.email=test@example.org"]
    options += ["-c", "advice.detachedHead=false", "-c", "protocol.file.allow=always"]
    ran = subprocess.run(
        ["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@dataclass
class GitHub:
    """A repository of one's own, and what has been uploaded and deployed from it."""

    repository: Path
    workspace: Path
    answers: Path
    pages: Path
    uploads: Path

    def edit(self, path, before, after):
        """Replace the first `before` in a file, and commit."""
        file = self.repository / path
        text = file.read_text("utf-8")
        assert before in text, text
        self.write(path, text.replace(before, after, 1))

    def write(self, path, text):
        """Write a file, and commit."""
        (self.repository / path).write_text(text, encoding="utf-8")
        self.git("add", path)
        self.git("commit", "--quiet", "--message", f"Write {path}")

    def append(self, path, text):
        """Write to the end of a file, and commit."""
        self.write(path, (self.repository / path).read_text("utf-8") + text)

    def git(self, *arguments):
        """Run git in the repository."""
        return git(self.repository, *arguments)

    def articles(self):
        """Paths of the articles that are ready, in order."""
        folder = self.repository / "content/articles"
        return [
            file.relative_to(self.repository).as_posix()
            for file in sorted(folder.rglob("*.md"))
            if "\nstatus: ready\n" in file.read_text("utf-8")
        ]

    def answer(self, name, document):
        """What `gh` shall find at GitHub."""
        (self.answers / f"{name}.json").write_text(json.dumps(document))

    def next_post(self, moment):
        """What the newest announcement said about when the next post is due."""
        name = "GET-repos-organisation-publication-actions-artifacts-name=next-post-per_page=1"
        self.answer(name, {"artifacts": [{"workflow_run": {"id": 6}}]})
        file = self.answers / "artifact-6/next-post/moment"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{moment}\n")

    def issues(self):
        """The issues as they are, newest first."""
        file = self.answers / "issues.json"
        return json.loads(file.read_text()) if file.exists() else []

    def calls(self):
        """What `gh` was asked."""
        file = self.answers / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def runner(
        self, event, *, payload=None, inputs=None, secrets=None, variables=None, **environment
    ):
        """A runner on which `event` starts workflows: a run of its own, with its own artifacts."""
        shutil.rmtree(self.uploads, ignore_errors=True)
        self.uploads.mkdir()
        sha = self.git("rev-parse", "HEAD")
        return Runner(
            workspace=self.workspace,
            programs=self.answers / "bin",
            actions={
                "actions/checkout": self.check_out,
                "actions/cache": self.keep,
                "actions/setup-python": lambda _given: {},
                "actions/upload-artifact": self.upload,
                "actions/download-artifact": self.download,
                "actions/upload-pages-artifact": self.upload,
                "actions/deploy-pages": self.deploy,
            },
            github={
                "actor": "editor",
                "event_name": event,
                "event": payload or {},
                "ref": "refs/pull/1/merge" if event == "pull_request" else "refs/heads/main",
                "repository": "organisation/publication",
                "repository_visibility": "public",
                "run_attempt": 1,
                "run_id": 7,
                "server_url": "https://github.com",
                "sha": sha,
                "token": "secret",
            },
            inputs=inputs or {},
            secrets=secrets or {},
            variables=variables or {},
            environment={
                "FAKE_GITHUB": str(self.answers),
                "FAKE_PAGES": str(self.pages),
                "FAKE_PAGES_STATUS": str(self.answers / "pages-status"),
                **environment,
            },
        )

    def pull_request(self):
        """Make the newest commit on main the merge of a pull request, as GitHub would."""
        self.git("checkout", "--quiet", "--detach", "HEAD^")
        self.git("merge", "--quiet", "--no-ff", "--no-edit", "main")
        return self.runner("pull_request")

    def check_out(self, given):
        assert given["persist-credentials"] == "false"
        if not (self.workspace / ".git").exists():
            git(self.workspace, "init", "--quiet", "--initial-branch=main")
        depth, source = given.get("fetch-depth", "1"), self.repository.as_uri()
        depth = ALL_OF_IT if depth == "0" else depth
        if not self.remotes():
            git(self.workspace, "remote", "add", "origin", source)
        git(self.workspace, "remote", "set-url", "origin", source)
        self.forget_ledger()
        git(self.workspace, "fetch", "--quiet", "--depth", depth, source, given.get("ref", "HEAD"))
        git(self.workspace, "checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
        git(self.workspace, "clean", "--quiet", "-ffd")
        shutil.rmtree(self.workspace / "site", ignore_errors=True)
        return {}

    def keep(self, given):
        """The workspace stays, and with it what a cache would bring back."""
        assert given["path"] == ".cache/publisher"
        assert given["key"] == f"{given['restore-keys']}{self.git('rev-parse', 'HEAD')}"
        return {}

    def remotes(self):
        return git(self.workspace, "remote")

    def forget_ledger(self):
        """The workspace of another test knows another ledger."""
        for ref in ("refs/heads/ledger", "refs/remotes/origin/ledger"):
            git(self.workspace, "update-ref", "-d", ref)

    def upload(self, given):
        source = self.workspace / given["path"]
        name = source.name if given.get("archive") == "false" else given["name"]
        if given.get("overwrite") == "true":
            shutil.rmtree(self.uploads / name, ignore_errors=True)
        assert not (self.uploads / name).exists(), "a run has one artifact of a name"
        copy = shutil.copy if source.is_file() else shutil.copytree
        copy(source, self.uploads / name)
        return {"artifact-url": f"https://github.com/organisation/publication/artifacts/{name}"}

    def download(self, given):
        shutil.copytree(self.uploads / given["name"], self.workspace / given["path"])
        return {"download-path": str(self.workspace / given["path"])}

    def deploy(self, given):
        shutil.rmtree(self.pages, ignore_errors=True)
        shutil.move(self.uploads / given["artifact_name"], self.pages)
        return {"page_url": "https://pages.example.org/"}


@pytest.fixture
def github(tmp_path):
    """GitHub before anything has happened: this project's last commit, on main."""
    parts = [tmp_path / name for name in ("repository", "workspace", "answers", "pages", "uploads")]
    for part in parts[1:]:
        part.mkdir()
    git(tmp_path, "clone", "--quiet", ROOT, parts[0])
    git(parts[0], "checkout", "--quiet", "-B", "main")
    new = GitHub(*parts)
    new.answer(
        "GET-repos-organisation-publication-pages", {"html_url": "https://pages.example.org/"}
    )
    (new.answers / "bin").mkdir()
    for program in ("gh", "curl"):
        file = new.answers / "bin" / program
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{FAKES / program}.py" "$@"\n')
        file.chmod(0o755)
    return new


@pytest.fixture
def installed(github, tmp_path_factory):
    """The same, with one workspace for all tests, since the first to use it installs for a minute.

    Before that it is empty: what runs in it runs in a clean clone. One test is in it at a time,
    whichever process runs it.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    workspace = shared / "workspace"
    workspace.mkdir(exist_ok=True)
    with (shared / "workspace.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        github.workspace = workspace
        yield github
