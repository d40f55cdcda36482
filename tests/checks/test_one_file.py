"""Adding a check touches one file: it is found, documented, tested and run with no other edit."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.running import ROOT, copy_sample, write_article

CHECK = '''\
"""A word that only this test looks for.

Nobody has ever written it.

Source: this test.

Flags: Here stands a zyzzyvation.
Passes: Here stands none.
"""

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.finding import Severity

SEVERITY = Severity.NOTICE


def check(document: Document) -> Iterator[Found]:
    """Yield each one."""
    for passage in document.prose:
        if "zyzzyvation" in passage.text:
            place = passage.text.index("zyzzyvation")
            yield found(passage, place, "a zyzzyvation stands here", "write another word")
'''
SEEN = """\
import dataclasses, json
from publisher.checks import checks
from publisher.checks._page import page_of
names = list(checks())
page = page_of(checks()["words-zyzzyvation"])
examples = [dataclasses.astuple(example) for example in page.examples]
told = {"rule": page.rule, "explanation": page.explanation, "examples": examples}
print(json.dumps({"sorted": names == sorted(names), **told}))
"""


def package_with_one_file_more(folder: Path) -> dict[str, str]:
    """The environment in which the copy of the package is the one that runs."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "publisher", folder / "publisher", ignore=ignored)
    (folder / "publisher/checks/words_zyzzyvation.py").write_text(CHECK)
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(folder)}


def run(environment: dict[str, str], folder: Path, *arguments: str):
    """What Python prints as JSON."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_a_new_file_is_a_check_with_a_page_and_examples(tmp_path: Path):
    environment = package_with_one_file_more(tmp_path)
    assert run(environment, tmp_path, "-c", SEEN) == {
        "sorted": True,
        "rule": "A word that only this test looks for.",
        "explanation": "Nobody has ever written it.\n\nSource: this test.",
        "examples": [
            [True, "en", "Here stands a zyzzyvation."],
            [False, "en", "Here stands none."],
        ],
    }


def test_its_examples_run_as_tests_with_no_other_edit(tmp_path: Path):
    environment = package_with_one_file_more(tmp_path)
    shutil.copytree(ROOT / "tests/checks", tmp_path / "tests/checks")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "tests/checks/test_examples.py"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-k", "zyzzyvation"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 passed" in done.stdout, done.stdout


def test_publisher_check_tells_what_it_finds(tmp_path: Path):
    environment = package_with_one_file_more(tmp_path / "code")
    copy_sample(tmp_path / "sample")
    front = "title: Raw\nauthors: [editorial-team]"
    write_article(tmp_path / "sample", "2026/raw.md", front, "Here\nstands a **zyzzyvation**.")
    verb = ("-c", "from publisher.cli import main; main()", "check", "--format", "json")
    told = run(environment, tmp_path / "sample", *verb, "--select", "words-zyzzyvation")
    assert told["findings"] == [
        {
            "check": "words-zyzzyvation",
            "severity": "notice",
            "path": "content/articles/2026/raw.md",
            "line": 7,
            "column": 12,
            "message": "a zyzzyvation stands here",
            "fix": "write another word",
        }
    ]
