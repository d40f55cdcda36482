"""Asking politely: one server after the other, never twice at once, and no more when it says so.

Sources: Crossref's etiquette (https://www.crossref.org/documentation/retrieve-metadata/rest-api/),
NCBI's limit of three requests a second (https://www.ncbi.nlm.nih.gov/books/NBK25497/),
RFC 9110 section 10.2.3 for Retry-After.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import urlsplit

from publisher._http import BUSY, Page, UnreachableError, read_page
from publisher.content.publication import Publication

Fetch = Callable[[str], Page]

# Between two questions to one server, in seconds.
PAUSE = 0.4
# Who wants us to wait longer is asked again another day.
LONGEST_WAIT = 60.0
TRIES = 3


def asker(publication: Publication) -> Polite:
    """Return what asks in the publication's name, with an address where to complain."""
    mail = publication.settings.organisation.email
    return Polite(partial(read_page, site_url=publication.site_url, mail=mail))


@dataclass
class Polite:
    """A `fetch` with manners. A server that cannot be reached is not asked again in this run."""

    fetch: Fetch
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    free: dict[str, float] = field(default_factory=dict)
    silent: dict[str, str] = field(default_factory=dict)

    def __call__(self, url: str) -> Page:
        """Return what is at `url`; raises UnreachableError, at once where that is known already."""
        host = urlsplit(url).netloc
        if host in self.silent:
            raise UnreachableError(self.silent[host])
        try:
            return self._answer(host, url)
        except UnreachableError as problem:
            self.silent[host] = str(problem)
            raise

    def _answer(self, host: str, url: str) -> Page:
        for _ in range(TRIES):
            self.sleep(max(0.0, self.free.get(host, 0.0) - self.clock()))
            page = self.fetch(url)
            self.free[host] = self.clock() + PAUSE
            if page.status not in BUSY:
                return page
            wait = _wait(page.headers.get("Retry-After", ""))
            if wait > LONGEST_WAIT:
                break
            self.free[host] = self.clock() + wait
        message = f"{host} is busy and asks for patience"
        raise UnreachableError(message)


def _wait(said: str) -> float:
    """How many seconds a server asks for, as a number or a date; ten where it does not say."""
    if said.strip().isdecimal():
        return float(said)
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return 10.0
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
