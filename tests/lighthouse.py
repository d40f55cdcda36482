"""Lighthouse as a person runs it, on a mobile screen; its exit code says nothing, so read this."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chromium import QUIET, only, program
from tests.running import ROOT

PROGRAM = ROOT / "tests/node/node_modules/lighthouse/cli/index.js"


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of 100 by category, and each audit that took something off one of them.

    `largest_paint` is when the largest part of the first view was there, in milliseconds; 0 where
    performance was not judged.
    """

    scores: Mapping[str, int]
    failed: tuple[str, ...]
    largest_paint: float = 0


def lighthouse(address: str, port: int, *categories: str) -> Report:
    """Load the page at `address`, whose host nginx plays at `port`, and judge it.

    Raises AssertionError when the page could not be judged.
    """
    host = address.split("/")[2]
    arguments = " ".join(map(_quoted, ("--headless=new", *QUIET, *only(host, port))))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            "node", str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(categories)}", f"--chrome-flags={arguments}",
            "--no-enable-error-reporting",
        ]  # fmt: skip
        environment = os.environ | {"CHROME_PATH": program(), "TMPDIR": folder}
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert report.is_file(), run.stdout + run.stderr
        told = json.loads(report.read_text("utf-8"))
    assert "runtimeError" not in told, told["runtimeError"]["message"]
    scores = {name: round(100 * told["categories"][name]["score"]) for name in categories}
    paint = told["audits"].get("largest-contentful-paint", {"numericValue": 0})
    return Report(scores, tuple(_failed(told)), paint["numericValue"])


def _quoted(argument: str) -> str:
    name, equals, value = argument.partition("=")
    return f'{name}="{value}"' if equals else name


def _failed(told: Mapping[str, Any]) -> Iterator[str]:
    """`seo: canonical: Document does not have a valid rel=canonical; Points to …`."""
    for name, category in told["categories"].items():
        for part in category["auditRefs"]:
            audit = told["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                why = audit.get("explanation") or audit.get("displayValue") or ""
                yield f"{name}: {audit['id']}: {audit['title']}{'; ' if why else ''}{why}"
