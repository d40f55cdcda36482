"""An article on paper: all of it, nothing of the site around it, and where its links lead."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.site.kinds import articles, one_of_each

# Each piece of text by itself, for on paper an address may stand between two of them.
SAID = """() => {
  const parts = 'h1, .standfirst, .prose, .references, .transcript, .key-points';
  return [...document.querySelectorAll('main > article :is(' + parts + ')')].flatMap(part => {
    const [walk, found] = [document.createTreeWalker(part, NodeFilter.SHOW_TEXT), []];
    while (walk.nextNode())
      if (!walk.currentNode.parentElement.closest('.footnote-backref'))
        found.push(walk.currentNode.data);
    return found;
  });
}"""
LINKS = """() => [...document.querySelectorAll('main > article :is(.prose, .references) a')]
  .filter(e => /^https?:/.test(e.getAttribute('href'))).map(e => e.getAttribute('href'))"""
AROUND = """() => [...document.querySelectorAll('nav, body > footer, .skip, button, input')]
  .filter(e => e.checkVisibility()).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 100))"""


def solid(text: str) -> str:
    """Without spaces, for lines break elsewhere on paper, and with ligatures taken apart."""
    return "".join(normalize("NFKC", text).split())


@pytest.fixture
def on_paper(page: Page, address: str, site: Path) -> Iterator[tuple[Page, str]]:
    """Each article on the screen, and what its print says.

    Not those that are written from the right: a PDF has their letters in the order of the eye.
    """

    def each() -> Iterator[tuple[Page, str]]:
        for path in articles(site):
            page.goto(address + path)
            if page.locator("[dir=rtl]").count() == 0:
                reader = PdfReader(BytesIO(page.pdf(format="A4")))
                yield page, solid("".join(sheet.extract_text() for sheet in reader.pages))

    return each()


def test_all_of_an_article_is_printed(on_paper: Iterator[tuple[Page, str]]):
    trouble = []
    for page, printed in on_paper:
        said = {solid(text) for text in page.evaluate(SAID)} - {""}
        assert said
        trouble += [f"{page.url} lacks “{text}”" for text in sorted(said) if text not in printed]
    assert not trouble, "\n".join(trouble)


def test_nothing_is_printed_that_only_a_screen_can_use(page: Page, address: str, site: Path):
    page.emulate_media(media="print")
    trouble = []
    for path in one_of_each(site):
        page.goto(address + path)
        trouble += [f"{path} prints {shown}" for shown in page.evaluate(AROUND)]
    assert not trouble, "\n".join(trouble)


def test_paper_says_where_the_links_of_an_article_lead(on_paper: Iterator[tuple[Page, str]]):
    trouble = [
        f"{page.url} does not print {address}"
        for page, printed in on_paper
        for address in page.evaluate(LINKS)
        if solid(address) not in printed
    ]
    assert not trouble, "\n".join(trouble)
