"""The live gate, with a clock that only sleeping moves."""

from collections.abc import Iterator

import pytest

from publisher.social.live import Gate, Page
from tests.announcing import Site, page

DIGEST = "5d" * 32
PICTURE = (200, "image/png", b"PNG")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        started.pages |= {"/articles/one/": page(DIGEST), "/one.png": PICTURE}
        yield started


def lacking(site: Site, clock: Clock | None = None, limit: float = 0) -> str | None:
    clock = clock or Clock()
    wanted = Page(f"{site.url}articles/one/", DIGEST, f"{site.url}one.png")
    found = Gate(limit, clock, clock.sleep).lacking(wanted)
    return found and found.replace(site.url, "/")


def test_a_page_with_its_digest_and_its_picture_is_live(site: Site):
    assert lacking(site) is None


@pytest.mark.parametrize(
    ("path", "shown", "told"),
    [
        ("/articles/one/", (404, "text/html", b""), "/articles/one/ answers with status 404"),
        ("/articles/one/", (301, "text/html", b""), "/articles/one/ answers with status 301"),
        (
            "/articles/one/",
            page("another"),
            "/articles/one/ does not show the article as it is now",
        ),
        (
            "/articles/one/",
            page(DIGEST, "noindex, follow"),
            "/articles/one/ asks search engines to stay away (noindex)",
        ),
        ("/one.png", (404, "text/html", b""), "/one.png answers with status 404"),
        ("/one.png", (200, "text/html", b""), "/one.png is no picture but text/html"),
    ],
)
def test_what_is_lacking_is_said(site: Site, path: str, shown, told: str):
    site.pages[path] = shown
    assert lacking(site) == told


def test_a_server_that_is_not_there_is_said():
    with Site() as gone:
        url = gone.url
    wanted = Page(f"{url}articles/one/", DIGEST, f"{url}one.png")
    found = Gate(0, Clock()).lacking(wanted)
    assert found is not None
    assert "cannot be reached" in found


def test_the_gate_waits_longer_each_time_and_not_beyond_its_limit(site: Site):
    del site.pages["/one.png"]
    clock = Clock()
    assert lacking(site, clock, 240) == "/one.png answers with status 404"
    assert clock.slept == [2, 4, 8, 16, 32, 60, 60]


def test_the_gate_opens_as_soon_as_the_page_is_there(site: Site):
    shown = site.pages.pop("/articles/one/")
    clock = Clock()

    def sleep(seconds: float) -> None:
        clock.sleep(seconds)
        if clock.now > 5:
            site.pages["/articles/one/"] = shown

    clock_sleep = Gate(600, clock, sleep)
    wanted = Page(f"{site.url}articles/one/", DIGEST, f"{site.url}one.png")
    assert clock_sleep.lacking(wanted) is None
    assert clock.slept == [2, 4]
