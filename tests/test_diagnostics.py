"""Findings as text, as GitHub annotations, as JSON and as SARIF: each one's whole output."""

import json
import re
from importlib.metadata import version
from pathlib import Path

import click
import jsonschema
import pytest

from publisher.diagnostics import FORMATS, as_github, as_json, as_sarif, as_text, summary
from publisher.finding import Finding, Severity

ERROR = Finding(
    "front-matter-value", Severity.ERROR, "content/one.md", 2, 8, "`date` is `soon`", "write a day"
)
WARNING = Finding(
    "form-link", Severity.WARNING, "content/one.md", 4, 1, "50% of it, so: it\nleads nowhere", ""
)
NOTICE = Finding("form-place", Severity.NOTICE, "content/two, three: Ü.md", 1, 1, "look", "move it")
FINDINGS = [ERROR, WARNING, NOTICE]
ESCAPE = "\x1b[31mred\x1b[0m \x9b31m \u202edrow \r\n \x07bell"
SCHEMA = Path(__file__).parent / "content/data/sarif-2.1.0-rtm.5.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/one.md").write_text("---\n  date: soon\n---\nWords.\n", "utf-8")
    return tmp_path


def test_text_groups_by_file_and_quotes_the_line(root: Path):
    assert click.unstyle(as_text(FINDINGS, root)) == (
        "content/one.md\n"
        "  content/one.md:2:8: error: `date` is `soon` [front-matter-value]\n"
        "    | date: soon\n"
        "    = write a day\n"
        "  content/one.md:4:1: warning: 50% of it, so: it leads nowhere [form-link]\n"
        "    | Words.\n"
        "\n"
        "content/two, three: Ü.md\n"
        "  content/two, three: Ü.md:1:1: notice: look [form-place]\n"
        "    = move it\n"
        "\n"
        "1 error, 1 warning, 1 notice\n"
    )


def test_text_is_in_colour_unless_the_reader_wants_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31merror\x1b[0m" in as_text([ERROR], root)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in as_text(FINDINGS, root)


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], "nothing to mend"),
        ([ERROR], "1 error"),
        ([ERROR, ERROR, NOTICE, NOTICE], "2 errors, 2 notices"),
    ],
    ids=lambda value: None if isinstance(value, list) else value,
)
def test_the_summary_counts(findings: list[Finding], said: str):
    assert summary(findings) == said


def test_the_quoted_line_is_the_one_that_a_reader_counts(tmp_path: Path):
    text = "\ufeffone\x0c one\u2028 one\rtwo\r\nthree\n"
    (tmp_path / "a.md").write_bytes(text.encode())
    quoted = [
        re.findall(
            r"\| (.*)", as_text([Finding("form-x", Severity.ERROR, "a.md", n, 1, "m")], tmp_path)
        )
        for n in (1, 2, 3, 4, 99)
    ]
    assert quoted == [["one  one  one"], ["two"], ["three"], [], []]


def test_of_a_long_line_the_part_is_quoted_that_matters(tmp_path: Path):
    (tmp_path / "a.md").write_text("a" * 500 + "here" + "b" * 500, "utf-8")
    for column, quoted in (
        (1, "a" * 100 + "…"),
        (501, "…" + "a" * 60 + "here" + "b" * 36 + "…"),
        (1004, "…" + "b" * 100),
    ):
        finding = Finding("form-x", Severity.ERROR, "a.md", 1, column, "m")
        assert f"    | {quoted}\n" in as_text([finding], tmp_path)


