"""What a reader has told their system: colours of their own, and that nothing should move."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.site.kinds import one_of_each

UNMARKED = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter(e => e.checkVisibility()).filter(e => {
    e.focus({focusVisible: true, preventScroll: true});
    return [null, '::before', '::after'].map(part => getComputedStyle(e, part)).every(
      style => style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2);
  }).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))"""

# Forced colours show no colour but the reader's, unless a page forbids it.
OF_ITS_OWN = """() => [...document.body.querySelectorAll('*')].filter(
  e => getComputedStyle(e).forcedColorAdjust === 'none' && e.textContent.trim()
).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))"""

# Also what would move only when somebody points at it.
MOVES = """() => {
  const lasts = times => times.split(',').some(time => parseFloat(time) > 0.01);
  const moves = style => lasts(style.transitionDuration)
    || (style.animationName !== 'none' && lasts(style.animationDuration))
    || style.scrollBehavior === 'smooth';
  return [...document.querySelectorAll('*')].filter(e => [null, '::before', '::after'].some(
    part => moves(getComputedStyle(e, part))
  )).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120));
}"""


def test_focus_is_seen_in_colours_that_the_reader_forces(page: Page, address: str, site: Path):
    page.emulate_media(forced_colors="active")
    trouble = []
    for path in one_of_each(site):
        page.goto(address + path)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        page.keyboard.press("Tab")  # from here on it is a keyboard that moves focus
        trouble += [f"{path}: no outline: {shown}" for shown in page.evaluate(UNMARKED)]
        trouble += [f"{path}: keeps its colours: {shown}" for shown in page.evaluate(OF_ITS_OWN)]
    assert not trouble, "\n".join(trouble)


def test_nothing_moves_for_who_wants_nothing_to_move(browser: Browser, address: str, site: Path):
    page = browser.new_page(reduced_motion="reduce")
    trouble = []
    for path in one_of_each(site):
        page.goto(address + path)
        trouble += [f"{path}: {moving}" for moving in page.evaluate(MOVES)]
        page.mouse.move(200, 300)
        assert page.evaluate("document.getAnimations().length") == 0, path
    page.close()
    assert not trouble, "\n".join(trouble)
