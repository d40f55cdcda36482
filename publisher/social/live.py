"""The live gate: nothing is announced before a reader can open it, picture and all.

A network reads page and picture when it sees a link first, and keeps what it found, "page not
found" too, for up to a month.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus

from publisher._exchange import Response, Sending, exchange
from publisher._http import UnreachableError

# Seconds until a page is looked at again, doubled each time up to the second.
_FIRST, _LONGEST = 2, 60


@dataclass(frozen=True, slots=True)
class Page:
    """What must be on the site: an article's page with this digest, and its card's picture."""

    url: str
    digest: str
    picture: str


@dataclass(frozen=True, slots=True)
class Gate:
    """Waits for pages until `deadline`, which all pages of a run share; `clock` is in seconds."""

    deadline: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    get: Callable[[str], Response] = lambda url: exchange(Sending("GET", url))

    def lacking(self, page: Page) -> str | None:
        """What the site still lacks at the deadline, in one sentence; None when all is there."""
        wait = _FIRST
        while problem := next(self._problems(page), None):
            if self.clock() + wait > self.deadline:
                break
            self.sleep(wait)
            wait = min(2 * wait, _LONGEST)
        return problem

    def _problems(self, page: Page) -> Iterator[str]:
        answer = self._answer(page.url)
        if isinstance(answer, str):
            yield answer
            return
        found = _metas(answer.body)
        robots = found.get("robots", "") + answer.headers.get("X-Robots-Tag", "")
        if "noindex" in robots.lower():
            yield f"{page.url} asks search engines to stay away (noindex)"
        if found.get("publisher:digest") != page.digest:
            yield f"{page.url} does not show the article as it is now"
        picture = self._answer(page.picture)
        if isinstance(picture, str):
            yield picture
        elif not (kind := picture.headers.get("Content-Type", "")).startswith("image/"):
            yield f"{page.picture} is no picture but {kind or 'of no type'}"

    def _answer(self, url: str) -> Response | str:
        try:
            answer = self.get(url)
        except UnreachableError as problem:
            return f"{url} cannot be read: {problem}"
        if answer.status != HTTPStatus.OK:
            return f"{url} answers with status {answer.status}"
        return answer


class _Metas(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and named.get("name"):
            self.found[str(named["name"])] = named.get("content") or ""


def _metas(body: bytes) -> dict[str, str]:
    reader = _Metas()
    reader.feed(body.decode("utf-8", "replace"))
    return reader.found
