"""Nothing is wider than the screen and nothing is cut off, whatever the reader or the writer does.

WCAG 2.2: 1.4.10 (a screen of 1,280 pixels at 400 % is one of 320), 1.4.4 and 1.4.12.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serve
from tests.site.conftest import build
from tests.site.kinds import every, one_of_each
from tests.site.stress import write_stress

WIDTHS = (320, 390, 600, 820, 1024, 1280, 1920, 2560)

# What sticks out sideways of the screen, unless a box around it scrolls, as a table's may; and
# whether the page itself goes sideways.
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowX);
  const inside = e => { while ((e = e.parentElement)) if (scrolls(e)) return true; return false; };
  const out = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.bottom > 0 && (box.right > width + 1 || box.left < -1) && !inside(e)
      && e.checkVisibility({visibilityProperty: true}) && !e.closest('.skip, svg');
  }).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 80));
  const whole = document.documentElement.scrollWidth;
  return whole > width ? [`the page: ${whole} pixels`, ...out.slice(0, 3)] : out.slice(0, 3);
}"""

# Text that does not show because its box, or one around that, is too small and does not scroll.
CUT = """() => {
  const cuts = e => {
    const {overflowX, overflowY} = getComputedStyle(e);
    return (/hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && e.scrollHeight > e.clientHeight + 1);
  };
  return [...document.body.querySelectorAll('*')].filter(
    // What only screen readers read is one pixel large.
    e => e.textContent.trim() && e.clientWidth > 1 && e.clientHeight > 1 && cuts(e)
  ).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 80));
}"""

# https://www.w3.org/TR/WCAG22/#text-spacing, in a way that no policy against inline styles stops.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""

# How much of the screen's height things cover that stay where they are while the text moves.
STAYING = """() => [...document.body.querySelectorAll('*')].filter(
  e => /fixed|sticky/.test(getComputedStyle(e).position) && e.checkVisibility()
).reduce((sum, e) => sum + e.getBoundingClientRect().height, 0) / innerHeight"""


@pytest.fixture(scope="session")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Every article and one of each other page of the publication that tries to break them."""
    folder = tmp_path_factory.mktemp("stress")
    write_stress(folder)
    config = folder / "mkdocs.yml"
    # What nobody signed off is written here to be looked at.
    known = "form-script: warning"
    config.write_text(config.read_text().replace(known, f"{known}, signoff: off"))
    site = build(folder)
    with serve(site, tmp_path_factory.mktemp("nginx")) as port:
        written = {path for path in every(site) if path.startswith("articles/")}
        paths = sorted(written.union(one_of_each(site)))
        yield [f"http://127.0.0.1:{port}/{path}" for path in paths]


@pytest.fixture
def pages(address: str, site: Path) -> list[str]:
    return [address + path for path in one_of_each(site)]


def shown(page: Page, addresses: list[str], widths: tuple[int, ...]) -> Iterator[str]:
    """Goes to each page at each width: `http://127.0.0.1:8000/people/ at 320`."""
    for address in addresses:
        page.goto(address)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            yield f"{address} at {width}"


def test_no_page_is_wider_than_its_screen(page: Page, pages: list[str]):
    trouble = [
        f"{at}: {wide}" for at in shown(page, pages, WIDTHS) for wide in page.evaluate(WIDER)
    ]
    assert not trouble, "\n".join(trouble)


def test_nothing_that_a_writer_can_write_is_wider_than_the_screen_or_cut_off(
    page: Page, stressed: list[str]
):
    trouble = [
        f"{at}: {lost}"
        for at in shown(page, stressed, WIDTHS)
        for lost in page.evaluate(WIDER) + page.evaluate(CUT)
    ]
    assert not trouble, "\n".join(trouble)


def test_text_can_be_spaced_out_and_loses_nothing(
    page: Page, pages: list[str], stressed: list[str]
):
    trouble = []
    for at in shown(page, pages + stressed, (320, 1280)):
        page.evaluate(SPACING)
        trouble += [f"{at}: {lost}" for lost in page.evaluate(CUT) + page.evaluate(WIDER)]
    assert not trouble, "\n".join(trouble)


def test_at_four_times_the_size_text_still_has_most_of_the_screen(
    browser: Browser, pages: list[str]
):
    page = browser.new_page(viewport={"width": 320, "height": 200}, device_scale_factor=4)
    covered = {}
    for address in pages:
        page.goto(address)
        page.mouse.wheel(0, 400)
        covered[address] = page.evaluate(STAYING)
        assert page.evaluate("[scrollTo(99, scrollY), scrollX][1]") == 0, address
    page.close()
    assert {address: part for address, part in covered.items() if part > 0.25} == {}
