"""Where in the file the words of a passage stand, whatever the markup around them."""

import pytest

from publisher.content.blocks import body_passages
from publisher.content.passages import Kind, Passage
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
