"""Manners: one question at a time, patience where it is asked for, silence where nobody is."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from publisher._http import Page, UnreachableError, read_page
from publisher.looking_up.asking import Polite
from tests.looking_up.library import Answer, Library


@dataclass
class Clock:
    """Time that passes only where somebody sleeps."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def polite(clock: Clock, fetch=read_page) -> Polite:
    return Polite(fetch, clock.sleep, lambda: clock.now)


def test_one_server_is_asked_at_intervals_and_another_at_once():
    clock = Clock()
    ask = polite(clock, lambda _url: Page(200, {}, b""))
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        ask(url)
    assert clock.slept == [0.0, 0.4, 0.0]


def test_who_asks_is_named_with_an_address_to_write_to(library: Library):
    read_page(f"{library.url}a", "https://journal.example.org/", "library@example.org")
    (agent,) = library.agents
    assert agent.startswith("healthcare-publisher/")
    assert agent.endswith(" (+https://journal.example.org/; mailto:library@example.org)")


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(library: Library, status):
    busy = Answer(b"", status, headers=(("Retry-After", "7"),))
    library.pages["/a"] = [busy, Answer(b"there")]
    clock = Clock()
    assert polite(clock)(f"{library.url}a").body == b"there"
    assert clock.slept == [0.0, 7.0]


def test_a_server_may_name_a_moment():
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    answers = [Page(503, {"Retry-After": soon}, b""), Page(200, {}, b"there")]
    clock = Clock()
    polite(clock, lambda _url: answers.pop(0))("https://a.example/")
    assert 25 <= clock.slept[1] <= 30


@pytest.mark.parametrize(
    ("said", "asked"), [("3600", 1), ("", 3), ("soon", 3)], ids=["an hour", "nothing", "no time"]
)
def test_a_server_that_stays_busy_is_left_in_peace_for_this_run(library: Library, said, asked):
    library.pages["/a"] = Answer(b"", 429, headers=(("Retry-After", said),))
    ask = polite(Clock())
    for path in ("a", "b"):
        with pytest.raises(UnreachableError, match=r"is busy and asks for patience$"):
            ask(f"{library.url}{path}")
    assert library.asked == ["/a"] * asked


def test_a_server_that_is_not_there_is_asked_once():
    with Library() as gone:
        url = gone.url
    asked = []

    def fetch(url):
        asked.append(url)
        return read_page(url)

    ask = polite(Clock(), fetch)
    for path in ("a", "b"):
        with pytest.raises(UnreachableError, match="cannot be reached"):
            ask(f"{url}{path}")
    assert asked == [f"{url}a"]


def test_a_host_that_can_be_none_is_no_traceback():
    with pytest.raises(UnreachableError):
        read_page("https://..example/")


def test_of_a_long_page_the_beginning_is_read(library: Library):
    library.pages["/a"] = Answer(b"x" * 500_000)
    assert len(read_page(f"{library.url}a", most=100_000).body) == 100_000
