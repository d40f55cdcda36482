"""What a newcomer meets first: two commands, and locks that hold."""

import re
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def blocks_of_the_quick_start() -> list[tuple[str, str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    start = next(part for part in section if part.startswith("Quick start\n"))
    return re.findall(r"^```(\w*)\n(.*?)^```$", start, flags=re.MULTILINE | re.DOTALL)


def test_the_quick_start_is_two_blocks_of_one_command_each():
    assert blocks_of_the_quick_start() == [
        ("sh", "sh scripts/build\n"),
        ("sh", "sh scripts/test\n"),
    ]


def test_the_machine_runs_the_second_command_and_fails_with_it(tmp_path: Path):
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    second = blocks_of_the_quick_start()[1][1]
    assert text.count(second) == 1
    (tmp_path / "README.md").write_text(
        text.replace(second, "echo the second command; cat; exit 7\n"), encoding="utf-8"
    )

    run = subprocess.run(
        ["bash", ".ci/run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stdout, run.stderr) == (7, "the second command\n", "")


def test_the_machine_fails_where_the_second_command_is_gone(tmp_path: Path):
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    (tmp_path / "README.md").write_text("## Quick start\n\n```sh\ntrue\n```\n", encoding="utf-8")

    run = subprocess.run(
        ["bash", ".ci/run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == 'README.md has no second sh block under "## Quick start".\n'


def test_every_lock_is_there():
    assert [lock.stem for lock in LOCKS] == ["benchmark", "build", "runtime", "servers", "test"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_is_pins_and_hashes_and_nothing_else(lock: Path):
    pin = re.compile(r"[a-z0-9-]+==[^\s;]+(?: ; [^\\]+)?(?: --hash=sha256:[0-9a-f]{64})+", re.ASCII)
    text = lock.read_text(encoding="utf-8")
    lines = re.sub(r"\s*\\\n\s*", " ", text).splitlines()

    assert lines
    assert [line for line in lines if not pin.fullmatch(line)] == []


@pytest.mark.parametrize("folder", ["node", "social/servers"])
def test_an_npm_lock_names_no_address_to_fetch_from(folder: str):
    text = (ROOT / "tests" / folder / "package-lock.json").read_text(encoding="utf-8")

    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text


def test_what_the_build_backend_needs_is_locked():
    text = (ROOT / "requirements" / "build.txt").read_text(encoding="utf-8")

    assert re.findall(r"^([a-z-]+)==", text, flags=re.MULTILINE) == ["flit-core", "setuptools"]


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "feeds.example.org"])
def test_a_test_cannot_leave_this_machine(host: str):
    with pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
        socket.create_connection((host, 80), timeout=1)


def test_a_test_can_talk_to_a_server_of_its_own():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            client.sendall(b"here")
        connection, _ = server.accept()
        with connection:
            assert connection.recv(8) == b"here"
