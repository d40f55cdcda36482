"""Front matter in four forms, and what is said of it where it is broken."""

import pytest

from publisher.importing.header import BrokenError, split


def test_every_form_gives_texts_lists_and_groups_and_the_lines_they_stand_on() -> None:
    forms = {
        "yaml": "---\ntitle: 'A: b'\nfeatured-image: {src: x}\ntags: [007, no]\n---\nBody",
        "toml": '+++\ntitle = "A: b"\ntags = ["007", "no"]\n[featuredImage]\nsrc = "x"\n+++\nBody',
        "json": '{"title": "A: b",\n"featured_image": {"src": "x"}, "tags": ["007", "no"]}\nBody',
    }
    for form, text in forms.items():
        header, line, body = split(text)
        assert (header.form, body.strip()) == (form, "Body")
        assert text.split("\n")[line - 1 :][-1].strip() == "Body"
        assert header.values == {
            "title": "A: b",
            "featuredimage": {"src": "x"},
            "tags": ["007", "no"],
        }
    header, _, _ = split(forms["yaml"])
    assert header.lines == {"title": 2, "featuredimage": 3, "tags": 4}
    assert header.names["featuredimage"] == "featured-image"


def test_header_lines_go_on_where_they_are_indented() -> None:
    header, line, body = split("Title: A: b\nSummary: One\n    two\n\nText: here\n")
    assert (header.form, header.values) == ("lines", {"title": "A: b", "summary": "One two"})
    assert (line, body) == (4, "\nText: here\n")


def test_prose_that_begins_like_a_header_line_is_prose() -> None:
    assert split("Note: this is a text.\n")[0].values == {}
    assert split("Note: this is a text.\n")[2] == "Note: this is a text.\n"


def test_a_text_without_front_matter_is_all_body() -> None:
    assert split("# Title\n\nText.\n") == (split("")[0], 1, "# Title\n\nText.\n")


def test_of_a_key_that_stands_twice_the_last_value_counts() -> None:
    header, _, _ = split("---\ntitle: A\ntitle: B\n---\n")
    assert (header.values, header.twice) == ({"title": "B"}, ("title",))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "---\na: 1\nb: [1, 2\n---\n",
            4,
            "this is not valid YAML: did not find expected ',' or ']'",
        ),
        ("---\na: 1\nb: c: d\n---\n", 3, "this is not valid YAML: mapping values are not allowed"),
        ("---\na: &x [1]\nb: *x\n---\n", 3, "this is not valid YAML: an alias (`*name`)"),
        ("---\na: " + "[" * 5000 + "\n---\n", 2, "this is not valid YAML: brackets or indents"),
        ("---\n- a\n---\n", 2, "keys and values were expected here"),
        ("---\na: 1\n", 1, "the front matter begins with `---`, but never ends"),
        ("+++\na = 1\nb = \n+++\n", 3, "this is not valid TOML"),
        ("+++\na = " + "[" * 5000 + "\n+++\n", 2, "the brackets are nested too deep"),
        ('{"a": 1,\n"b" 2}\n', 2, "this is not valid JSON: Expecting ':' delimiter"),
        ('{"a": ' + "[" * 100_000, 1, "the brackets are nested too deep"),
    ],
    ids=range(10),
)
def test_broken_front_matter_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(BrokenError) as broken:
        split(text)
    assert (broken.value.line, str(broken.value)[: len(message)]) == (line, message)


def test_a_title_in_a_table_is_another_title_and_tables_stand_where_their_heads_are() -> None:
    header, _, _ = split(
        "+++\ntitle = 'A'\nmenu.main = 1\n[[resources]]\ntitle = 'B'\nparams = 1\n"
        "[[resources]]\ntitle = 'C'\n\n [params.deep]\nx = 1\n['a b']\ny = 2\n+++\n"
    )
    assert header.lines == {"title": 2, "menu": 3, "resources": 4, "params": 10, "ab": 12}
    assert header.twice == ()


def test_a_key_stands_at_the_margin_not_where_another_holds_one_of_its_name() -> None:
    header, _, _ = split("---\ncover:\n  title: B\ntitle: A\n---\n")
    assert header.lines == {"cover": 2, "title": 4}


def test_a_title_in_a_group_of_json_is_another_title() -> None:
    header, _, _ = split('{\n"title": "A",\n"cover": {\n"title": "B"\n}}\n')
    assert (header.lines, header.twice) == ({"title": 2, "cover": 3}, ())
