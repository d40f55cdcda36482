"""Findings as text for a person, annotations for GitHub, JSON, and SARIF 2.1.0.

Each format is one function from findings to the whole output. What comes out of a file (a name,
a value, a quoted line) may hold anything, escape sequences too; no terminal is told to obey it.
What would identify somebody (a finding's `secret`) stands nowhere but on the writer's own screen:
a log, a page of GitHub's and a file for machines are read by more people, and kept.
"""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from publisher.finding import Finding, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

# Longer files are not read by anyone here, so no finding points further into them.
_READ_AT_MOST = 1_000_000
# How much of a line is quoted, and how much of that before the place a finding points at.
_QUOTED, _BEFORE = 100, 60
# The endings of files whose lines say something to a person; `-` is standard input.
_TEXTS = (".md", ".yml", ".yaml", "-")
# Invisible, but part of many an emoji.
_JOINER = "\u200d"


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


def discreet(findings: Sequence[Finding]) -> list[Finding]:
    """The same findings, in which no message repeats what any of its file keeps secret."""
    secrets: dict[str, set[str]] = {}
    for finding in findings:
        if finding.secret:
            secrets.setdefault(finding.path, set()).add(finding.secret)
    return [_blotted(finding, secrets.get(finding.path, ())) for finding in findings]


def _blotted(finding: Finding, secrets: Iterable[str]) -> Finding:
    message, fix = finding.message, finding.fix
    for secret in sorted(secrets, key=len, reverse=True):
        message, fix = message.replace(secret, "…"), fix.replace(secret, "…")
    return replace(finding, message=message, fix=fix, secret="")


def _on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def as_text(findings: Sequence[Finding], root: Path) -> str:
    """Grouped by file, each finding with its line quoted and what to write instead.

    In colour, unless NO_COLOR stands in the environment (https://no-color.org); what prints it
    takes the colour out where no terminal is. In a log of GitHub's, no line is quoted in which
    somebody might be known, nor any of a file that holds such a line.
    """
    blocks = []
    secret = {finding.path for finding in findings if finding.secret} if _on_github() else set()
    shown = discreet(findings) if secret else findings
    for path, group in groupby(shown, key=lambda finding: finding.path):
        lines = _lines(root / path) if path not in secret and path.endswith(_TEXTS) else []
        blocks.append("\n".join([_style(plain(path)), *(_told(f, lines) for f in group)]))
    return "\n\n".join([*blocks, summary(findings)]) + "\n"


def _told(finding: Finding, lines: Sequence[str]) -> str:
    place = f"{plain(finding.path)}:{finding.line}:{finding.column}"
    name = _style(finding.severity.value, _COLOURS[finding.severity])
    told = [f"  {place}: {name}: {plain(finding.message)} [{finding.check}]"]
    if quoted := _quoted(finding, lines):
        told.append(f"    | {quoted}")
    if finding.fix:
        told.append(f"    = {plain(finding.fix)}")
    return "\n".join(told)


def _quoted(finding: Finding, lines: Sequence[str]) -> str:
    """The finding's line, or the part of a long one that it points at."""
    line = lines[finding.line - 1] if finding.line <= len(lines) else ""
    if len(line.strip()) <= _QUOTED:
        return plain(line.strip())
    start = max(0, min(finding.column - 1 - _BEFORE, len(line) - _QUOTED))
    part = line[start : start + _QUOTED].strip()
    ends = ("…" if start else "", "…" if start + _QUOTED < len(line) else "")
    return f"{ends[0]}{plain(part)}{ends[1]}"


def _lines(file: Path) -> list[str]:
    """The lines of a plain file; none of what a link leads to, which is nobody's to quote."""
    try:
        opened = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(opened, "rb") as stream:
            if not stat.S_ISREG(os.fstat(opened).st_mode):
                return []
            text = stream.read(_READ_AT_MOST).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _style(text: str, colour: str | None = None) -> str:
    """In `colour`, or bold without one."""
    if os.environ.get("NO_COLOR"):
        return text
    return click.style(text, fg=colour) if colour else click.style(text, bold=True)


def plain(text: str) -> str:
    """`text` on one line, without what a terminal would obey or cannot show."""
    shown = (
        c if c.isprintable() or c == _JOINER else " " if c.isspace() else "\ufffd" for c in text
    )
    return "".join(shown)


def aside(title: str, message: str) -> str:
    """Return a line about the run itself: where GitHub runs it, a warning that is seen there."""
    if _on_github():
        return annotation(Severity.WARNING, title, message)
    return f"{title}: {plain(message)}\n"


def as_github(findings: Sequence[Finding], root: Path) -> str:
    """Workflow commands that GitHub shows on the pull request's lines, errors first.

    GitHub shows ten errors, ten warnings and ten notices of a step; a job's summary tells them all
    (`job_summary`).

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    del root
    gravest_first = sorted(discreet(findings), key=lambda f: [*Severity].index(f.severity))
    return "".join(_annotation(finding) for finding in gravest_first)


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether one of `findings` is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _annotation(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "title": finding.check,
    }
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{finding.severity.value} {shown}::{_data(_sentence(finding))}\n"


def annotation(severity: Severity, title: str, message: str) -> str:
    """The workflow command that shows a message above a run, not on any line."""
    return f"::{severity.value} title={_property(title)}::{_data(message)}\n"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return plain(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sentence(finding: Finding) -> str:
    return f"{finding.message}. {finding.fix}" if finding.fix else finding.message


def as_json(findings: Sequence[Finding], root: Path) -> str:
    """One document: `findings` and their `counts`."""
    del root
    told = [
        {
            "check": f.check,
            "severity": f.severity.value,
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "message": f.message,
            "fix": f.fix,
        }
        for f in discreet(findings)
    ]
    return _document({"findings": told, "counts": counts(findings)})


def as_sarif(
    findings: Sequence[Finding], root: Path, rules_told: Mapping[str, str] | None = None
) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning; `rules_told` says in a line what each check is."""
    del root
    said = rules_told or {}
    rules = sorted({finding.check for finding in findings})
    driver = {
        "name": "publisher",
        "version": version("healthcare-publisher"),
        "rules": [
            {"id": rule} | ({"shortDescription": {"text": said[rule]}} if rule in said else {})
            for rule in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.check)) for each in discreet(findings)],
    }
    return _document({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(finding.path.encode("utf-8", "replace"))},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": _sentence(finding)},
        "locations": [{"physicalLocation": place}],
    }


def _document(content: dict[str, Any]) -> str:
    """JSON with every control character escaped, those of C1 and a lone surrogate too."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return "".join(c if c == "\n" or c.isprintable() else _escaped(c) for c in text) + "\n"


def _escaped(letter: str) -> str:
    return json.dumps(letter)[1:-1]


FORMATS: dict[str, Callable[[Sequence[Finding], Path], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
