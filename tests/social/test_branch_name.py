"""The ledger's branch as the hourly run finds it, before anything is installed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from publisher.settings import Settings
from publisher.social.branch_name import branch_name
from tests.running import ROOT

NEEDED = """plugins:
  - publisher:
      publication_id: 5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77
      organisation: {name: Test Trust}
"""
SPELLINGS = [
    "",
    "      ledger: {branch: posts}\n",
    '      ledger: {remote: upstream, "branch": "posts/two"}  # a ledger of its own\n',
    "      ledger:\n        branch: posts\n",
    "      ledger:  # where: {branch: none}\n\n        # branch: none\n        branch: 'posts'\n",
    "      'ledger':\n        remote: ''\n        branch: our-ledger\n      sample: true\n",
    "      ledger: {}\n      time_zone: UTC\n",
    "      ledger:\n        remote: origin\n      description: 'branch: none'\n",
    "      # ledger: {branch: none}\n      ledger: {remote: ''}\n",
    "      description: 'the branch: none'\n",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_it_is_the_branch_that_the_settings_say(spelling: str):
    text = NEEDED + spelling
    options: dict[str, Any] = yaml.safe_load(text)["plugins"][0]["publisher"]
    assert branch_name(text) == Settings.model_validate(options).ledger.branch


def test_it_runs_with_nothing_but_python(tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text(NEEDED + SPELLINGS[3])
    script = ROOT / "publisher/social/branch_name.py"
    run = subprocess.run(
        [sys.executable, "-I", "-S", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "posts\n"
