"""Headings below the title."""

from collections.abc import Callable

import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\nText", "Text"),
        ("A\n===\n\nText", "Text"),
        ("# B\n\n## C\n\n###### D", "## B\n\n### C\n\n###### D"),
        ("## B\n\n### C", "## B\n\n### C"),
        ("### B\n\n#### C", "## B\n\n### C"),
        ("B\n---\n\nText", "## B\n\nText"),
        ("One\nB\n===", "One\nB\n==="),
        ("```\n# a\n```\n\n# B", "```\n# a\n```\n\n## B"),
        ("#1 of our worries\n\n#hashtag", "\\#1 of our worries\n\n\\#hashtag"),
        ("- a\n---\n\nText", "- a\n---\n\nText"),
    ],
    ids=range(10),
)
def test_headings_begin_at_the_second_level(text: str, expected: str, body_of: BodyOf) -> None:
    assert body_of(text) == (f"{expected}\n", [])


def test_in_python_markdown_a_heading_needs_no_space(body_of: BodyOf) -> None:
    assert body_of("#B\n\n##C", generator="pelican")[0] == "## B\n\n### C\n"