def test_a_file_that_has_gone_or_is_no_text_is_not_quoted(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for path in ("gone", "folder", "bytes", "nul\0l"):
        assert "m [form-x]" in as_text(
            [Finding("form-x", Severity.ERROR, path, 1, 1, "m")], tmp_path
        )


@pytest.mark.parametrize("name", FORMATS)
def test_no_terminal_obeys_what_stands_in_a_file(tmp_path: Path, name: str):
    path = f"a{ESCAPE.replace('/', '')}.md"
    (tmp_path / path).write_text(ESCAPE, "utf-8")
    finding = Finding("form-x", Severity.ERROR, path, 1, 1, f"is `{ESCAPE}`", f"not {ESCAPE}")
    shown = click.unstyle(FORMATS[name]([finding], tmp_path))
    assert [c for c in shown if not c.isprintable() and c != "\n"] == []


def test_emoji_stay_whole(tmp_path: Path):
    finding = Finding("form-x", Severity.ERROR, "a.md", 1, 1, "👩‍⚕️ is a nurse")
    assert "👩‍⚕️ is a nurse" in as_text([finding], tmp_path)


def test_github_reads_one_command_a_finding(root: Path):
    assert as_github(FINDINGS, root) == (
        "::error file=content/one.md,line=2,col=8,title=front-matter-value::"
        "`date` is `soon`. write a day\n"
        "::warning file=content/one.md,line=4,col=1,title=form-link::"
        "50%25 of it, so: it%0Aleads nowhere\n"
        "::notice file=content/two%2C three%3A Ü.md,line=1,col=1,title=form-place::look. move it\n"
    )


def test_a_value_cannot_smuggle_in_a_command_of_its_own(root: Path):
    finding = Finding("form-x", Severity.ERROR, "a\n::error::b", 1, 1, "c\r\n::add-mask::d", "")
    assert as_github([finding], root).count("\n") == 1


def test_json_is_one_document_with_the_keys_that_machines_rely_on(root: Path):
    assert json.loads(as_json([ERROR, NOTICE], root)) == {
        "findings": [
            {
                "check": "front-matter-value",
                "severity": "error",
                "path": "content/one.md",
                "line": 2,
                "column": 8,
                "message": "`date` is `soon`",
                "fix": "write a day",
            },
            {
                "check": "form-place",
                "severity": "notice",
                "path": "content/two, three: Ü.md",
                "line": 1,
                "column": 1,
                "message": "look",
                "fix": "move it",
            },
        ],
        "counts": {"error": 1, "warning": 0, "notice": 1},
    }


def test_json_without_findings_has_the_same_keys(root: Path):
    assert json.loads(as_json([], root)) == {
        "findings": [],
        "counts": {"error": 0, "warning": 0, "notice": 0},
    }


def test_json_gives_back_every_character(root: Path):
    finding = Finding("form-x", Severity.ERROR, "a.md", 1, 1, f"{ESCAPE} 👩‍⚕️ \udcff")
    assert json.loads(as_json([finding], root))["findings"][0]["message"] == finding.message


def test_sarif_is_valid_by_its_schema(root: Path):
    odd = Finding("form-x", Severity.ERROR, "a b/ü%:?#\udce9.md", 1, 1, ESCAPE, "")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for findings in ([], FINDINGS, [odd]):
        jsonschema.Draft4Validator(schema).validate(json.loads(as_sarif(findings, root)))


def test_sarif_says_all_that_is_known(root: Path):
    assert json.loads(as_sarif([ERROR, NOTICE], root)) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "publisher",
                        "version": version("healthcare-publisher"),
                        "rules": [{"id": "form-place"}, {"id": "front-matter-value"}],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "front-matter-value",
                        "ruleIndex": 1,
                        "level": "error",
                        "message": {"text": "`date` is `soon`. write a day"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "content/one.md"},
                                    "region": {"startLine": 2, "startColumn": 8},
                                }
                            }
                        ],
                    },
                    {
                        "ruleId": "form-place",
                        "ruleIndex": 0,
                        "level": "note",
                        "message": {"text": "look. move it"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "content/two%2C%20three%3A%20%C3%9C.md"
                                    },
                                    "region": {"startLine": 1, "startColumn": 1},
                                }
                            }
                        ],
                    },
                ],
            }
        ],
    }
