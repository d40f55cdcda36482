"""Code and comments: where they are, by the rules of what makes the pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content.masking import (
    mask,
    open_comment,
    without_comments,
    without_indented_code,
)

MARKDOWN = st.text(alphabet="`~<!->\n\t \\[]()*_#:ab1.{}=\"'", max_size=200)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a `b\n> c` d", "a `b\n> c` d"),
        ("> a `b\n> c` d", "> a   \n     d"),
        ("a `b\n# c` d", "a `b\n# c` d"),
        ("a ```b` c", "a       c"),
        ("a `b``` c", "a `b``` c"),
        ("    `a\n\nb` `c", "    `a\n\nb   c"),
        (r"a \`b` c", r"a \`b` c"),
        ("a `b", "a `b"),
        ("a <!-- b\n\nc --> d", "a       \n\n      d"),
        ("a `<!--` b --> c", "a        b --> c"),
        ("a <!-- `b --> c` d", "a             c` d"),
        ("a <!-- b", "a <!-- b"),
        ("```\na\n\nb\n```\nc", "   \n \n\n \n   \nc"),
        ("~~~ python\na\n~~~\nc", "          \n \n   \nc"),
        ("```` {.python}\n```\n````\nc", "              \n   \n    \nc"),
        ("```\na\n\nb", "```\na\n\nb"),
        ("```\na\n````\nb", "```\na\n````\nb"),
        ("  ```\n  a\n  ```\nb", "     \n   \n     \nb"),
        ("```\n<!--\n```\nb -->", "   \n    \n   \nb -->"),
    ],
)
def test_code_and_comments_become_spaces_and_lines_stay(text: str, masked: str):
    assert mask(text) == masked


@given(MARKDOWN)
def test_a_mask_keeps_every_place(text: str):
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(
        after in (before, " ") or before == "\n" == after
        for before, after in zip(text, masked, strict=True)
    )
    assert [i for i, c in enumerate(masked) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- note --> b", "a  b"),
        ("a\n<!-- one\ntwo -->\nb", "a\n\n\nb"),
        ("a `<!-- shown -->` b", "a `<!-- shown -->` b"),
        ("```\n<!-- shown -->\n```\n", "```\n<!-- shown -->\n```\n"),
        ("a <!-- <!-- --> b", "a  b"),
        ("a <!-- b", "a <!-- b"),
    ],
)
def test_comments_leave_the_page_but_not_the_code(text: str, left: str):
    assert without_comments(text) == left


@given(MARKDOWN)
def test_taking_comments_out_moves_no_line(text: str):
    assert without_comments(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a <!-- b", 2),
        ("a <!-- b --> <!--", 13),
        ("a `<!--`", None),
        ("    <!--", None),
        ("a", None),
    ],
)
def test_a_comment_without_end_is_found(text: str, place: int | None):
    assert open_comment(text, mask(text)) == place


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("    a\n", "     \n"),
        ("a\n\n    b\n    c\n\nd", "a\n\n     \n     \n\nd"),
        ("a\n    b\n", "a\n    b\n"),
        ("\ta", "  "),
        ("- a\n\n    b\n", "- a\n\n    b\n"),
        ("1. a\n\n    b\n\nc\n\n    d\n", "1. a\n\n    b\n\nc\n\n     \n"),
        ("[^1]: a\n\n    b\n", "[^1]: a\n\n    b\n"),
        ("a\n:   b\n\n    c\n", "a\n:   b\n\n    c\n"),
    ],
)
def test_indented_code_is_told_from_lists_and_notes(text: str, left: str):
    assert without_indented_code(text, text) == left
