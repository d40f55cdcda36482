"""The scripts say in one sentence what a machine lacks."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
ORDINARY = ("cat", "cksum", "dirname", "env", "grep", "id", "ln", "readlink", "sh")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout, its path with a space in it, on a machine that has the shell's own tools only."""
    checkout = tmp_path / "a checkout"
    shutil.copytree(SCRIPTS, checkout / "scripts")
    (checkout / "bin").mkdir()
    for name in ORDINARY:
        found = shutil.which(name)
        assert found
        (checkout / "bin" / name).symlink_to(found)
    return checkout


def program(checkout: Path, name: str, text: str) -> None:
    path = checkout / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def run(checkout: Path, *arguments: str, **variables: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [str(checkout / "bin" / "sh"), *arguments],
        cwd="/",
        env={"PATH": str(checkout / "bin"), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("script", ["build", "test"])
def test_a_machine_without_python_is_told_what_to_install(bare: Path, script: str):
    program(bare, "python3", "exit 1  # 3.10, say")

    assert run(bare, f"{bare}/scripts/{script}") == (
        1,
        "",
        (
            "Python 3.11 or newer was not found: install it with its venv module "
            "(on Debian or Ubuntu: apt-get install python3 python3-venv) and run this again.\n"
        ),
    )


def test_a_python_without_venv_is_named(bare: Path):
    program(bare, "python3.12", "case $2 in *ensurepip*) exit 1 ;; esac")

    assert run(bare, f"{bare}/scripts/build") == (
        1,
        "",
        (
            "python3.12 is here without its venv module: install that "
            "(on Debian or Ubuntu: apt-get install python3.12-venv) and run this again.\n"
        ),
    )


# `programs` as scripts/test calls it, after the wheels and npm's tools are in place.
PROGRAMS = """
set -eu
cd "$1"
. scripts/environment
. scripts/programs
from_wheels() { :; }
from_npm() { :; }
server_from_npm() { :; }
servers_from_wheels() { :; }
programs
"""
WANTED = (
    "The tests need {}: install it (Debian: apt-get install chromium nginx-light; "
    "Ubuntu: Google Chrome's own package and apt-get install nginx-light) and run this again.\n"
)
APT_GET = "apt-get -qq -o DPkg::Lock::Timeout=300"


def programs(checkout: Path, **variables: str) -> tuple[int, str, str]:
    (checkout / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    return run(checkout, "-c", PROGRAMS, "sh", str(checkout), **variables)


def test_who_may_not_install_is_asked_to_in_one_sentence(bare: Path):
    program(bare, "id", "echo 1000")
    program(bare, "chromium-browser", "echo Chromium 140.0 snap")

    assert programs(bare) == (1, "", WANTED.format("chromium and nginx"))


def test_a_machine_that_tries_in_vain_says_so(bare: Path):
    program(bare, "id", "echo 1000")
    program(bare, "sudo", "echo sudo: a password is required >&2; exit 1")
    program(bare, "chromium", "echo Chromium 140.0")

    assert programs(bare, CI="true") == (
        1,
        "",
        "Installing nginx\nsudo: a password is required\n" + WANTED.format("nginx"),
    )


def test_what_is_here_already_is_used_and_nothing_installed(bare: Path):
    program(bare, "google-chrome", "echo Google Chrome 140.0")
    program(bare, "nginx", "exit 0")

    assert programs(bare) == (0, "", "")
    assert (bare / ".venv/bin/chromium").resolve() == (bare / "bin/google-chrome").resolve()
    assert (bare / ".venv/bin/nginx").resolve() == (bare / "bin/nginx").resolve()


def test_root_installs_what_is_lacking(bare: Path):
    program(bare, "id", "echo 0")
    program(bare, "google-chrome", "echo Google Chrome 140.0")
    program(
        bare,
        "apt-get",
        f"""echo "apt-get $*"
        case $* in *nginx-light) ln -s /bin/true "{bare}/bin/nginx" ;; esac""",
    )

    assert programs(bare) == (
        0,
        "",
        (
            "Installing nginx\n"
            f"{APT_GET} update\n"
            f"{APT_GET} install -y --no-install-recommends nginx-light\n"
        ),
    )
