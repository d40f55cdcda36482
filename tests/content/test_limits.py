"""Nesting and crowding: our limits stand before those of what makes the pages."""

import time
from pathlib import Path

import markdown
import pytest

from publisher.content.limits import limits
from publisher.content.masking import mask
from tests.content.paper import article, told
from tests.content.test_prose import EXTENSIONS


def found(text: str) -> list[str]:
    return [f"{f.line}:{f.column} {f.check}: {f.message}" for f in limits("", text, mask(text), 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> " * 20 + "a", []),
        ("> " * 21 + "a", ["1:1 form-nesting: lists or quotations are nested 21 levels deep here"]),
        (">" * 25 + "a", ["1:1 form-nesting: lists or quotations are nested 25 levels deep here"]),
        ("- " * 21 + "a", ["1:1 form-nesting: lists or quotations are nested 21 levels deep here"]),
        ("a\n\n" + "1. " * 21 + "a",
         ["3:1 form-nesting: lists or quotations are nested 21 levels deep here"]),
        (" " * 80 + "- a",
         ["1:1 form-nesting: lists or quotations are nested 21 levels deep here"]),
        ("- " * 30, []),
        ("* * " * 30, []),
        ("-" * 200, []),
        (" " * 200 + "a", []),
        ("<div>\n" * 100, []),
        ("a\n" + "<div>\n" * 101,
         ["102:1 form-nesting: more than 100 HTML elements are open in each other here"]),
        ("<div></div><br><p><li><img src='a'><path/>" * 500, []),
        ("[" * 200, []),
        ("a\n\n" + "[" * 201,
         ["3:1 form-nesting: more than 200 `[` are open at once in this paragraph"]),
        ("[a](" * 201,
         ["1:1 form-nesting: more than 200 `(` are open at once in this paragraph"]),
        ("<a " * 201, ["1:1 form-nesting: more than 200 `<` are open at once in this paragraph"]),
        ("[a](b) " * 2000, []),
        ("p <0.05 " * 2000, []),
        ("a\n:   b\n" * 201,
         ["1:1 form-nesting: more than 200 definitions stand here without an empty line"]),
        ("a\n:   b\n\n" * 201, []),
        ("*a* " * 1501,
         ["1:1 form-nesting: more than 3,000 signs of emphasis stand in this paragraph"]),
        ("*a* " * 700 + "\n\n" + "*a* " * 700, []),
        ("a\n" * 2002, ["1:1 form-size: more than 2,000 lines stand here without an empty one"]),
        ("a\n\n" * 20_000, []),
        ("# a\n\n" * 1001, ["1:1 form-size: the text has more than 1,000 headings"]),
        ("*[a]: b\n\n" * 1001, ["1:1 form-size: the text has more than 1,000 abbreviations"]),
        ("``a`" * 1001, ["1:1 form-size: the text has more than 3,000 backticks"]),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)  # fmt: skip
def test_what_goes_beyond_a_limit_is_told(text: str, expected: list[str]):
    assert found(text) == expected


NESTED = {
    "quotations": lambda n: "> " * n + "a",
    "lists in one line": lambda n: "- " * n + "a",
    "lists by indent": lambda n: "\n".join("    " * i + "- a" for i in range(n)),
    "lists in quotations": lambda n: "> - " * n + "a",
    "elements": lambda n: '<div markdown="1">\n' * n + "a\n" + "</div>\n" * n,
    "plain elements": lambda n: '<div markdown="1">\n' + "<div>\n" * n + "</div>\n" * n + "</div>",
    "emphasis": lambda n: "*a _b " * n + "x" + "_ *" * n,
    "definitions": lambda n: "a\n:   b\n" * n,
    "brackets": lambda n: "[" * n + "a",
    "links": lambda n: "[" * n + "a" + "](b)" * n,
    "half links": lambda n: "[a](" * n,
    "half elements": lambda n: "<a " * n,
    "headings": lambda n: "# a\n" * n,
    "rules": lambda n: "a\n***\n" * n,
    "code": lambda n: "``a`" * n,
    "abbreviations": lambda n: "a\n\n" + "*[a]: b\n" * n,
}


def _deeper(frames: int, text: str) -> str:
    """As a build calls it: from some way down the stack."""
    if frames:
        return _deeper(frames - 1, text)
    return markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize("kind", NESTED)
def test_what_is_within_the_limits_can_be_made_a_page_at_once(kind: str):
    most = 1
    while most < 4000 and not found(NESTED[kind](most * 2)):
        most *= 2
    began = time.process_time()
    assert _deeper(100, NESTED[kind](most))
    assert time.process_time() - began < 10
    assert found(NESTED[kind](10_000 if kind != "lists by indent" else 400)) != []


def test_ten_thousand_quotations_in_each_other_are_told_by_line(tmp_path: Path):
    assert told(tmp_path, article(body="Words.\n\n" + "> " * 10_000 + "a\n")) == [
        (
            "15:1 form-nesting: lists or quotations are nested 10000 levels deep here; begin this "
            "line further to the left"
        )
    ]


def test_half_a_million_brackets_are_told_and_take_no_time(tmp_path: Path):
    began = time.process_time()
    assert told(tmp_path, article(body="[" * 450_000)) == [
        (
            "13:1 form-nesting: more than 200 `[` are open at once in this paragraph; close "
            "each, or "
            "write \\[ for the sign itself"
        )
    ]
    assert time.process_time() - began < 10
