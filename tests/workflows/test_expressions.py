"""The test's own reading of GitHub's expressions, so that what it skips is skipped rightly."""

import pytest

from tests.workflows.expressions import fill, holds

CONTEXT = {
    "github": {"ref": "refs/heads/main", "run_attempt": 2},
    "needs": {"build": {"outputs": {"complete": "false"}, "result": "success"}},
    "inputs": {"again": True},
    "success": lambda: False,
    "cancelled": lambda: False,
    "hashFiles": lambda path: "digest" if path == "there" else "",
}


@pytest.mark.parametrize(
    ("condition", "runs"),
    [
        ("${{ github.ref == 'refs/heads/main' && !cancelled() }}", True),
        ("github.ref == 'refs/heads/main'", False),
        ("", False),
        ("!cancelled() && needs.build.outputs.complete == 'false'", True),
        ("!cancelled() && needs.build.outputs.missing == ''", True),
        ("!cancelled() && (inputs.again == 'true' || github.ref == 'it''s && (')", True),
        ("!cancelled() && hashFiles('there') != ''", True),
        ("!cancelled() && hashFiles('not there') != ''", False),
        ("cancelled() || inputs.again && !cancelled()", True),
        ("!(cancelled() || inputs.again)", False),
    ],
)
def test_a_condition_holds_as_it_does_on_github(condition, runs):
    assert holds(condition, CONTEXT) is runs


def test_text_is_filled_in():
    text = "github-pages-${{ github.run_attempt }} ${{inputs.again}}${{ steps.no.outputs.no }}."
    assert fill(text, CONTEXT) == "github-pages-2 true."


@pytest.mark.parametrize("text", ["github.ref ? 1 : 2", "a b", "('a'", "'open"])
def test_what_is_no_expression_of_ours_is_refused(text):
    with pytest.raises((AssertionError, IndexError)):
        fill("${{ " + text + " }}", CONTEXT)
