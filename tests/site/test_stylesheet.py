"""What is kept of Material's style, and how the brand gets into ours."""

import re
from pathlib import Path

import material
import pytest
import tinycss2

from publisher.settings import Brand, Face
from publisher.site.colours import colour, contrast
from publisher.site.stylesheet import LIGHT, style

THEME = Path(__file__).parents[2] / "theme"
MATERIAL = [
    sheet.read_text("utf-8")
    for sheet in sorted(
        Path(material.__file__).parent.glob("templates/assets/stylesheets/*.css")
    )
]  # fmt: skip


def css(*extensions: str, brand: Brand | None = None) -> str:
    return style(MATERIAL, brand or Brand(), THEME, extensions).pages


def test_of_material_only_what_styles_text_is_left():
    plain = css("tables", "footnotes")
    assert ".md-typeset blockquote" in plain
    assert re.findall(r"\.md-(?!typeset)[\w-]+", plain) == []
    assert ".admonition-title" not in plain
    assert len(plain) < 0.25 * sum(map(len, MATERIAL))


def test_an_extension_that_is_used_brings_its_style_along():
    assert ".admonition-title" in css("admonition")
    assert ".md-typeset .task-list" in css("pymdownx.tasklist")
    assert ".highlight" in css("pymdownx.highlight")


def test_small_pictures_are_told_of_only_where_the_style_has_them():
    assert style(MATERIAL, Brand(), THEME, ["tables"]).is_drawn is False
    assert style(MATERIAL, Brand(), THEME, ["admonition"]).is_drawn is True


def test_no_property_is_read_that_nobody_sets_and_none_set_that_nobody_reads():
    sheet = css("admonition", "pymdownx.highlight")
    declared = set(re.findall(r"(--[\w-]+)\s*:", sheet))
    read = set(re.findall(r"var\(\s*(--[\w-]+)\s*[),]", sheet))
    set_elsewhere = {"--md-text-font", "--md-code-font"}  # with what to do where nobody does
    assert read - declared <= set_elsewhere
    assert declared - read == set()


@pytest.mark.parametrize("extensions", [(), ("admonition", "codehilite", "pymdownx.details")])
def test_what_is_written_is_css(extensions: tuple[str, ...]):
    rules = tinycss2.parse_stylesheet(css(*extensions), skip_comments=True, skip_whitespace=True)
    assert [rule.message for rule in rules if rule.type == "error"] == []


def test_the_brand_is_set_in_the_settings_alone():
    brand = Brand(
        colour="#7a1f5c",
        headings='"House Serif", serif',
        faces=(Face(family="House Serif", file="assets/house.woff2", weight="400 700"),),
    )
    made = style(MATERIAL, brand, THEME, ())
    assert "--brand:#7a1f5c" in made.pages
    assert '--serif:"House Serif",serif' in made.pages
    assert "--brand:#7a1f5c" in made.files["assets/feed.css"].decode()
    assert made.fonts == ("assets/fonts.css",)
    assert made.files["assets/fonts.css"].decode() == (
        '@font-face{font-family:"House Serif";src:url("../assets/house.woff2");'
        "font-weight:400 700;font-style:normal;font-display:optional}\n"
    )


def test_a_yellow_brand_is_darkened_until_it_can_be_read():
    found = re.search("--brand:(#[0-9a-f]{6})", css(brand=Brand(colour="#ffe600")))
    assert found
    assert min(contrast(colour(found[1]), colour(ground)) for ground in LIGHT) >= 4.5


def test_what_stands_in_a_page_cannot_end_its_element_and_has_no_comment():
    sheet = css("admonition", "codehilite")
    assert "</" not in re.sub(r"url\(.*?\)", "", sheet)
    assert "</style" not in sheet
    assert "/*" not in sheet
