"""Findings as text for a person, annotations for GitHub, JSON, and SARIF 2.1.0.

Each format is one function from findings to the whole output.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from publisher.finding import Finding, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    found = Counter(finding.severity.value for finding in findings)
    return {severity.value: found[severity.value] for severity in Severity}


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or that all is well."""
    parts = [
        f"{number} {name}{'' if number == 1 else 's'}"
        for name, number in counts(findings).items()
        if number
    ]
    return ", ".join(parts) if parts else "nothing to mend"


def as_text(findings: Sequence[Finding], root: Path) -> str:
    """Grouped by file, each finding with its line quoted and what to write instead."""
    blocks = []
    for path, group in groupby(findings, key=lambda finding: finding.path):
        lines = _lines(root / path)
        blocks.append("\n".join([click.style(path, bold=True), *(_told(f, lines) for f in group)]))
    return "\n\n".join([*blocks, summary(findings)]) + "\n"


def _told(finding: Finding, lines: Sequence[str]) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    name = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
    told = [f"  {place}: {name}: {finding.message} [{finding.check}]"]
    if finding.line <= len(lines) and lines[finding.line - 1].strip():
        told.append(f"    | {lines[finding.line - 1].strip()[:100]}")
    if finding.fix:
        told.append(f"    = {finding.fix}")
    return "\n".join(told)


def _lines(file: Path) -> list[str]:
    try:
        with file.open("rb") as stream:
            text = stream.read(1_000_000).decode("utf-8", "replace")
    except OSError:
        return []
    return ["".join(c for c in line if c.isprintable()) for line in text.splitlines()]


def as_github(findings: Sequence[Finding], root: Path) -> str:
    """Workflow commands that GitHub shows on the pull request's lines.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    del root
    return "".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    text = f"{finding.message}. {finding.fix}" if finding.fix else finding.message
    properties = {
        "file": finding.path, "line": finding.line, "col": finding.column, "title": finding.check,
    }
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{finding.severity.value} {shown}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Sequence[Finding], root: Path) -> str:
    """One document: `findings` and their `counts`."""
    del root
    told = [
        {
            "check": f.check, "severity": f.severity.value, "path": f.path, "line": f.line,
            "column": f.column, "message": f.message, "fix": f.fix,
        }
        for f in findings
    ]
    return _document({"findings": told, "counts": counts(findings)})


def as_sarif(findings: Sequence[Finding], root: Path) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning and other readers of it."""
    del root
    rules = sorted({finding.check for finding in findings})
    driver = {
        "name": "publisher",
        "version": version("healthcare-publisher"),
        "rules": [{"id": rule} for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules) for finding in findings],
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return _document({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    message = f"{finding.message}. {finding.fix}" if finding.fix else finding.message
    return {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.path)},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
    }


def _uri(path: str) -> str:
    return quote(path, safe="/")


def _document(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Finding], Path], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
