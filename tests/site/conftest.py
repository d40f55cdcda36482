"""A copy of the sample publication to break, and one build of it to look at."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AS_OF = "2026-11-23T12:00:00+00:00"

Run = Callable[..., subprocess.CompletedProcess[str]]


def copy_sample(to: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def publisher(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with nothing inherited but the path."""
    clean = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"} | environment
    return subprocess.run(
        ["publisher", *arguments],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample publication as the world would get it: a real address, and no sample."""
    folder = copy_sample(tmp_path_factory.mktemp("built") / "publication")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", "sample: false")
    config.write_text(text.replace("https://publication.example.org/", "https://journal.test/"))
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 0, run.stderr
    return folder / "site"
