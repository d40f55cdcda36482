"""What each page allows its browser, to the letter."""

import base64
import hashlib
from dataclasses import replace

from publisher.site.security import policy
from tests.site.example import VIEWS

DATA = '{"@context":"https://schema.org"}'
HASH = base64.b64encode(hashlib.sha256(DATA.encode()).digest()).decode()
STRICT = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; font-src 'self'; "
    f"img-src 'self'; media-src 'self'; script-src 'sha256-{HASH}'"
)


def test_a_listing_runs_nothing():
    assert policy(VIEWS["topics/"], DATA, drawn=False) == STRICT


def test_an_article_runs_scripts_of_our_own_and_no_others():
    article = VIEWS["articles/a-made-up-trial/"]
    assert policy(article, DATA, drawn=False) == f"{STRICT} 'self'"


def test_only_the_search_page_may_search():
    search = replace(VIEWS["topics/"], kind="search")
    assert policy(search, DATA, drawn=False) == (
        STRICT.replace("form-action 'none'", "form-action 'self'")
        + " 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    )


def test_pictures_in_the_stylesheet_are_allowed_only_where_it_has_some():
    drawn = policy(VIEWS["topics/"], DATA, drawn=True)
    assert drawn == STRICT.replace("img-src 'self'", "img-src 'self' data:")
