"""Axe-core, which knows what in WCAG 2.2 a machine can see, on every kind of page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.kinds import one_of_each

# https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = Axe()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # Axe styles the page while it measures, which a policy against inline styles would stop.
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


def told(page: Page) -> Iterator[str]:
    """`color-contrast (serious): <a href="…"> Element has insufficient colour contrast of …`."""
    answer: dict[str, Any] = AXE.run(
        page, options={"runOnly": RULES, "resultTypes": ["violations"]}
    ).response
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            why = " ".join(node["failureSummary"].split("\n", 1)[-1].split())
            yield f"{rule['id']} ({rule['impact']}): {node['html'][:120]} {why}"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, address: str, site: Path, scheme: Any, width: int):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in one_of_each(site):
        page.goto(address + path)
        page.evaluate("document.getAnimations().forEach(fade => fade.finish())")
        found += [f"{path}: {violation}" for violation in told(page)]
    assert not found, "\n".join(found)
