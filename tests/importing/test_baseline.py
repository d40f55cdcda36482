"""The baseline: what was wrong when old articles came in."""

from dataclasses import replace
from pathlib import Path

import pytest

from publisher import baseline
from publisher.finding import Finding, Severity

SHORT = Finding("front-matter-description", Severity.ERROR, "a.md", 3, 1, "too short", "write more")


def test_a_settled_error_is_a_warning_wherever_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    assert baseline.write(file, [SHORT])
    moved = replace(SHORT, line=9)
    told = list(baseline.apply([moved], baseline.load(file)))
    assert told == [replace(moved, severity=Severity.WARNING)]


@pytest.mark.parametrize(
    "change", [{"path": "b.md"}, {"check": "form-alt"}, {"message": "too long"}]
)
def test_another_fault_is_an_error_still(tmp_path: Path, change: dict[str, str]) -> None:
    file = tmp_path / "baseline.json"
    baseline.write(file, [SHORT])
    other = replace(SHORT, **change)  # type: ignore[arg-type] # each of these is a text
    assert list(baseline.apply([other], baseline.load(file))) == [other]


@pytest.mark.parametrize("check", ["privacy-name", "consent-expired", "law-campaign"])
def test_what_must_not_get_out_is_never_settled(tmp_path: Path, check: str) -> None:
    file = tmp_path / "baseline.json"
    finding = replace(SHORT, check=check)
    assert not baseline.write(file, [finding])
    assert not file.exists()
    assert list(baseline.apply([finding], frozenset({baseline.fingerprint(finding)}))) == [finding]


def test_writing_adds_and_never_takes_away_and_keeps_one_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    other = replace(SHORT, path="0.md")
    baseline.write(one, [SHORT, other])
    baseline.write(two, [other])
    assert baseline.write(two, [SHORT])
    assert not baseline.write(two, [SHORT, replace(SHORT, severity=Severity.NOTICE)])
    assert one.read_bytes() == two.read_bytes()
    assert (
        one.read_text()
        == f"""\
{{
 "version": 1,
 "findings": [
  {{
   "check": "front-matter-description",
   "path": "0.md",
   "fingerprint": "{baseline.fingerprint(other)}"
  }},
  {{
   "check": "front-matter-description",
   "path": "a.md",
   "fingerprint": "{baseline.fingerprint(SHORT)}"
  }}
 ]
}}
"""
    )


def test_without_a_file_nothing_is_settled(tmp_path: Path) -> None:
    assert baseline.load(tmp_path / "none.json") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "\xff",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [{}]}',
        "[" * 100_000,
    ],
    ids=range(6),
)
def test_a_file_that_is_no_baseline_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ValueError, match=r"^baseline\.json "):
        baseline.load(file)
