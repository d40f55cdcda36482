"""What a page costs to load on an old telephone with two bars of signal, as Chromium counts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

# Lighthouse's "slow 4G" and the processor of a telephone that was never quick.
# https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
SLOW_4G = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 1.6e6 / 8,  # bytes a second
    "uploadThroughput": 750e3 / 8,
}
SLOWER_PROCESSOR = 4
TELEPHONE = {"width": 412, "height": 823}

# Everything that was shifted without the reader's doing, and the largest thing painted last.
WATCH = """
window.shifted = 0;
window.painted = 0;
new PerformanceObserver(list => list.getEntries().forEach(
  entry => { if (!entry.hadRecentInput) window.shifted += entry.value; }
)).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(
  entry => { window.painted = entry.startTime; }
)).observe({type: 'largest-contentful-paint', buffered: true});
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One file on the wire: its kind as Chromium names it, and all its bytes, headers too.

    What never came has no bytes.
    """

    url: str
    kind: str
    size: int


@dataclass
class Wire:
    """Listens to what comes over the wire."""

    asked: dict[str, tuple[str, str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def listen(self, session: Any) -> None:
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.loadingFinished", self._finish)

    def _ask(self, event: Any) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.asked[event["requestId"]] = event["request"]["url"], event.get("type", "Other")

    def _finish(self, event: Any) -> None:
        self.sizes[event["requestId"]] = round(event["encodedDataLength"])

    def requests(self) -> list[Request]:
        """All that went out; what came with no byte was in Chromium's memory already."""
        return [
            Request(url, kind, self.sizes.get(number, 0))
            for number, (url, kind) in self.asked.items()
            if self.sizes.get(number) != 0
        ]


@contextmanager
def telephone(browser: Browser) -> Iterator[tuple[Page, Wire]]:
    """A page on a slow telephone with nothing in its cache, and what it receives."""
    context = browser.new_context(viewport=TELEPHONE, device_scale_factor=1.75, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    wire = Wire()
    wire.listen(session)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    yield page, wire
    context.close()
