"""Every kind of page in Chromium, from a server that behaves as GitHub Pages does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

KINDS = ("", "topics/", "people/", "archive/", "feeds/", "about/", "es/", "no-such-page/")


def one_of_each(site: Path) -> list[str]:
    """Addresses that cover every template: the fixed ones, and the first of each collection."""
    found = [kind for kind in KINDS if kind == "no-such-page/" or (site / kind).is_dir()]
    for collection in ("topics", "people", "archive"):
        first = min(p.parent.name for p in site.glob(f"{collection}/*/index.html"))
        found.append(f"{collection}/{first}/")
    articles = sorted(site.glob("articles/*/index.html"))
    leads_on = 'http-equiv="refresh"'
    return found + [f"articles/{p.parent.name}/" for p in articles if leads_on not in p.read_text()]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_no_page_complains_or_asks_another_host(page: Page, address: str, site: Path):
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("response", lambda r: trouble.append(f"{r.status} {r.url}") if r.status > 399 else None)
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(address) else trouble.append(f"elsewhere: {request.url}")
        ),
    )
    for path in one_of_each(site):
        answer = page.goto(address + path)
        assert answer
        assert answer.status == (404 if path == "no-such-page/" else 200), path
        assert [t for t in trouble if path != "no-such-page/" or "404" not in t] == [], path
        trouble.clear()


@pytest.mark.parametrize("width", [320, 768, 1280, 2560])
def test_no_page_is_wider_than_its_screen(page: Page, address: str, site: Path, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    for path in one_of_each(site):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_every_page_reads_without_any_script(browser: Browser, address: str, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in one_of_each(site):
        page.goto(address + path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
    context.close()


def test_the_keyboard_reaches_the_text_first(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#page:main"


def test_a_missing_page_deep_in_the_site_still_finds_its_style(page: Page, address: str):
    page.goto(f"{address}articles/nowhere/at/all/")
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"


def test_a_link_checker_finds_nothing_dead(address: str):
    linkchecker = str(Path(sys.executable).with_name("linkchecker"))
    config = Path(__file__).with_name("linkchecker.ini")
    run = subprocess.run(
        [linkchecker, "--no-status", "--no-warnings", "-f", str(config), address],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
