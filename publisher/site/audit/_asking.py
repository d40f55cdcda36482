"""Asking other servers whether a page is still there, as a guest does.

One request at a time and a pause after each, by host; a few hosts at once. Who says that it is
busy (429, 503, with or without Retry-After) is asked nothing more in this run, and all that was
to be asked there counts as answered so until tomorrow.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from publisher import _http

HOSTS_AT_ONCE = 4
# Between two requests to one host, in seconds.
PAUSE = 1.0

# Where a redirect is the answer: the register knows the number. What stands behind it is often
# behind a login, and asked by nobody here.
_REGISTERS = frozenset({"doi.org", "dx.doi.org"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of asking: the status, 0 for none, with the reason why there is none.

    `moved_to` is the page's new address, if it has one for good.
    """

    status: int
    moved_to: str = ""
    problem: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the page is there, as far as a guest can see."""
        return 0 < self.status < 400  # noqa: PLR2004 - errors begin there, RFC 9110 section 15


def ask(urls: Iterable[str], site_url: str) -> dict[str, Verdict]:
    """URL → verdict, on behalf of the site at `site_url`."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        asked = pool.map(lambda host: dict(_visit(host, site_url)), by_host.values())
        return {url: verdict for verdicts in asked for url, verdict in verdicts.items()}


def _visit(urls: list[str], site_url: str) -> Iterator[tuple[str, Verdict]]:
    for place, url in enumerate(urls):
        if place:
            time.sleep(PAUSE)
        verdict = _look(url, site_url)
        yield url, verdict
        if verdict.status in _http.BUSY:
            yield from ((left, verdict) for left in urls[place + 1 :])
            return


def _look(url: str, site_url: str) -> Verdict:
    try:
        follow = urlsplit(url).hostname not in _REGISTERS
        answer = _http.look(url, site_url, follow=follow)
    except _http.UntrustedError as problem:
        return Verdict(UNTRUSTED, problem=str(problem))
    except _http.UnreachableError as problem:
        return Verdict(0, problem=str(problem))
    return Verdict(answer.status, answer.url if answer.moved else "")


# Stands for a server whose certificate is not valid; no server answers so itself.
UNTRUSTED = 495
