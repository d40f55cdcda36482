"""What was wrong before we began: known, and in nobody's way.

`publisher check --baseline` and `publisher import` write it, so that a team with old articles can
start today and hears of what is new. The file `.publisher-baseline.json` stands at the
publication's root: `{"version": 1, "findings": [{"check", "path", "fingerprint"}]}`. A fingerprint
holds no line number, so that a sentence added above does not wake what was settled; it does hold
the message and the words of the line, so that the same fault elsewhere in the file is new. An
article goes by its id, so that it may be moved.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from pathlib import Path

from publisher.finding import Finding, Severity

FILE_NAME = ".publisher-baseline.json"

# An old article may lack what we ask for; it may never tell of a patient or break a law.
# These families stay errors until a person has read them.
NEVER_SETTLED = frozenset({"privacy", "consent", "law"})

_VERSION = 1
_ID = re.compile(r"id:[ \t]*[\"']?([\w-]+)")


def fingerprint(finding: Finding, root: Path) -> str:
    """SHA-256, in hexadecimal, of what was found, in which article and in which words of it.

    An article is known by its id, any other file by its path.
    """
    return _fingerprint(finding, root, _id(root / finding.path) or finding.path)


def _fingerprint(finding: Finding, root: Path, name: str) -> str:
    lines = _lines(root / finding.path)
    words = lines[finding.line - 1].strip() if 0 < finding.line <= len(lines) else ""
    said = f"{finding.check}\0{name}\0{finding.message}\0{words}"
    return hashlib.sha256(said.encode()).hexdigest()


def _id(file: Path) -> str:
    lines = _lines(file)
    if file.suffix != ".md" or not lines or lines[0].rstrip() != "---":
        return ""
    header = takewhile(lambda line: line.rstrip() != "---", lines[1:])
    return next((found[1] for line in header if (found := _ID.match(line))), "")


@cache
def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def load(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file; none where there is no file.

    Raises:
        ValueError: the file is no baseline; the message says so in a sentence.
    """
    return frozenset(entry["fingerprint"] for entry in _entries(path))


def write(path: Path, findings: Iterable[Finding]) -> int:
    """Add the errors and warnings among `findings` to the baseline; how many were new to it.

    Raises:
        ValueError: the file that stands there is no baseline.
    """
    entries = {entry["fingerprint"]: entry for entry in _entries(path)}
    known = len(entries)
    _lines.cache_clear()
    for finding in findings:
        if _can_be_settled(finding):
            key = fingerprint(finding, path.parent)
            entries[key] = {"check": finding.check, "path": finding.path, "fingerprint": key}
    if len(entries) > known:
        order = sorted(entries.values(), key=lambda e: (e["path"], e["check"], e["fingerprint"]))
        text = json.dumps({"version": _VERSION, "findings": order}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
    return len(entries) - known


def unsettled(findings: Iterable[Finding], baseline: frozenset[str], root: Path) -> list[Finding]:
    """Those of `findings` that the baseline does not hold, in the same order."""
    if not baseline:
        return list(findings)
    _lines.cache_clear()
    return [
        finding
        for finding in findings
        if not (_can_be_settled(finding) and _is_settled(finding, baseline, root))
    ]


def _is_settled(finding: Finding, baseline: frozenset[str], root: Path) -> bool:
    """Whether it is in the baseline, of which an old one knows articles by their paths."""
    if fingerprint(finding, root) in baseline:
        return True
    return _fingerprint(finding, root, finding.path) in baseline


def _can_be_settled(finding: Finding) -> bool:
    family = finding.check.partition("-")[0]
    return finding.severity is not Severity.NOTICE and family not in NEVER_SETTLED


def _entries(path: Path) -> list[dict[str, str]]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as problem:
        message = f"{path.name} cannot be read as a baseline: {problem}"
        raise ValueError(message) from problem
    entries = stored.get("findings") if isinstance(stored, dict) else None
    if not isinstance(entries, list) or stored.get("version") != _VERSION:
        message = f"{path.name} is no baseline of version {_VERSION}"
        raise ValueError(message)
    if not all(_is_entry(entry) for entry in entries):
        message = f"{path.name} holds an entry without check, path and fingerprint"
        raise ValueError(message)
    return entries


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(key), str) for key in ("check", "path", "fingerprint")
    )
