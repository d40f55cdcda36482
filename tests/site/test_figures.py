"""Figures, tables and quotations, as writers write them and as pages show them."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest

from publisher.site.markdown import Renderer
from tests.site.example import PUBLICATION
from tests.site.photographs import motif, saved

EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "sane_lists", "tables")
IMAGE = '<img alt="A dot" decoding="async" height="20" loading="lazy" src="dot.png" width="30">'
START = f"<figure>{IMAGE}<figcaption>"
TITLED = IMAGE.replace("width", 'title="T" width')
REGION = '<div aria-label="{}" class="table" role="region" tabindex="0">'
TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |"
CELLS = (
    '<thead>\n<tr>\n<th scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n</tr>\n'
    '</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>'
)
CAPTION, AFTER = "<table>\n<caption>", f"</caption>\n{CELLS}</div>"


@pytest.fixture
def html(tmp_path: Path):
    """Renders Markdown as an article's, in the given language, beside `dot.png`."""

    def rendered(body: str, language: str = "en") -> str:
        (tmp_path / "content/articles/2026/a").mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/articles/2026/a/index.md").touch()
        (tmp_path / "content/articles/2026/a/dot.png").write_bytes(saved(motif(30, 20), "PNG"))
        told = {"path": "content/articles/2026/a/index.md", "slug": "a", "body": body}
        shown = {"dot.png": "content/articles/2026/a/dot.png"}
        article = PUBLICATION.current[0].model_copy(
            update={**told, "language": language, "pictures": shown}
        )
        publication = replace(PUBLICATION, root=tmp_path, articles=(article,), pages=())
        return Renderer(publication, EXTENSIONS, {}).html(article)

    return rendered


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ('![A dot](dot.png "So small")', "en",
         f"{START}So small</figcaption></figure>"),
        ('![A dot](dot.png "Small & round"){: credit="A & B" }', "en",
         f"{START}Small &amp; round <small>Picture: A &amp; B</small></figcaption></figure>"),
        ('![A dot](dot.png "Un punto")\n{: credit="Ana" }', "es",
         f"{START}Un punto <small>Imagen: Ana</small></figcaption></figure>"),
        ('![A dot](dot.png){: credit="Ann" }', "en",
         f"{START}<small>Picture: Ann</small></figcaption></figure>"),
        ('![A dot](dot.png "نقطة"){: credit="Ann" }', "ar",
         f'{START}نقطة <small lang="en" dir="ltr">Picture: Ann</small></figcaption></figure>'),
        ("![A dot](dot.png)", "en", f"<p>{IMAGE}</p>"),
        ('Words ![A dot](dot.png "T"){: credit="Ann" }', "en",
         f"<p>Words {TITLED}</p>"),
        ('<figure markdown>\n\n![A dot](dot.png "T")\n\n</figure>', "en",
         f"<figure>\n<p>{TITLED}</p>\n</figure>"),
    ],
    ids=["caption", "credit", "below, in Spanish", "credit alone", "other script", "neither",
         "among words", "in a figure"],
)  # fmt: skip
def test_a_picture_alone_with_a_title_is_a_figure(html, written: str, language: str, shown: str):
    found = html(written, language)
    assert canonical(found) == canonical(shown)


def canonical(html: str) -> str:
    """With every element's attributes in one order."""
    closed = re.sub(r"<(img|br)([^>]*)>", r"<\1\2/>", html)
    return canonicalize(f"<body>{closed}</body>")


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        (TABLE, "en", f"{REGION.format('Table')}<table>\n{CELLS}</div>"),
        (f"Table: Who *asked* & why\n\n{TABLE}", "en",
         f"{REGION.format('Who asked &amp; why')}{CAPTION}Who <em>asked</em> &amp; why{AFTER}"),
        (f"{TABLE}\n\nTable: After", "en",
         f"{REGION.format('After')}{CAPTION}After{AFTER}"),
        (f"Tabla: Quién\n\n{TABLE}\n\nTable: no", "es",
         f"{REGION.format('Quién')}{CAPTION}Quién{AFTER}\n<p>Table: no</p>"),
        (f"Table: talk\n\nWords.\n\n{TABLE}", "en",
         f"<p>Table: talk</p>\n<p>Words.</p>\n{REGION.format('Table')}<table>\n{CELLS}</div>"),
    ],
    ids=["bare", "before", "after", "in Spanish", "not beside it"],
)  # fmt: skip
def test_a_table_has_a_caption_and_can_be_scrolled_by_keyboard(
    html, written: str, language: str, shown: str
):
    assert canonical(html(written, language)) == canonical(shown)


def test_each_of_several_tables_takes_its_own_caption(html):
    found = html(f"Table: One\n\n{TABLE}\n\nTable: Two\n\n{TABLE}\n\nTable: no")
    assert found.count("<caption>") == 2
    assert found.index("One</caption>") < found.index("Two</caption>") < found.index("<p>Table: no")


def test_raw_html_in_a_caption_does_not_reach_its_label(html):
    found = html(f"Table: H<sub>2</sub>O\n\n{TABLE}")
    assert "<caption>H<sub>2</sub>O</caption>" in found
    assert 'aria-label="H2O"' in found


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("> Ask.\n> {: .pull }", "en", '<blockquote class="pull">\n<p>Ask.</p>\n</blockquote>'),
        ("> 1\n>\n> 2\n> {: .pull .big lang=es }", "en",
         '<blockquote class="pull" lang="es">\n<p>1</p>\n<p class="big">2</p>\n</blockquote>'),
        ("> Pregunta.\n> {: lang=es }", "en",
         '<blockquote lang="es">\n<p>Pregunta.</p>\n</blockquote>'),
        ("> اسأل.\n> {: .pull lang=ar }", "en",
         '<blockquote class="pull" lang="ar" dir="rtl">\n<p>اسأل.</p>\n</blockquote>'),
        ("> Ask.\n> {: lang=en }", "ar",
         '<blockquote lang="en" dir="ltr">\n<p>Ask.</p>\n</blockquote>'),
        ("> Ask.", "en", "<blockquote>\n<p>Ask.</p>\n</blockquote>"),
        ("> - a", "en", "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>"),
    ],
    ids=["pull", "with a class", "language", "right to left", "left to right", "plain", "list"],
)  # fmt: skip
def test_what_stands_at_the_end_of_a_quotation_is_said_of_all_of_it(
    html, written: str, language: str, shown: str
):
    assert canonical(html(written, language)) == canonical(shown)


def test_raw_html_beside_them_changes_nothing(html):
    body = f'> Ask.\n> {{: .pull lang=ar }}\n\nTable: A\n\n{TABLE}\n\n![A dot](dot.png "T")'
    with_raw = html(f"{body}\n\nA<br>b")
    assert with_raw.endswith("\n<p>A<br>b</p>")
    before = with_raw.removesuffix("\n<p>A<br>b</p>")
    assert canonical(before) == canonical(html(body))
