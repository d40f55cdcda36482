"""What Hugo's shortcodes become."""

from collections.abc import Callable

import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("shortcode", "expected"),
    [
        (
            '{{< youtube id="abcdefghijk" title="How to wash" >}}',
            "[How to wash (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        (
            "{{< youtube abcdefghijk >}}",
            "[Video (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        ("{{< vimeo 146022717 >}}", "[Video (Vimeo)](https://vimeo.com/146022717)"),
        ('{{< tweet user="x" id="65609" >}}', "[Post by @x](https://x.com/x/status/65609)"),
        (
            "{{< instagram BWNjjyYFxVx >}}",
            "[Post (Instagram)](https://www.instagram.com/p/BWNjjyYFxVx/)",
        ),
        (
            "{{< gist spf13 7896402 >}}",
            "[Gist spf13/7896402](https://gist.github.com/spf13/7896402)",
        ),
        (
            '{{% button href="https://example.org" %}}Go [on]{{% /button %}}',
            "[Go \\[on\\]](https://example.org)",
        ),
        ('{{< quote-block text="Listen." cite="A nurse" >}}', "> Listen.\n>\n> — A nurse"),
        (
            '{{< notice warning "Take care" >}}\nHot.\n\n* a\n{{< /notice >}}',
            "> **Take care**\n>\n> Hot.\n>\n> * a",
        ),
        ("{{< box >}} One line. {{< /box >}}", "> One line."),
        ("{{< note >}}\n{{< tip >}}In.{{< /tip >}}\n{{< /note >}}", "> > In."),
        ("{{< highlight go >}}\nx := `a`\n{{< /highlight >}}", "```go\nx := `a`\n```"),
        ("{{< row >}}\n{{< column >}}\nText\n{{< /column >}}\n{{< /row >}}", "Text"),
        ('{{< tabs >}}{{< tab name="One" >}}First{{< /tab >}}{{< /tabs >}}', "**One**\n\nFirst"),
        (
            '{{< iframe src="https://example.org/x" title="A map" >}}',
            "[A map](https://example.org/x)",
        ),
        (
            '{{< video "https://youtu.be/abcdefghijk" >}}',
            "[Video (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        (
            '{{< tweet "https://x.com/a/status/1" >}}',
            "[https://x.com/a/status/1](https://x.com/a/status/1)",
        ),
        ('{{< callout text=`A "raw" text` />}}', '> A "raw" text'),
        ("`{{< ref >}}`", "`{{< ref >}}`"),
        ("```\n{{< note >}}\n```", "```\n{{< note >}}\n```"),
        ("`{{</* note */>}}`", "`{{< note >}}`"),
        ("{{< comment >}}a --> b{{< /comment >}}", "<!-- publisher: comment: a --&gt; b -->"),
    ],
    ids=range(22),
)
def test_a_shortcode_becomes_what_it_showed(shortcode: str, expected: str, body_of: BodyOf) -> None:
    assert body_of(shortcode) == (f"{expected}\n", [])


def test_an_unknown_shortcode_is_kept_out_of_sight_and_told_by_line(body_of: BodyOf) -> None:
    body, told = body_of('One\n\n{{< gallery a="b" >}}\n\nTwo {{< odd >}}inner{{< /odd >}}.\n')
    assert body == (
        'One\n\n<!-- publisher: import kept {{< gallery a="b" >}} -->\n\n'
        "Two <!-- publisher: import kept {{< odd >}} -->inner"
        "<!-- publisher: import kept {{< /odd >}} -->.\n"
    )
    assert told == [
        '3: import-shortcode: there is no equal for `{{< gallery a="b" >}}`',
        "5: import-shortcode: there is no equal for `{{< odd >}}`; what it encloses stays",
    ]


def test_what_stands_in_highlighted_code_is_no_shortcode(body_of: BodyOf) -> None:
    body, told = body_of("{{< highlight md >}}\n{{< odd >}}\n{{< /highlight >}}\n")
    assert (body, told) == ("```md\n{{< odd >}}\n```\n", [])


def test_a_callout_in_the_middle_of_a_line_gets_lines_of_its_own(body_of: BodyOf) -> None:
    assert body_of("One {{< note >}}two{{< /note >}} three")[0] == "One \n\n> two\n\n three\n"


def test_a_shortcode_within_an_html_tag_is_taken_out_of_it(body_of: BodyOf) -> None:
    body, told = body_of('<p class="{{< odd >}}">Text</p>')
    assert body == '<p class="">Text</p>\n'
    assert told == ["1: import-shortcode: there is no equal for `{{< odd >}}`"]


def test_lines_are_true_after_a_shortcode_has_grown(body_of: BodyOf) -> None:
    text = "{{< note >}}\na\n{{< /note >}}\n" * 3 + "\n[x](nowhere)\n"
    assert body_of(text)[1] == [
        "11: import-link: the link to `nowhere` became plain text: it leads nowhere from here"
    ]


@pytest.mark.parametrize(
    "shortcode", ["youtube", "tweet x", "gist", "figure", "button", "note", "code a"]
)
def test_a_shortcode_that_shows_nothing_by_itself_is_told(shortcode: str, body_of: BodyOf) -> None:
    body, told = body_of(f"{{{{< {shortcode} >}}}}")
    assert body == f"<!-- publisher: import kept {{{{< {shortcode} >}}}} -->\n"
    assert told == [f"1: import-shortcode: there is no equal for `{{{{< {shortcode} >}}}}`"]


def test_a_file_and_a_page_can_be_linked_by_shortcode(body_of: BodyOf) -> None:
    body, _ = body_of(
        '{{< asset-static file="d.pdf" label="The leaflet" >}} {{< ref "a.md" >}}',
        files={"static/d.pdf": b"%PDF"},
    )
    assert body == "[The leaflet](d.pdf) [a.md](index.md)\n"


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Cap", "*Cap*"),
        ("Cap *x* here", "_Cap *x* here_"),
        ("Cap _x_", "*Cap _x_*"),
        ("Cap *x* _y_", "Cap *x* _y_"),
    ],
)
def test_a_caption_is_emphasised_by_a_mark_that_it_does_not_use(
    caption: str, expected: str, body_of: BodyOf
) -> None:
    text = f'{{{{< figure src="https://example.org/a.png" alt="A" caption="{caption}" >}}}}'
    assert body_of(text) == (f"![A](https://example.org/a.png)\n\n{expected}\n", [])
