"""What examples cannot show of the checks of form: files beside the text, and several texts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from publisher.checks import findings, findings_of_text
from publisher.content.publication import load_publication
from publisher.content.source import Source
from tests.checks.reply import PUBLICATION

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
A = "content/articles/2026/a.md"
B = "content/articles/2026/b.md"
MORE = " (1 more in this text)"
TEXT = "When a child is hot, and you do not know what to do, call us, and we tell you what is best."


def told(folder: Path, check: str) -> list[str]:
    (folder / "content/people.yml").write_text("editorial-team: {name: Team, kind: team}\n")
    publication = load_publication(folder, PUBLICATION.settings, AS_OF, name="Example Health")
    found = findings(publication, {}, lambda name: name == check)
    return [f"{each.path}:{each.line}:{each.column} {each.message}" for each in found]


def write(folder: Path, name: str, front: str, body: str = TEXT) -> None:
    file = folder / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front}\n---\n\n{body}\n", "utf-8")


def article(folder: Path, name: str, front: str, body: str = TEXT) -> None:
    write(folder, f"articles/2026/{name}.md", f"authors: [editorial-team]\n{front}", body)


@pytest.mark.parametrize("key", ["title", "description"])
def test_what_two_texts_of_one_language_say_is_told_at_the_second(tmp_path: Path, key: str):
    own = {"title": "", "description": "title: {}\n"}[key]
    article(tmp_path, "a", f"{own.format('A')}{key}: Wash your hands")
    article(tmp_path, "b", f"{own.format('B')}{key}: wash  your Hands")
    article(tmp_path, "c", f"{own.format('C')}{key}: Wash your hands\nlang: es")
    article(tmp_path, "d", f"{own.format('D')}{key}: Wash your hands\nstatus: withdrawn")
    line = 3 if key == "title" else 4
    assert told(tmp_path, f"form-duplicate-{key}") == [
        f"{B}:{line}:1 {A} has the same {key}, so nobody can tell the two apart in a list"
    ]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1200, 900), []),
        ((800, 450), []),
        ((200, 900), ["200 × 900 pixels, so it looks blurred on a card"]),
        ((500, 280), ["500 × 280 pixels, so it looks blurred on a card"]),
        ((2400, 600), ["2400 × 600 pixels; cut to a card it loses its ends"]),
    ],
)
def test_a_lead_picture_is_large_enough_and_not_too_long(
    tmp_path: Path, size: tuple[int, int], expected: list[str]
):
    article(tmp_path, "a", "title: A\nimage: a.png\nalt: A board")
    Image.new("L", size).save(tmp_path / "content/articles/2026/a.png")
    place = "content/articles/2026/a.md:4:1 this picture has "
    assert told(tmp_path, "form-card-picture") == [f"{place}{each}" for each in expected]


def test_a_lead_picture_that_is_none_is_told_elsewhere(tmp_path: Path):
    article(tmp_path, "a", "title: A\nimage: a.png\nalt: A board")
    (tmp_path / "content/articles/2026/a.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    assert told(tmp_path, "form-card-picture") == []


def test_a_language_that_is_none_is_told_at_its_key(tmp_path: Path):
    article(tmp_path, "a", "title: A\nlang: jp")
    assert told(tmp_path, "form-language-tag") == [
        "content/articles/2026/a.md:4:7 `jp` is no language tag"
    ]


@pytest.mark.parametrize("lang", ["hmn", "chk", "mh", "ht", "zh-Hant", "pt-BR", "es-419", "uk"])
def test_a_language_that_patients_speak_is_one(tmp_path: Path, lang: str):
    article(tmp_path, "a", f"title: A\nlang: {lang}", "Words.")
    assert told(tmp_path, "form-language-tag") == []


SPANISH = "Si el niño está caliente y no sabe qué hacer, llame a la clínica, y le decimos lo mejor."
FRENCH = (
    "Si un enfant a de la fièvre et que vous ne savez pas quoi faire, il faut nous appeler ici."
)
GERMAN = "Wenn ein Kind heiß ist und du nicht weißt, was zu tun ist, dann ruf uns an, und das bald."


@pytest.mark.parametrize(
    ("words", "name"), [(SPANISH, "Spanish"), (FRENCH, "French"), (GERMAN, "German")]
)
def test_a_text_in_another_language_than_it_says_is_told_once(
    tmp_path: Path, words: str, name: str
):
    article(tmp_path, "a", "title: A\nlang: en", f"{words}\n\n{words}")
    assert told(tmp_path, "form-language-tag") == [
        f"content/articles/2026/a.md:7:1 the text is plainly {name}, not `en`"
    ]


def test_one_paragraph_in_another_language_is_told_unless_it_says_so(tmp_path: Path):
    marked = f'<blockquote lang="es">\n\n{SPANISH}\n\n</blockquote>\n\n{SPANISH}\n{{lang=es}}'
    article(tmp_path, "a", "title: A", f"{TEXT}\n\n{TEXT}\n\n{SPANISH}\n\n{TEXT}\n\n{marked}")
    assert told(tmp_path, "form-language-tag") == [
        "content/articles/2026/a.md:10:1 this is plainly Spanish, and is read out as `en`"
    ]


def test_a_mark_that_says_the_wrong_language_is_told(tmp_path: Path):
    article(tmp_path, "a", "title: A", f'{TEXT} <q lang="fr">{SPANISH}</q>\n\n{TEXT}')
    assert told(tmp_path, "form-language-tag") == [
        f"{A}:6:{len(TEXT) + 2} this is marked as `fr`, and is plainly Spanish"
    ]


def test_links_that_others_can_read_along_are_told_once_with_their_number(tmp_path: Path):
    body = "[One](http://example.org/1), [two](http://example.org/2), [three](https://example.org/)"
    article(tmp_path, "a", "title: A", body)
    assert told(tmp_path, "form-link-insecure") == [
        f"{A}:6:7 this address begins with `http://`, so others can read along{MORE}"
    ]


def test_a_description_of_a_standing_page_has_the_length_of_an_article_s(tmp_path: Path):
    write(tmp_path, "about.md", "title: About\ndescription: Who we are.")
    assert told(tmp_path, "form-description-length") == [
        "content/about.md:3:14 the description has 11 letters; search engines show 50 to 160"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "`<script>` and `[](x)` and `![](x)` are how it is written.",
        "```\n<script>x()</script>\n[click here](http://u:p@a.b)\n#\n| |\n|-|\n```",
        "<!-- <script>x()</script> ![](a.png) <iframe src='//a.b'> -->\n\nWords.",
        "    <form><input></form>",
        "Less < more > than, and 3<4.",
    ],
)
def test_code_and_comments_are_no_markup(tmp_path: Path, body: str):
    article(tmp_path, "a", "title: A", body)
    for check in ("form-script", "form-embed", "form-alt", "form-link-empty", "form-link-text"):
        assert told(tmp_path, check) == []


@pytest.mark.parametrize(
    ("front", "told_of"),
    [
        (
            "film: {url: 'https://a.b', poster: p.png, alt: photo, captions: [en], transcript: x}",
            1,
        ),
        ("image: p.png\nalt: IMG_1234.jpg", 1),
        ("image: p.png\nalt: A nurse at a desk", 0),
    ],
)
def test_the_words_for_lead_picture_and_film_are_looked_at_too(
    tmp_path: Path, front: str, told_of: int
):
    article(tmp_path, "a", f"title: A\n{front}")
    (tmp_path / "content/articles/2026/p.png").write_bytes(b"")
    assert len(told(tmp_path, "form-alt")) == told_of


def test_a_text_by_itself_may_begin_with_its_title():
    wanted = "form-heading-order".__eq__
    for text, lines in (("# Fever\n\n## At home\n", []), ("# Fever\n\n# At home\n", [3])):
        source = Source("reply.md", text, text.encode())
        assert [each.line for each in findings_of_text(source, PUBLICATION, wanted)] == lines
