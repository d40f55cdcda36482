"""Where in the file the words of a passage stand, whatever the markup around them."""

import pytest

from publisher.content.blocks import body_passages
from publisher.content.passages import Kind, Passage
from publisher.content.scalars import value_passages
from publisher.content.sentences import sentences_of


def of_kind(kind: Kind, text: str) -> list[Passage]:
    return [each for each in body_passages("a.md", text, 1, "en") if each.kind is kind]


@pytest.mark.parametrize(
    ("text", "kind", "word", "place"),
    [
        ("A [link](\n  <https://example.org/a?b=c>).", Kind.ADDRESS, "b=c", (2, 26)),
        ("![One\ntwo three](a.png)", Kind.ALT, "three", (2, 5)),
        ("<img alt='One\ntwo &amp; three' src='a.png'>", Kind.ALT, "two", (2, 1)),
        ('![One](a.png "First\nsecond line")', Kind.CAPTION, "line", (2, 8)),
        ("A `code\nthat goes` on", Kind.PARAGRAPH, "goes", (2, 6)),
        ("See <https://example.org/a?b=c>.", Kind.ADDRESS, "https", (1, 6)),
    ],
)
def test_what_stands_beside_the_words_keeps_its_lines(text, kind, word, place):
    (passage,) = of_kind(kind, text)
    assert passage.place(passage.text.index(word)) == place


def test_a_sign_that_nobody_sees_in_a_value_moves_no_word():
    (passage,) = value_passages("a.md", "title: One\u200btwo \u00adthree\n", 1, "en")
    assert passage.text == "Onetwo three"
    assert [passage.place(passage.text.index(word)) for word in ("two", "three")] == [
        (1, 12),
        (1, 17),
    ]


def test_a_run_of_backticks_or_underscores_is_read_once():
    run = "`" * 100_000 + " a " + "_" * 100_000 + "b " + "*" * 100_000
    (passage,) = of_kind(Kind.PARAGRAPH, run)
    assert passage.text.startswith("`")


@pytest.mark.parametrize("run", ["." * 200_000, "Dr. " * 60_000, "!”" * 100_000, '."' * 100_000])
def test_a_run_of_stops_is_one_sentence(run: str):
    assert [start for _, start in sentences_of(f"A {run} b")] == [0]


def test_a_sentence_ends_behind_its_closing_signs():
    text = "“Wait...” “No!” (Yes.) Dr. Example came at 3.5 hours… She stayed."
    assert [sentence for sentence, _ in sentences_of(text)] == [
        "“Wait...”",
        "“No!”",
        "(Yes.)",
        "Dr. Example came at 3.5 hours…",
        "She stayed.",
    ]


TABLE = """\
Before <b>it</b>.

<table class="wide">
  <caption>This month</caption>
  <tr><th scope="col">Name</th><th scope="col">Diagnosis</th></tr>

  <tr>
    <td>Maria &amp; Eva</td>

    <td>lupus,
        mild
  </tr>
</table>

After it.
"""


def test_the_cells_of_a_table_in_html_are_passages_of_their_own():
    read = list(body_passages("a.md", TABLE, 1, "en"))
    assert [
        (each.kind, each.text.strip(), each.place(each.text.find("lupus")))
        for each in read
        if "lupus" in each.text
    ] == [(Kind.CELL, "lupus, mild", (10, 9))]
    assert [(each.kind, each.text.strip()) for each in read] == [
        (Kind.PARAGRAPH, "Before it."),
        (Kind.PARAGRAPH, "This month"),
        (Kind.HEADER_CELL, "Name"),
        (Kind.HEADER_CELL, "Diagnosis"),
        (Kind.CELL, "Maria & Eva"),
        (Kind.CELL, "lupus, mild"),
        (Kind.PARAGRAPH, "After it."),
    ]


def test_a_row_of_a_table_in_html_without_headers_is_one_passage():
    rows = "<TABLE><TR><TD>Name<TD>Illness<TR><TD>Maria Lopez<TD>lupus</TABLE>"
    assert [(each.kind, each.text.strip()) for each in body_passages("a.md", rows, 1, "en")] == [
        (Kind.HEADER_CELL, "Name"),
        (Kind.HEADER_CELL, "Illness"),
        (Kind.CELL, "Maria Lopez lupus"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<table><tr><td>a</td></tr></table>\n```",
        "Write `<table><tr><td>a</td></tr></table>` so.",
        "Words:\n\n    <table><tr><td>a</td></tr></table>",
        "<!-- <table><tr><td>a</td></tr></table> -->",
    ],
)
def test_a_table_that_is_code_or_a_comment_has_no_cells(text: str):
    assert of_kind(Kind.CELL, text) == of_kind(Kind.HEADER_CELL, text) == []


@pytest.mark.parametrize("run", ["<table>" * 50_000, "<td>" * 50_000, "<table><tr><td>a" * 40_000])
def test_a_run_of_open_tables_is_read_in_proportion(run: str):
    assert len(list(body_passages("a.md", run, 1, "en"))) <= 40_000
