"""The first view of an article on slow 4G: what it weighs, what it asks for, and that it stays put.

The budget: 45 KB compressed without pictures, eight requests, none to another host, no shift.
"""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.loading import telephone
from tests.site.kinds import articles, one_of_each


def shifts(page: Page) -> bool:
    """Whether anything moved while all of the page came in, to its end."""
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    page.wait_for_load_state("networkidle")
    return bool(page.evaluate("shifted") > 0.001)


def test_an_article_costs_little_asks_nobody_else_and_stays_put(
    browser: Browser, address: str, site: Path
):
    trouble = []
    for path in articles(site):
        with telephone(browser) as (page, wire):
            page.goto(address + path, wait_until="networkidle")
            requests = wire.requests()
            text = sum(request.size for request in requests if request.kind != "Image")
            elsewhere = [request.url for request in requests if not request.url.startswith(address)]
            never_came = [request.url for request in requests if not request.size]
            if text > 45_000 or len(requests) > 8 or elsewhere or never_came or shifts(page):
                told = "\n".join(f"    {request}" for request in requests)
                trouble.append(f"{path}: {text:,} bytes, {page.evaluate('shifted')} shift\n{told}")
    assert not trouble, "\n".join(trouble)


def test_no_other_page_moves_under_the_reader_either(browser: Browser, address: str, site: Path):
    moved = []
    for path in sorted({*one_of_each(site)} - {*articles(site)}):
        with telephone(browser) as (page, _):
            page.goto(address + path, wait_until="load")
            if shifts(page):
                moved.append(path)
    assert moved == []
