"""The Content-Security-Policy of every page, and that a browser holds to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.kinds import one_of_each, read

POLICY = "//head/meta[@http-equiv='Content-Security-Policy']"
GOVERNED = "//script | //style | //link | //img | //iframe | //object | //base | //body//*"
LOOSE = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "*", "https:"}

# What somebody would write who could write into a page.
ATTACKS = """
<script>window.ran = 'a script'</script>
<script src="data:text/javascript,window.ran = 'a script without a file'"></script>
<svg onload="window.ran = 'a handler'"></svg>
<iframe srcdoc="<script>parent.ran = 'a frame'</script>"></iframe>
<a id="attack" href="javascript:void (window.ran = 'an address')">Press</a>
<p id="styled" style="position: fixed">A style</p>
"""
TRIES = """() => {
  document.getElementById('attack').click();
  setTimeout("window.ran = 'a text as code'");
  return new Promise(done => setTimeout(done, 50));
}"""


def test_every_page_has_one_policy_before_all_that_it_governs(site: Path):
    trouble = []
    for file in sorted(site.rglob("*.html")):
        tree = read(file)
        found = tree.xpath(POLICY)
        elements = list(tree.iter())
        governed = tree.xpath(GOVERNED)
        if len(found) != 1 or (governed and elements.index(found[0]) > elements.index(governed[0])):
            trouble.append(f"{file.relative_to(site)}: {len(found)} policies, or one too late")
    assert not trouble, "\n".join(trouble)


def test_no_policy_is_loosened(site: Path):
    for file in sorted(site.rglob("*.html")):
        (policy,) = read(file).xpath(f"{POLICY}/@content")
        directives = {name: sources for name, *sources in map(str.split, policy.split(";"))}
        assert directives["default-src"] == ["'none'"], file
        assert LOOSE.isdisjoint(source for all_of in directives.values() for source in all_of), file


@pytest.fixture
def attacked(browser: Browser) -> Iterator[Page]:
    """A page into which somebody else has written."""

    def write(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("</main>", f"{ATTACKS}</main>"), content_type="text/html")

    page = browser.new_page()
    page.route(lambda url: url.endswith("/"), write)
    yield page
    page.close()


def test_what_somebody_writes_into_a_page_does_not_run(attacked: Page, address: str, site: Path):
    ran = {}
    for path in one_of_each(site):
        attacked.goto(address + path)
        assert attacked.locator("#attack").count() == 1
        attacked.evaluate(TRIES)
        styled = attacked.locator("#styled").evaluate("e => getComputedStyle(e).position")
        ran[path] = [attacked.evaluate("window.ran"), styled]
    assert {path: what for path, what in ran.items() if what != [None, "static"]} == {}
