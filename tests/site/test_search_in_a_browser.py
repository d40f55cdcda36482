"""The search as readers use it: in Chromium, with words, keys, links and little transfer."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from benchmarks.contenders.publisher import contender
from benchmarks.writing import write_articles
from publisher.cli import build_site, configuration
from publisher.site import search
from tests.running import ROOT, copy_sample, write_article
from tests.serving import serve
from tests.site.conftest import build

# The least that the search page asks of a browser: everything from its own house, Pagefind's
# WebAssembly, no worker, nothing inline, nothing evaluated.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
FRONT = """id: {id}
title: '{title}'
description: {description}
date: {date}
status: ready
pillar: {pillar}
audience: {audience}
topics: [plain-language]
authors: [editorial-team]
lang: {lang}"""
LONG = "A description that is long enough for search engines and for every network too."
ENGLISH = {"description": LONG, "lang": "en", "audience": "staff", "date": "2026-05-14"}
JAPANESE = (
    "手を洗うことは、患者さんと家族を感染から守るための、いちばん簡単で確かな方法です。"
    "毎日続けましょう。"
)


def add(folder: Path, slug: str, body: str, **values: str) -> None:
    write_article(folder, f"2026/{slug}.md", FRONT.format(id=slug, **(ENGLISH | values)), body)


def add_what_is_sought(folder: Path) -> None:
    """Three articles with a word that stands nowhere else, a hostile one and a Japanese one."""
    body = "Nobody counts.\n\n## Where quokkas sleep\n\nOne quokka sleeps in the shade."
    add(folder, "first", body, title="On sleep", pillar="people")
    add(folder, "second", "Many quokkas.", title="On many", pillar="recognition")
    add(folder, "third", "A quokka.", title="On one", pillar="people", date="2025-05-14")
    hostile = "Findable &lt;script&gt;alert(2)&lt;/script&gt; `<mark>` words."
    title = '<img src=x onerror=alert(1)> "quoted" & \u202eodd'
    add(folder, "hostile", hostile, title=title, pillar="community")
    body = "感染を防ぐには石けんで三十秒洗います。"
    told = {"title": "手を洗うことの大切さ", "description": JAPANESE, "lang": "ja"}
    add(folder, "japanese", body, pillar="community", **told)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample, with articles to look for, below a folder of its host."""
    folder = copy_sample(tmp_path_factory.mktemp("search") / "publication")
    add_what_is_sought(folder)
    host = tmp_path_factory.mktemp("host")
    build(folder).rename(host / "journal")
    with serve(host, tmp_path_factory.mktemp("nginx")) as port:
        address = f"http://127.0.0.1:{port}/"
        yield f"{address}journal/"


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A page that may do no more than the policy, complain of nothing, and ask no other host."""
    page = browser.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda asked: None if base in asked.url else trouble.append(asked.url))
    page.route(lambda url: urlsplit(url).path.endswith("/search/"), with_policy)
    yield page
    page.close()
    assert trouble == []


def with_policy(route: Route) -> None:
    answer = route.fetch()
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    route.fulfill(response=answer, body=answer.text().replace("<head>", f"<head>{meta}"))


def titles(page: Page) -> list[str]:
    return page.locator(".results h2").all_text_contents()


def told(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_every_page_leads_to_the_search_of_its_language(page: Page, base: str):
    for start, name, address in (("", "Search", "search/"), ("es/", "Buscar", "es/search/")):
        page.goto(base + start)
        page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(page.get_by_role("search")).to_be_visible()
        assert page.url == base + address


def test_words_find_articles_and_say_how_many(page: Page, base: str):
    page.goto(f"{base}search/")
    page.get_by_label("What are you looking for?").fill("sleeping quokkas")
    page.get_by_role("button", name="Search").click()
    told(page, "1 result for “sleeping quokkas”")
    found = page.locator(".results > li")
    assert found.inner_text().splitlines() == [
        "On sleep",
        "",
        "People · May 14, 2026 · Editorial team",
        "",
        f"{LONG} Nobody counts. Where quokkas sleep. One quokka sleeps in the shade.",
        "",
        "Where quokkas sleep",
    ]
    marks = found.locator("mark").all_text_contents()
    assert marks == ["quokkas", "sleep.", "quokka", "sleeps"]
    assert state(page) == {"q": ["sleeping quokkas"]}
    found.get_by_role("link", name="On sleep").click()
    assert page.url == f"{base}articles/first/"


def test_a_heading_with_the_words_leads_to_its_place(page: Page, base: str):
    page.goto(f"{base}search/?q=sleeping+quokkas")
    page.get_by_role("link", name="Where quokkas sleep").click()
    page.wait_for_url(f"{base}articles/first/#where-quokkas-sleep")
    assert page.locator("h2:target").inner_text() == "Where quokkas sleep"


def test_an_edition_finds_only_its_own_language(page: Page, base: str):
    page.goto(f"{base}es/search/?q=palabras")
    told(page, "1 resultado para «palabras»")
    assert titles(page) == ["Primero, la palabra sencilla"]
    page.goto(f"{base}es/search/?q=footnotes")
    told(
        page,
        "No se ha encontrado nada para «footnotes». Pruebe con menos palabras o con otras.",
    )


def test_an_address_with_words_and_choices_shows_what_it_was_shared_for(page: Page, base: str):
    page.goto(f"{base}search/?q=quokka&pillar=people&year=2025")
    told(page, "1 result for “quokka”")
    assert titles(page) == ["On one"]
    assert page.get_by_label("Kind").input_value() == "people"
    assert page.get_by_label("Year").input_value() == "2025"
    page.get_by_label("Year").select_option("")
    told(page, "2 results for “quokka”")
    assert sorted(titles(page)) == ["On one", "On sleep"]
    assert state(page) == {"q": ["quokka"], "pillar": ["people"]}


def test_choices_alone_list_what_there_is_and_coming_back_shows_them_again(page: Page, base: str):
    page.goto(f"{base}search/")
    page.get_by_text("Narrow down").click()
    page.get_by_label("Kind").select_option(label="Recognition")
    page.get_by_label("Year").select_option("2026")
    told(page, "2 articles")
    assert state(page) == {"pillar": ["recognition"], "year": ["2026"]}
    page.get_by_role("link", name="On many").click()
    page.wait_for_url(f"{base}articles/second/")
    page.go_back()
    told(page, "2 articles")
    assert page.get_by_label("Kind").input_value() == "recognition"


def test_the_keyboard_alone_finds_clears_and_asks_for_more(page: Page, base: str):
    page.goto(f"{base}search/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "search":
            break
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li")).to_have_count(10)
    more = page.get_by_role("button", name="More results")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".results > li").nth(10)).to_be_visible()
    expect(page.locator(".results h2 a").nth(10)).to_be_focused()
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Escape")
    told(page, "")
    assert (titles(page), page.get_by_role("searchbox").input_value()) == ([], "")
    assert page.url == f"{base}search/"


def test_hostile_words_are_shown_and_do_nothing(page: Page, base: str):
    page.goto(f"{base}search/?q=findable")
    told(page, "1 result for “findable”")
    assert titles(page) == ['<img src=x onerror=alert(1)> "quoted" & \u202eodd']
    assert (
        page.locator(".results .excerpt")
        .inner_text()
        .endswith("Findable <script>alert(2)</script> <mark> words.")
    )
    assert page.locator(".results :is(img, script)").count() == 0
    page.goto(f"{base}search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E%22")
    expect(page.get_by_role("status")).to_contain_text('“<img src=x onerror=alert(3)>"”')


def test_words_that_are_written_without_spaces_are_found(page: Page, base: str):
    page.goto(f"{base}ja/search/?q=石けん")
    told(page, "1 result for “石けん”")
    assert titles(page) == ["手を洗うことの大切さ"]
    assert "感染を防ぐには石けんで三十秒洗い" in page.locator(".excerpt").inner_text()
    assert set(page.locator(".excerpt mark").all_text_contents()) == {"石", "け", "ん"}


def test_nothing_is_fetched_before_a_reader_goes_to_the_form(page: Page, base: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}search/", wait_until="networkidle")
    assert [url for url in asked if "search/index" in url] == []
    page.get_by_role("searchbox").focus()
    page.wait_for_event("requestfinished", lambda request: "wasm" in request.url)


def test_without_script_the_page_leads_to_archive_and_topics(browser: Browser, base: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}search/")
    expect(page.get_by_text("This search needs JavaScript.")).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
    links = page.locator("main .notice a")
    assert [link.get_attribute("href") for link in links.all()] == ["../archive/", "../topics/"]
    context.close()


def test_when_the_index_does_not_come_the_page_says_so(browser: Browser, base: str):
    page = browser.new_page()
    page.route("**/pagefind-entry.json*", lambda route: route.abort())
    page.goto(f"{base}search/?q=word")
    told(page, "The search could not be loaded. Everything is in the archive, too.")
    page.close()


def test_several_indexes_are_searched_as_one(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(search, "LIMIT", 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    folder = copy_sample(tmp_path / "publication")
    build_site(configuration(str(folder / "mkdocs.yml")), lambda _: True)
    with serve(folder / "site", tmp_path) as port:
        address = f"http://127.0.0.1:{port}/"
        page = browser.new_page()
        page.goto(f"{address}search/?q=word")
        expect(page.get_by_role("status")).to_contain_text("results for “word”")
        told = " ".join(page.locator(".results .meta").all_text_contents())
        page.close()
    assert set(re.findall(r"\b20\d\d\b", told)) == {"2025", "2026"}


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A publication of 1,000 articles that nobody wrote."""
    folder = tmp_path_factory.mktemp("thousand")
    contender.write(write_articles(1000), folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    with serve(build(folder), tmp_path_factory.mktemp("nginx")) as port:
        address = f"http://127.0.0.1:{port}/"
        yield address


def transfers(page: Page) -> list[tuple[str, float]]:
    """(Kind of file, bytes on the wire) of all that is fetched from now on."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    kinds: dict[str, str] = {}
    found: list[tuple[str, float]] = []

    def begins(sent: dict[str, Any]) -> None:
        kinds[sent["requestId"]] = PurePosixPath(urlsplit(sent["request"]["url"]).path).suffix

    def ends(done: dict[str, Any]) -> None:
        found.append((kinds[done["requestId"]], done["encodedDataLength"]))

    network.on("Network.requestWillBeSent", begins)
    network.on("Network.loadingFinished", ends)
    return found


def test_at_a_thousand_articles_the_first_results_cost_150_kb(browser: Browser, thousand: str):
    page = browser.new_page()
    found = transfers(page)
    page.goto(f"{thousand}search/", wait_until="networkidle")
    opened = len(found)
    page.get_by_role("searchbox").fill("interpreters")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li")).to_have_count(10)
    page.wait_for_load_state("networkidle")
    page.close()
    fetched = found[opened:]
    assert [kind for kind, _ in fetched].count(".pf_fragment") == 10
    assert sum(size for _, size in fetched) <= 150_000
