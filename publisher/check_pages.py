"""What there is to read about the checks: for a person at a terminal, a machine, and in docs/."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from publisher.checks import CheckPage, page, rules

_MADE = (
    "<!-- Made by `publisher checks --format {}`; change the checks' own docstrings and pages. -->"
)

_REFERENCE = """\
# What is checked

{made}

Each check is a file in `publisher/checks/` of the same name, with `_` for `-`; of what is found
elsewhere, while files are read, posts composed, pages made or works looked up, the page is in
`publisher/checks/pages/`. How much a check weighs is set in mkdocs.yml, below
`plugins: [publisher: {{checks: …}}]`: `words-sentence: notice`, or for a whole family `words: off`.
An error of privacy, consent or law weighs less only for a reason:
`privacy-age: {{severity: warning, reason: "…"}}`. Why a file cannot be
read is told in any case.

In a text a comment lets a finding stand for its paragraph,
`<!-- publisher: ignore[words-sentence] the law's own words -->`; in front matter it is
`# publisher: ignore[form-alt] a pattern without a meaning`. One without a reason does nothing, one
that is misspelt or no longer needed is a finding itself, and none of them reaches a page or a feed.
"""

_TRAINING = """\
# Training: what we would write, and what not

{made}

A part at a time: read each “Rather not” aloud, say what might go wrong and for whom, then read what
is fine. All persons, numbers and places are made up. Lines that begin with “Where” tell what is so
around a text. What is flagged here stops or warns an author who writes it; docs/checks.md tells why
each rule is one, and where it comes from.
"""


def as_text(names: Sequence[str]) -> str:
    """A line for each check, or the whole page where one is named."""
    if len(names) == 1:
        return _page_text(names[0])
    width = max(map(len, names))
    return "\n".join(f"{name:{width}}  {rules()[name]}" for name in names)


def _page_text(name: str) -> str:
    about = page(name)
    told = [f"{name} ({about.severity})" if about.severity else name, about.rule]
    told += [about.explanation] if about.explanation else []
    for title, texts in (("Flagged", about.flagged), ("Passed", about.passed)):
        entries = [f"  - {text}".replace("\n", "\n    ") for text in texts]
        told += ["\n".join([f"{title}:", *entries])] if entries else []
    return "\n\n".join(told)


def as_json(names: Sequence[str]) -> str:
    """One document: `checks`, each with its severity, rule and examples."""
    told = {"checks": [_as_data(name, page(name)) for name in names]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_data(name: str, about: CheckPage) -> dict[str, Any]:
    return {
        "check": name,
        "severity": about.severity,
        "rule": about.rule,
        "explanation": about.explanation,
        "flags": about.flagged,
        "passes": about.passed,
    }


def as_markdown(names: Sequence[str]) -> str:
    """The reference in docs/checks.md."""
    told = [_REFERENCE.format(made=_MADE.format("markdown"))]
    for family, group in groupby(names, key=_family):
        told.append(f"## {family}\n")
        told += [_entry(name, page(name)) for name in group]
    return "\n".join(told).rstrip()


def _entry(name: str, about: CheckPage) -> str:
    weight = f" ({about.severity})" if about.severity else ""
    told = [f"### {name}{weight}", about.rule]
    told += [about.explanation] if about.explanation else []
    for title, texts in (("Flagged", about.flagged), ("Passed", about.passed)):
        told += [f"{title}:", *map(_example, texts)] if texts else []
    return "\n\n".join(told) + "\n"


def _example(text: str) -> str:
    return f"```markdown\n{text}\n```"


def as_training(names: Sequence[str]) -> str:
    """The pairs in docs/training.md: what is flagged beside what passes."""
    told = [_TRAINING.format(made=_MADE.format("training"))]
    for family, group in groupby(names, key=_family):
        told.append(f"## {family}\n")
        for about in map(page, group):
            told.append(f"### {about.rule}\n")
            told += [_said("Rather not", text) for text in about.flagged]
            told += [_said("Fine", text) for text in about.passed]
    return "\n".join(told).rstrip()


def _said(title: str, text: str) -> str:
    return f"{title}:\n\n{_example(text)}\n"


def _family(name: str) -> str:
    return "front-matter" if name.startswith("front-matter-") else name.partition("-")[0]


FORMATS: dict[str, Callable[[Sequence[str]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "training": as_training,
}
