"""What each page allows its browser, to the letter."""

import base64
import hashlib
from dataclasses import replace

from publisher.site.security import policy
from publisher.site.stylesheet import Style
from tests.site.example import VIEWS

STYLE = Style("p { color: red }")
DATA = '{"@context":"https://schema.org"}'


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


STRICT = (
    f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {hashed(STYLE.pages)}; "
    f"font-src 'self'; img-src 'self'; media-src 'self'; script-src {hashed(DATA)}; "
    "connect-src 'self'"
)


def test_a_listing_runs_nothing():
    assert policy(VIEWS["topics/"], DATA, STYLE) == STRICT


def test_an_article_runs_scripts_of_our_own_and_no_others():
    article = VIEWS["articles/a-made-up-trial/"]
    assert policy(article, DATA, STYLE) == STRICT.replace(hashed(DATA), f"{hashed(DATA)} 'self'")


def test_only_the_search_page_may_search():
    search = replace(VIEWS["topics/"], kind="search")
    asked = STRICT.replace("form-action 'none'", "form-action 'self'")
    engine = f"{hashed(DATA)} 'self' 'wasm-unsafe-eval'"
    assert policy(search, DATA, STYLE) == asked.replace(hashed(DATA), engine)


def test_pictures_in_the_style_are_allowed_only_where_it_has_some():
    drawn = Style("p { background: url(data:image/png;base64,) }")
    assert "img-src 'self' data:;" in policy(VIEWS["topics/"], DATA, drawn)


def test_a_sheet_is_loaded_only_where_the_brand_brings_fonts():
    fonts = Style(STYLE.pages, fonts=("assets/fonts.css",))
    assert f"style-src {hashed(STYLE.pages)} 'self';" in policy(VIEWS["topics/"], DATA, fonts)
