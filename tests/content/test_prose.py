"""Links and pictures in Markdown, and the text without the dead ones."""

import time
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publisher.content import masking, prose

EXTENSIONS = ["abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables"]


class _Addresses(HTMLParser):
    """Every address that a page links to or shows."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, _tag, attributes):
        self.found += [value or "" for name, value in attributes if name in ("href", "src")]


def on_the_page(text: str) -> list[str]:
    page = _Addresses()
    page.feed(markdown.markdown(text, extensions=EXTENSIONS))
    return page.found


def as_found(text: str) -> list[tuple[str, str, str, int, int]]:
    return [(t.kind, t.address, t.label, t.line, t.column) for t in prose.targets(text)]


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        ("a [b](c.md) d", [("link", "c.md", "b", 1, 3)], "a b d"),
        ("![a](b.png){: .c } d", [("picture", "b.png", "a", 1, 1)], "a d"),
        ('[a](b.md "A (b) c")', [("link", "b.md", "a", 1, 1)], "a"),
        ("[a](b.md 'c')", [("link", "b.md", "a", 1, 1)], "a"),
        ("[a]( b.md )", [("link", "b.md", "a", 1, 1)], "a"),
        ("[a](my file.md)", [("link", "my file.md", "a", 1, 1)], "a"),
        ("[a](b(1).md)", [("link", "b(1).md", "a", 1, 1)], "a"),
        ("[a](<b c.md>)", [("link", "b c.md", "a", 1, 1)], "a"),
        (r"[a](b\_c.md)", [("link", "b_c.md", "a", 1, 1)], "a"),
        ("[a [b] c](d.md)", [("link", "d.md", "a [b] c", 1, 1)], "a [b] c"),
        ("[`a`](b.md)", [("link", "b.md", "`a`", 1, 1)], "`a`"),
        ("a\n\n  [b](c.md)", [("link", "c.md", "b", 3, 3)], "a\n\n  b"),
        (
            "[![a](b.png)](c.md) d",
            [("link", "c.md", "![a](b.png)", 1, 1), ("picture", "b.png", "a", 1, 2)],
            "a d",
        ),
        ("[a][b]\n\n[b]: c.md", [("definition", "c.md", "", 3, 1)], "[a][b]\n\n[b]: #"),
        ("[a][a]\n\n[a]: a", [("definition", "a", "", 3, 1)], "[a][a]\n\n[a]: #"),
        ('<a class="x" href="b.md">c</a>', [("html", "b.md", "", 1, 1)], '<a class="x">c</a>'),
        ("<a href='b.md?c&amp;d'>e</a>", [("html", "b.md?c&d", "", 1, 1)], "<a>e</a>"),
        ('a <img alt="b > c" src="d.png"> e', [("html", "d.png", "", 1, 3)], "a  e"),
        ("- a\n\n    [b](c.md)", [("link", "c.md", "b", 3, 5)], "- a\n\n    b"),
        ("`[a](b.md)`", [], "`[a](b.md)`"),
        ("    [a](b.md)", [], "    [a](b.md)"),
        ("```\n[a](b.md)\n```", [], "```\n[a](b.md)\n```"),
        ("<!-- [a](b.md) -->", [], "<!-- [a](b.md) -->"),
        (r"\[a](b.md)", [], r"\[a](b.md)"),
        ("[a\n\nb](c.md)", [], "[a\n\nb](c.md)"),
        ("[a] (b.md)", [], "[a] (b.md)"),
        ("no links at all", [], "no links at all"),
    ],
)
def test_links_are_found_and_taken_out(
    text: str, expected: list[tuple[str, str, str, int, int]], left: str
):
    assert as_found(text) == expected
    assert prose.without_links(text, prose.targets(text)) == left


@pytest.mark.parametrize(
    ("address", "local", "site"),
    [
        ("a.png", "a.png", None),
        ("../a/b.md#c", "../a/b.md", None),
        ("a%20b.png?c", "a b.png", None),
        ("/about/#c", None, "/about/"),
        ("#c", None, None),
        ("", None, None),
        ("https://example.org/a", None, None),
        ("//example.org/a", None, None),
        ("mailto:a@example.org", None, None),
        ("http://[", None, None),
    ],
)
def test_an_address_says_where_it_leads(address: str, local: str | None, site: str | None):
    target = prose.Target("link", address, "", 0, 0, 1, 1)
    assert (target.local_path, target.site_path) == (local, site)


PIECES = st.sampled_from(
    ["[a](b.md)", "![c](d.png)", "[", "]", "(", ")", "`", "``", "\n", "\n\n", "    ", "- ", "e ",
     "<a href='f.md'>g</a>", "<!-- ", " -->", "\\", '"', "'", "<", ">", "{: .h }", "[i][j]",
     "\n\n[j]: k.md\n\n", "```\n", "~~~\n", "> ", "[^1]", "\n\n[^1]: l\n\n", "*", "_"]
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_dead_link_is_left_on_a_page(text: str):
    """What is taken for code and is none would leave a link to a secret article alive."""
    assume(masking.open_comment(text, prose.mask(text)) is None)
    left = prose.without_comments(prose.without_links(text, prose.targets(text)))
    assert [a for a in on_the_page(left) if a.endswith((".md", ".png"))] == []


@given(st.text(alphabet="[]()!<>`\\\"' \nab.md=", max_size=80))
def test_any_text_can_be_searched_and_cut(text: str):
    found = list(prose.targets(text))
    left = prose.without_links(text, found)
    assert len(left) <= len(text) + len(found)
    assert masking.without_comments(left).count("\n") <= text.count("\n")


HOSTILE = [
    "[", "`", "<!--", "-->", "(", "![", "[a](", "[a](b (", '[a](b "', "[a](b '", "[a](<", "[a\n",
    "<a ", '<a href="', "<a href='", "`a", "``a`", "<!-- publisher:", "[a]: <", "[a]:", "![a](b){",
    "\\", "\\`", "~~~\n", "```\n", "```a\n", "```a\n~~~b\n", "    x\n\n", "\n", " ", "\t", "[[a]",
    "[a[b]", "<img src=x ", '<a "', "[a](b(", "[a](b\\", "<!-- -->", "`<!--", "{:", "`` ` ",
    '[a](b "x\n\n', "[a]( ", "[a](b  ", "<a href = ", "[a](b){: ", "[](a)", "[![a](b)](c) ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_time_than_its_length_is_worth(piece: str):
    """One pass over 300 kB takes 0.1 to 0.5 seconds; a quadratic one would take minutes."""
    text = piece * (300_000 // len(piece))
    began = time.process_time()
    found = list(prose.targets(text))
    prose.without_links(text, found)
    masking.without_comments(text)
    masking.open_comment(text, masking.mask(text))
    assert time.process_time() - began < 10
