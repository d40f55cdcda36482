"""Copies of publications to break, builds of them to look at, and a server like GitHub Pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import chromium
from tests.running import AS_OF, ROOT, copy_sample, publisher
from tests.serving import serve


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


def build(folder: Path) -> Path:
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample publication as the world would get it: a real address, and no sample."""
    folder = copy_sample(tmp_path_factory.mktemp("built") / "publication")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", "sample: false")
    config.write_text(text.replace("https://publication.example.org/", "https://journal.test/"))
    return build(folder)


@pytest.fixture(scope="session")
def built_synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own publication: hostile titles, right to left, persons with credentials."""
    folder = tmp_path_factory.mktemp("synthetic")
    shutil.copytree(ROOT / "tests/publication", folder / "tests/publication")
    shutil.copytree(ROOT / "theme", folder / "theme")
    return build(folder / "tests/publication")


@pytest.fixture(scope="session", params=["built", "built_synthetic"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the site, as GitHub Pages would."""
    with serve(site, tmp_path_factory.mktemp("nginx")) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()
