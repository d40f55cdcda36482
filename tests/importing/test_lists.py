"""Lists as Python-Markdown reads them, told by Python-Markdown itself."""

from collections.abc import Callable

import markdown
import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


def shape(text: str) -> str:
    html = markdown.markdown(text, extensions=["sane_lists", "fenced_code"])
    return html.replace("\n", "").replace("<p>", "").replace("</p>", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text\n- a\n- b", "Text<ul><li>a</li><li>b</li></ul>"),
        (
            "- a\n  - b\n    - c\n- d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("  * a\n  * b", "<ul><li>a</li><li>b</li></ul>"),
        ("-   a\n\n    b\n\n-   c", "<ul><li>ab</li><li>c</li></ul>"),
        ("- a\n\n  b\n\nc", "<ul><li>ab</li></ul>c"),
        ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("In\n1999. we", "In1999. we"),
        ("a\n* * *\nb", "a<hr />b"),
        ("Text\n\n    - code", "Text<pre><code>- code</code></pre>"),
        ("- a\n\n```\n  - x\n```", "<ul><li>a</li></ul><pre><code>  - x</code></pre>"),
        ("- a\n\n      code\n\n- b", "<ul><li>a<pre><code>code</code></pre></li><li>b</li></ul>"),
        ("- a\n- b\nlazy\n\nText", "<ul><li>a</li><li>blazy</li></ul>Text"),
    ],
    ids=range(13),
)
def test_a_list_comes_out_as_its_author_saw_it(text: str, expected: str, body_of: BodyOf) -> None:
    body, told = body_of(text)
    assert (shape(body), told) == (expected, [])


def test_lists_that_were_python_markdown_already_are_left_alone(body_of: BodyOf) -> None:
    assert body_of("Text\n- a\n  - b", generator="pelican")[0] == "Text\n- a\n  - b\n"
