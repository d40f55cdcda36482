"""A Python environment of its own for every contender, at the versions that are locked."""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import venv
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

log = logging.getLogger("benchmarks")

PROJECT = Path(__file__).parents[1]
CACHE = PROJECT / ".cache" / "benchmark"
VENV = CACHE / "venv"

_LOCKS = ("pyproject.toml", "requirements/build.txt", "requirements/benchmark.txt")


def prepare() -> None:
    """Install all contenders, unless what is installed is what is locked."""
    stamp = VENV / "installed"
    locked = hashlib.sha256(b"".join((PROJECT / lock).read_bytes() for lock in _LOCKS)).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == locked:
        return
    log.info("Installing what requirements/benchmark.txt locks")
    venv.create(VENV, clear=True, with_pip=True)
    # As in scripts/environment: what builds comes first, nothing is built in isolation.
    _, build, contenders = _LOCKS
    _pip("--require-hashes", "--requirement", build)
    _pip("--require-hashes", "--use-pep517", "--no-build-isolation", "--requirement", contenders)
    _pip("--no-build-isolation", "--editable", ".")
    stamp.write_text(locked, "utf-8")


def _pip(*arguments: str) -> None:
    pip = (VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-input", "--no-deps")
    subprocess.run([*pip, "--disable-pip-version-check", *arguments], cwd=PROJECT, check=True)


def variables() -> Mapping[str, str]:
    """The environment that a contender runs in: its programs first on the path."""
    return {
        "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(CACHE / "home"),
        "LANG": "C.UTF-8",
    }


def versions() -> dict[str, str]:
    """Package → version of all that is installed."""
    (packages,) = VENV.glob("lib/python*/site-packages")
    found = metadata.distributions(path=[str(packages)])
    return {distribution.name.lower(): distribution.version for distribution in found}
