"""`publisher check` itself does what pages say of it, for all that more than a text decides.

That are the pages of what is found elsewhere, and the examples that tell what is so around them.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import publisher
from publisher import checks
from publisher.checks._page import CheckPage, Example
from publisher.looking_up import asking
from publisher.overview import FAMILIES
from publisher.site import audit
from tests.checks.surroundings import Stage, has_surroundings, stage
from tests.checks.web import Web, web
from tests.desk import run

PAGES = {name: page for name, page in checks.pages().items() if name not in checks.checks()}
EXAMPLES = [
    pytest.param(name, example, id=f"{name} {'flags' if example.flagged else 'passes'} {number}")
    for name, page in checks.pages().items()
    for number, example in enumerate(page.examples, 1)
    if name in PAGES or has_surroundings(example)
]
AUDITS = {each.CHECK for each in audit.audits()} & PAGES.keys()
FAMILY = re.compile(rf"(?:{'|'.join(FAMILIES)})-[a-z]+(?:-[a-z]+)*")


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr(asking, "PAUSE", 0.0)
    with web() as around:
        yield around


def told(name: str, made: Stage) -> list[dict[str, str]]:
    """What the command finds, having built and asked whatever that check looks at."""
    if name == "form-markdown":  # which only shows when pages are made
        told_of = rf"(?m)^ .*?:\d+: (\w+): .* \[{name}\]$"
        return [{"severity": each} for each in re.findall(told_of, run(made.root, "build").output)]
    ways = ["--online"] if name.startswith("evidence-") else ["--select", name]
    if name in AUDITS:
        ways += ["--site"]
        built(made)
    elif name == "form-suppression":
        ways = []  # whether a comment is needed, only all checks together can say
    done = run(made.root, "check", "--format", "json", *ways)
    return [each for each in json.loads(done.stdout)["findings"] if each["check"] == name]


def built(made: Stage) -> None:
    """Build the site, and take from it what the example says that it has lost."""
    run(made.root, "build")
    assert (made.root / "site/articles/example/index.html").is_file(), "the example was withheld"
    for lost in made.lost:
        (file,) = (made.root / "site").rglob(lost)
        file.unlink()


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_command_does_what_the_examples_of_a_page_say(
    name: str, example: Example, tmp_path: Path, around: Web
):
    found = told(name, stage(tmp_path, around, example.text))
    assert bool(found) == example.flagged, found
    weight = checks.page(name).severity
    assert weight is None or {each["severity"] for each in found} <= {weight}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_says_its_rule_why_it_is_one_and_both_kinds_of_examples(page: CheckPage):
    assert page.rule.endswith(".")
    assert len(page.rule) <= 100
    assert page.explanation
    assert {example.flagged for example in page.examples} == {True, False}
    if page.severity is None:
        assert len(re.findall(r"(?i)\b(?:error|warning|notice)\s+for\b", page.explanation)) > 1


def named_in(file: Path) -> set[str]:
    """The ids of checks that stand in a file's code, and not in its comments or docstrings."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    values = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return {each for each in values if isinstance(each, str) and FAMILY.fullmatch(each)}


def test_every_id_that_code_can_tell_has_a_page_and_no_other_has_one():
    package = Path(publisher.__file__).parent
    files = [file for file in package.rglob("*.py") if package / "checks" not in file.parents]
    assert set().union(*map(named_in, files)) | set(checks.checks()) == set(checks.rules())


def test_no_id_has_two_pages():
    folder = Path(checks.__file__).parent / "pages"
    assert {file.stem for file in folder.iterdir()} & set(checks.checks()) == set()
