"""Each check's own page: its examples are flagged, or pass, as it says.

Those that tell what is so around them run in test_pages.py.
"""

import dataclasses
from pathlib import Path

import pytest

from publisher.checks import checks, findings
from publisher.checks._page import Example, page_of
from publisher.content.publication import load_publication
from tests.checks.publications import AS_OF, settings

SETTINGS = settings()
PEOPLE = """\
editorial-team: {name: Editorial team, kind: team}
patient-safety-team: {name: Patient safety team, kind: team}
paediatric-nurse: {name: A nurse, credentials: [RN]}
ward-nurse: {name: Another nurse}
former-nurse: {name: A third nurse, credentials: [RN], left: 2026-01-31}
"""
HEADER = """\
---
title: Example
authors: [editorial-team]
lang: {language}
---

"""

EXAMPLES = [
    pytest.param(name, example, id=f"{name} {'flags' if example.flagged else 'passes'} {number}")
    for name, module in checks().items()
    for number, example in enumerate(page_of(module).examples, 1)
    if "\nWhere " not in example.text
]


def publication_with(root: Path, example: Example):
    folder = root / "content/articles/2026"
    folder.mkdir(parents=True)
    (root / "content/people.yml").write_text(PEOPLE)
    header = "" if example.text.startswith("---") else HEADER.format(language=example.language)
    (folder / "example.md").write_text(f"{header}{example.text}\n", "utf-8")
    return load_publication(root, SETTINGS, AS_OF, name="Example Health")


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_check_does_what_its_examples_say(name: str, example: Example, tmp_path: Path):
    publication = publication_with(tmp_path, example)
    told = [dataclasses.astuple(f) for f in findings(publication, {}, lambda check: check == name)]
    assert bool(told) == example.flagged, told


@pytest.mark.parametrize("name", checks())
def test_a_check_says_its_rule_its_source_and_both_kinds_of_examples(name: str):
    module = checks()[name]
    page = page_of(module)
    assert page.rule
    assert len(page.rule) <= 100
    assert "Source:" in page.explanation
    assert hasattr(module, "check") != hasattr(module, "check_publication")
    assert {example.flagged for example in page.examples} == {True, False}
