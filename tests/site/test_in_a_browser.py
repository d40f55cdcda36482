"""Every kind of page in Chromium, from a server that behaves as GitHub Pages does."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.site.kinds import MISSING, articles, one_of_each

# Chromium says so in its console too, but not of every kind.
VIOLATIONS = """addEventListener('securitypolicyviolation', event => console.error(
  `policy: ${event.effectiveDirective} stops ${event.blockedURI} ${event.sample}`));"""

# What somebody reads, but for buttons, which only a script can make do anything.
WORDS = """() => {
  document.querySelectorAll('button').forEach(button => button.remove());
  return document.body.innerText;
}"""


def test_no_page_complains_or_asks_another_host(page: Page, address: str, site: Path):
    trouble: list[str] = []
    page.add_init_script(VIOLATIONS)
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
        assert answer.status == (404 if path == MISSING else 200), path
        assert [t for t in trouble if path != MISSING or "404" not in t] == [], path
        trouble.clear()


def test_every_page_reads_without_any_script(browser: Browser, address: str, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in one_of_each(site):
        page.goto(address + path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
    context.close()


def test_an_article_says_the_same_with_and_without_script(
    browser: Browser, address: str, site: Path
):
    said: list[dict[str, str]] = []
    for scripts in (True, False):
        page = browser.new_page(java_script_enabled=scripts)
        said.append({})
        for path in articles(site):
            page.goto(address + path, wait_until="networkidle")
            said[-1][path] = page.evaluate(WORDS)
        page.close()
    assert said[0] == said[1]


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
