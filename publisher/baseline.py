"""What was wrong when old articles came in: told ever after, but no longer in anybody's way.

The file `.publisher-baseline.json` stands at the publication's root:
`{"version": 1, "findings": [{"check", "path", "fingerprint"}]}`. A fingerprint holds no line,
so that a sentence added above does not wake what was settled; it does hold the message, so
that a new fault of the same kind in the same file is an error again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from publisher.finding import Finding, Severity

FILE_NAME = ".publisher-baseline.json"

# An old article may lack what we ask for; it may never tell of a patient or break a law.
# These families stay errors until a person has read them.
NEVER_SETTLED = frozenset({"privacy", "consent", "law"})

_VERSION = 1


def fingerprint(finding: Finding) -> str:
    """SHA-256, in hexadecimal, of what was found and in which file, wherever in it."""
    said = f"{finding.check}\0{finding.path}\0{finding.message}"
    return hashlib.sha256(said.encode()).hexdigest()


def load(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file; none where there is no file.

    Raises:
        ValueError: the file is no baseline; the message says so in a sentence.
    """
    return frozenset(entry["fingerprint"] for entry in _entries(path))


def write(path: Path, findings: Iterable[Finding]) -> bool:
    """Add the errors among `findings` to the baseline file; whether there was anything to add.

    Raises:
        ValueError: the file that stands there is no baseline.
    """
    entries = {entry["fingerprint"]: entry for entry in _entries(path)}
    known = len(entries)
    for finding in findings:
        if _can_be_settled(finding):
            entry = {"check": finding.check, "path": finding.path}
            entries[fingerprint(finding)] = {**entry, "fingerprint": fingerprint(finding)}
    if len(entries) == known:
        return False
    order = sorted(entries.values(), key=lambda e: (e["path"], e["check"], e["fingerprint"]))
    text = json.dumps({"version": _VERSION, "findings": order}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return True


def apply(findings: Iterable[Finding], baseline: frozenset[str]) -> Iterator[Finding]:
    """The same findings in the same order; an error that the baseline holds is a warning."""
    for finding in findings:
        settled = _can_be_settled(finding) and fingerprint(finding) in baseline
        yield replace(finding, severity=Severity.WARNING) if settled else finding


def _can_be_settled(finding: Finding) -> bool:
    family = finding.check.partition("-")[0]
    return finding.severity is Severity.ERROR and family not in NEVER_SETTLED


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
