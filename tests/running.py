"""The command as a person runs it, on a copy of the sample publication."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
AS_OF = "2026-11-23T12:00:00+00:00"


def copy_sample(to: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def publisher(
    folder: Path, *arguments: str, typed: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the `publisher` of this tree in `folder`, with nothing inherited but the path.

    `typed` is what it finds on standard input.
    """
    clean = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    clean |= {"PYTHONPATH": str(ROOT)} | environment
    command = [str(Path(sys.executable).with_name("publisher")), *arguments]
    return subprocess.run(
        command, cwd=folder, env=clean, input=typed, capture_output=True, text=True, check=False
    )


def write_article(folder: Path, name: str, front_matter: str, body: str = "Words.") -> Path:
    file = folder / "content/articles" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front_matter}\n---\n\n{body}\n", encoding="utf-8")
    return file
