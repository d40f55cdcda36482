"""docs/ledger.md: its commands do what it says, and its way to hand over a token works."""

import base64
import os
import re
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

from publisher.social.branch import LedgerError
from publisher.social.records import PostKey, PostRecord, State
from publisher.social.transitions import Outcome
from tests.social.repositories import ATTEMPT, clone, git, ledger, remote, repository

GUIDE = (Path(__file__).parents[2] / "docs/ledger.md").read_text("utf-8")
KEY = PostKey("k3m9-2xqa7d", "bluesky")  # as in the guide
TOKEN = "ghs-made-up-0123"


def block(kind: str, words: str) -> str:
    """The guide's code block of a kind that has these words."""
    (found,) = [b for b in re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL) if words in b]
    return str(found)


def shell(folder: Path, script: str, **environment: str) -> str:
    ours = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}
    for who in ("AUTHOR", "COMMITTER"):
        ours |= {f"GIT_{who}_NAME": "Desk", f"GIT_{who}_EMAIL": "desk@example.org"}
    run = subprocess.run(
        ["sh", "-euc", script],
        cwd=folder,
        env=os.environ | ours | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    return remote(tmp_path)


@pytest.fixture
def folder(tmp_path: Path, origin: Path) -> Path:
    folder = clone(origin, tmp_path / "clone")
    run = ledger(folder)
    run.settle(KEY, run.claim(KEY, ATTEMPT), Outcome(State.POSTED, id="1"))
    return folder


def test_the_ledger_is_read_with_git_alone(folder: Path):
    told = shell(folder, block("sh", "git ls-tree"))
    assert f"\n{KEY.path}\n" in f"\n{told}"
    assert '"state": "posted"' in told
    assert "Claim k3m9-2xqa7d on bluesky (launch)" in told


def test_a_ledger_that_was_deleted_comes_back_from_its_bundle(folder: Path, origin: Path):
    shell(folder, block("sh", "git bundle create"))
    git(origin, "branch", "-D", "ledger")
    with pytest.raises(LedgerError, match="origin has no branch `ledger`"):
        ledger(folder).read()
    shell(folder, block("sh", "git fetch ledger.bundle"))
    assert ledger(folder).read().state(KEY) is State.POSTED


def editor(path: Path) -> str:
    """An editor that writes the record which the guide shows."""
    (path / "record.json").write_text(block("json", "by-hand"))
    (path / "editor").write_text(f'#!/bin/sh\ncp {path}/record.json "$1"\n')
    (path / "editor").chmod(0o755)
    return str(path / "editor")


def test_a_record_is_mended_as_the_guide_says(folder: Path, tmp_path: Path):
    script = block("sh", "git worktree add").replace("publisher status\n", "")
    shell(folder, script, EDITOR=editor(tmp_path))
    record = ledger(folder).read().posts[KEY]
    assert (record.run, record.by, record.key) == ("by-hand", "communications-team", None)
    assert git(folder, "worktree", "list").count("\n") == 0


def test_a_record_is_mended_where_there_is_no_remote(tmp_path: Path):
    folder = repository(tmp_path / "alone")
    ledger(folder, remote=None).claim(KEY, ATTEMPT)
    script = block("sh", "git worktree add").replace("publisher status\n", "")
    script = script.replace("git fetch origin ledger:refs/remotes/origin/ledger\n", "")
    script = re.sub(r"git push .*", "git branch --force ledger HEAD", script)
    shell(folder, script.replace("origin/ledger", "ledger"), EDITOR=editor(tmp_path))
    assert ledger(folder, remote=None).read().state(KEY) is State.POSTED


def test_the_states_in_the_guide_are_those_there_are():
    assert set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)) == set(State)
    assert PostRecord.decoded("a.json", block("json", "by-hand").encode()).state is State.POSTED


class GitServer(BaseHTTPRequestHandler):
    """A repository over HTTP for whoever has the token: git's own server program does the work."""

    place: Path
    expected = "Basic " + base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()

    def do_GET(self) -> None:
        if self.headers["Authorization"] != self.expected:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        about = {
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type") or "",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding") or "",
            "HTTP_GIT_PROTOCOL": self.headers.get("Git-Protocol") or "",
            "GIT_PROJECT_ROOT": str(self.place),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "desk",
            "PATH": os.environ["PATH"],
        }
        answer = subprocess.run(
            ["git", "http-backend"], env=about, input=body, capture_output=True, check=True
        ).stdout
        head, _, content = answer.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self.send_response(int(fields.pop("Status", "200").split()[0]))
        for name, value in {**fields, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET  # noqa: N815 - its name there

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture
def address(origin: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(GitServer, "place", origin.parent, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), GitServer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_token_reaches_git_by_the_environment_alone(
    folder: Path, address: str, monkeypatch: pytest.MonkeyPatch
):
    git(folder, "remote", "set-url", "origin", f"{address}/remote.git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(LedgerError) as refusal:
        ledger(folder).read()
    assert str(refusal.value) == (
        f"the ledger cannot be read: fatal: could not read Username for '{address}': "
        "terminal prompts disabled"
    )
    for name, value in yaml.safe_load(block("yaml", "GIT_CONFIG_COUNT"))["env"].items():
        monkeypatch.setenv(name, str(value).replace("https://github.com", address))
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    run = ledger(folder)
    assert run.read().state(KEY) is State.POSTED
    assert run.start_channels(["x"]) == 1
    kept = [file.read_bytes() for file in (folder / ".git").rglob("*") if file.is_file()]
    assert not any(TOKEN.encode() in content for content in kept)
    monkeypatch.setenv("GITHUB_TOKEN", f"{TOKEN}-expired")
    with pytest.raises(LedgerError) as refusal:
        run.start_channels(["bluesky"])
    assert "Authentication failed" in str(refusal.value)
    assert TOKEN not in str(refusal.value)
