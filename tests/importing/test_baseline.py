"""The baseline: what was wrong when old articles came in."""

from dataclasses import replace
from pathlib import Path

import pytest

from publisher import baseline
from publisher.finding import Finding, Severity

SHORT = Finding("front-matter-description", Severity.ERROR, "a.md", 3, 1, "too short", "write more")


def test_what_is_settled_is_passed_over_wherever_its_line_has_gone(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    (tmp_path / "a.md").write_text("---\ntitle: One\ndescription: Short.\n")
    assert baseline.write(file, [SHORT]) == 1
    (tmp_path / "a.md").write_text("---\ntitle: One\n\ndescription: Short.\n")
    assert baseline.unsettled([replace(SHORT, line=4)], baseline.load(file), tmp_path) == []


def test_the_same_fault_in_other_words_is_new(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    (tmp_path / "a.md").write_text("---\ntitle: One\ndescription: Short.\n")
    baseline.write(file, [SHORT])
    (tmp_path / "a.md").write_text("---\ntitle: One\ndescription: Shorter.\n")
    assert baseline.unsettled([SHORT], baseline.load(file), tmp_path) == [SHORT]


@pytest.mark.parametrize(
    "change", [{"path": "b.md"}, {"check": "form-alt"}, {"message": "too long"}]
)
def test_another_fault_is_told_still(tmp_path: Path, change: dict[str, str]) -> None:
    file = tmp_path / "baseline.json"
    baseline.write(file, [SHORT])
    other = replace(SHORT, **change)  # type: ignore[arg-type] # each of these is a text
    assert baseline.unsettled([other], baseline.load(file), tmp_path) == [other]


@pytest.mark.parametrize("check", ["privacy-name", "consent-expired", "law-campaign"])
def test_what_must_not_get_out_is_never_settled(tmp_path: Path, check: str) -> None:
    file = tmp_path / "baseline.json"
    finding = replace(SHORT, check=check)
    assert not baseline.write(file, [finding])
    assert not file.exists()
    known = frozenset({baseline.fingerprint(finding, tmp_path)})
    assert baseline.unsettled([finding], known, tmp_path) == [finding]


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
   "fingerprint": "{baseline.fingerprint(other, tmp_path)}"
  }},
  {{
   "check": "front-matter-description",
   "path": "a.md",
   "fingerprint": "{baseline.fingerprint(SHORT, tmp_path)}"
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
