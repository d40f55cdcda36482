"""Who opens a feed in a browser sees what it is and what is new, not its machinery."""

import shutil
from pathlib import Path

import pytest

from publisher.site import feeds
from tests.site.example import PICTURES, PUBLICATION, RENDERED

STYLE = Path(__file__).parents[3] / "theme/assets/feed.css"

SHOWN = """() => {
  const seen = element => getComputedStyle(element).display !== "none";
  return [...document.querySelectorAll("*")].filter(element => {
    for (let one = element; one; one = one.parentElement) if (!seen(one)) return false;
    return true;
  }).map(e => `${e.parentElement?.localName ?? ""} ${e.localName}`.trim());
}"""
SAID = """name => getComputedStyle(document.querySelector(name), "::before").content"""
COLOURS = """() => {
  const style = getComputedStyle(document.documentElement);
  return [style.color, style.backgroundColor];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    for address, document in feeds.render_all(PUBLICATION, RENDERED, PICTURES).items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(document)
    (folder / "assets").mkdir()
    shutil.copy(STYLE, folder / "assets")
    return folder


@pytest.mark.parametrize(
    ("feed", "shown", "root"),
    [
        (
            "topics/plain-words/feed.xml",
            {
                "rss", "rss channel", "channel title", "channel description", "channel item",
                "item title", "item pubDate", "item description", "item link",
            },
            "channel",
        ),
        (
            "atom.xml",
            {
                "feed", "feed title", "feed subtitle", "feed entry", "entry title",
                "entry published", "entry summary", "entry link",
            },
            "feed",
        ),
    ],
)  # fmt: skip
def test_a_browser_shows_titles_dates_and_summaries_and_says_what_a_feed_is(
    browser, site, feed, shown, root
):
    page = browser.new_page()
    page.goto((site / feed).as_uri())
    assert set(page.evaluate(SHOWN)) == shown
    assert page.evaluate(SAID, root).startswith('"This is a feed: copy its address')
    page.close()


def test_a_dark_screen_stays_dark(browser, site):
    colours = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto((site / "feed.xml").as_uri())
        colours.append(page.evaluate(COLOURS))
        page.close()
    assert colours == [
        ["rgb(27, 36, 38)", "rgb(253, 252, 250)"],
        ["rgb(232, 235, 233)", "rgb(20, 25, 27)"],
    ]


def test_no_line_is_wider_than_a_telephone(browser, site):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for feed in ("feed.xml", "atom.xml"):
        page.goto((site / feed).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
