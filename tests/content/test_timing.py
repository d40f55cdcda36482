"""Times that leave a post no room are told on the line where they stand."""

from pathlib import Path

import pytest

from tests.content.paper import article, told

CHECK, NONE = "front-matter-date: `not_after`", "no post could go out"
LATER = "write a later day, or leave it out"
EARLIER = "write an earlier time here, or a later `not_after`"


@pytest.mark.parametrize(
    ("social", "found"),
    [
        ("{not_after: 2026-05-01}", None),
        ("{not_before: 2026-05-02, not_after: 2026-05-02}", None),
        ("{not_after: 2026-05-09, again: [{after: 7, text: Still true.}]}", None),
        (
            "{not_after: 2026-04-30}",
            f"11:10 {CHECK} (2026-04-30) has passed before the article is out; {NONE}; {LATER}",
        ),
        (
            "{not_before: 2026-05-09, not_after: 2026-05-08}",
            f"11:34 {CHECK} (2026-05-08) has passed before `not_before`; {NONE}; {LATER}",
        ),
        (
            "{not_after: 2026-05-08, again: [{after: 8, text: Still true.}]}",
            f"11:42 {CHECK} (2026-05-08) has passed by then; it would never go out; {EARLIER}",
        ),
        (
            "{not_after: 2026-05-08, again: [{at: 2026-05-09, text: Still true.}]}",
            f"11:42 {CHECK} (2026-05-08) has passed by then; it would never go out; {EARLIER}",
        ),
    ],
)
def test_a_post_that_could_never_go_out_is_told(tmp_path: Path, social: str, found: str | None):
    lines = told(tmp_path, article({"social": social}))
    assert [line for line in lines if "not_after" in line] == ([found] if found else [])
