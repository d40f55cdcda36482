"""Raw HTML that comes in, and what of it does not."""

from collections.abc import Callable

import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("html", "expected", "message"),
    [
        (
            "a <script>alert(1)</script> b",
            "a <!-- publisher: import kept <script>alert(1)</script> --> b",
            "`<script>alert(1)</script>` was taken out of the page",
        ),
        (
            "<form action='/x'>\n<input>\n</form>",
            "<!-- publisher: import kept <form action='/x'>\n<input>\n</form> -->",
            "`<form action='/x'> <input> </form>` was taken out of the page",
        ),
        (
            "<script src='x'>",
            "<!-- publisher: import kept <script src='x'> -->",
            "`<script src='x'>` was taken out of the page",
        ),
        (
            '<p onclick="x()" class="a">b</p>',
            '<p class="a">b</p>',
            'the script in `<p onclick="x()" class="a">` was taken out',
        ),
        (
            '<iframe src="//maps.example.org/a" title="Map"></iframe>',
            "[Map](<https://maps.example.org/a>)",
            "the page embedded from maps.example.org became a link to it",
        ),
        ("<div>\na", "<div>\na\n</div>", "`<div>` was never closed; it is now"),
        ("a</div>\n<p>b</p>", "a\n<p>b</p>", "`</div>` closes nothing; it is gone"),
        (
            "`<!--`\n\n<!-- a -->\n\na <!-- b\n\n*c*",
            "`<!--`\n\n<!-- a -->\n\na &lt;!-- b\n\n*c*",
            "a comment begins here with `<!--` and never ends; it was made visible",
        ),
        (
            "[a](javascript:alert(1))",
            "a",
            "the link to `javascript:alert(1)` became plain text: it leads nowhere from here",
        ),
    ],
    ids=range(9),
)
def test_what_would_run_embed_or_break_is_taken_out_and_told(
    html: str, expected: str, message: str, body_of: BodyOf
) -> None:
    body, told = body_of(html)
    assert body == f"{expected}\n"
    assert [line.split(": ", 2)[2] for line in told] == [message]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<iframe width="1" src="https://www.youtube-nocookie.com/embed/abcdefghijk?a=b"></iframe>',
            "[Video (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        ("<h1>A</h1>", "<h2>A</h2>"),
        ("<section id='a'>A</section>", "<div id='a'>A</div>"),
        ("<ul><li>a</ul>", "<ul><li>a</ul>"),
        ("a <kbd>b</kbd> <!-- c --> d < e", "a <kbd>b</kbd> <!-- c --> d < e"),
        ("<div>\n\n**a**\n\n</div>", '<div markdown="1">\n\n**a**\n\n</div>'),
        ("<pre>{{< a >}}</pre>", "<pre>{{< a >}}</pre>"),
    ],
    ids=range(7),
)
def test_the_rest_stays_as_it_was_without_a_word(html: str, expected: str, body_of: BodyOf) -> None:
    assert body_of(html) == (f"{expected}\n", [])
