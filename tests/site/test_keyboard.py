"""Every page with nothing but a keyboard: where focus goes, whether it shows, whether it gets out.

The rules are WCAG 2.2's: 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11 and, for how much the mark of
focus stands out, 1.4.11.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import one_of_each

# Numbers all that can have focus in the order of the document, and has ready what tells of one.
WATCH = """() => {
  const can = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  const shown = e => e.checkVisibility({visibilityProperty: true});
  const all = [...document.querySelectorAll(can)].filter(
    e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && shown(e));
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = channels(colour).map(part);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = e => {
    for (let at = e.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const name = e => e.outerHTML.replace(e.innerHTML, e.textContent.trim()).slice(0, 160);
  const hidden = (e, box) =>
    !box || !shown(e) || e.closest('[aria-hidden=true], [inert]');
  const covered = box => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return !top || !(top.contains(document.activeElement) || document.activeElement.contains(top));
  };
  // A link that is stretched over a whole card draws it around that, by what stands after it.
  const outlines = e => [null, '::before', '::after'].map(part => getComputedStyle(e, part)).filter(
    style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  window.focused = () => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const box = [...e.getClientRects()].find(part => part.width && part.height);
    const outline = outlines(e)[0];
    const trouble = hidden(e, box) ? 'is hidden'
      : covered(box) ? 'is out of sight or covered'
      : !outline ? 'has no outline of 2 pixels'
      : contrast(outline.outlineColor, behind(e)) < 3 ? 'has an outline that does not stand out'
      : '';
    return {number: all.indexOf(e), name: name(e), trouble};
  };
  return all.map(name);
}"""


def walk(page: Page, most: int) -> Iterator[dict[str, Any]]:
    """What has focus at each press of Tab, until it leaves the page or begins anew."""
    for press in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate("focused()")
        if focused is None or (press and focused["number"] == 0):
            return
        yield focused
    message = f"{page.url} does not let focus out"
    raise AssertionError(message)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_goes_through_all_of_a_page_in_order_and_is_seen_doing_so(
    browser: Browser, address: str, site: Path, scheme: Any
):
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    trouble = []
    for path in one_of_each(site):
        page.goto(address + path)
        names = page.evaluate(WATCH)
        stops = list(walk(page, most=2 * len(names) + 9))
        # A box that scrolls is a stop too and has no number, for the browser itself sees to that.
        numbers = [stop["number"] for stop in stops if stop["number"] >= 0]
        if numbers != list(range(len(names))):
            trouble.append(f"{path}: order {numbers} of {len(names)}")
        trouble += [f"{path}: {s['trouble']}: {s['name']}" for s in stops if s["trouble"]]
    page.close()
    assert not trouble, "\n".join(trouble)


def test_the_first_stop_leads_past_the_header_into_the_text(page: Page, address: str, site: Path):
    for path in one_of_each(site):
        page.goto(address + path)
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.hash.slice(1)")
        assert page.evaluate("id => document.getElementById(id).matches('main')", target), path
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        passed = page.evaluate("""() => {
          const [at, main] = [document.activeElement, document.querySelector('main')];
          return at === document.body || main.contains(at)
            || Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
        }""")
        assert passed, path
