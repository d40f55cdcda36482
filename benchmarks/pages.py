"""`python3 -m benchmarks.pages`: load the same article as each contender built it, and compare."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import environment, pages_report
from benchmarks.__main__ import OURS, build, found
from benchmarks.contender import SITE_URL
from benchmarks.measuring import FailedError
from benchmarks.pages_report import View
from benchmarks.writing import write_articles
from tests.chromium import chromium, only
from tests.lighthouse import lighthouse
from tests.loading import telephone
from tests.serving import serve
from tests.site.kinds import kinds, of_kind

log = logging.getLogger("benchmarks")

PAGE = environment.PROJECT / "docs" / "performance-pages.md"
THEIRS = "material"
SCORED = ("home", "article", "topic", "person", "search")


@contextmanager
def served(name: str) -> Iterator[int]:
    """The port at which a contender's site stands as its own host would serve it."""
    with tempfile.TemporaryDirectory() as folder:
        site, host = environment.CACHE / name / "site", urlsplit(SITE_URL).netloc
        with serve(site, Path(folder), host) as port:
            yield port


def view(port: int, address: str) -> View:
    """The first view of a page: Lighthouse's paint, what came over the wire, and ours to see."""
    host = urlsplit(address).netloc
    with chromium(*only(host, port)) as browser, telephone(browser) as (page, wire):
        page.goto(address)
        page.wait_for_function("painted > 0")
        page.wait_for_load_state("networkidle")
        seen, requests = page.evaluate("painted"), wire.requests()
    return View(
        paint=lighthouse(address, port, "performance").largest_paint,
        seen=seen,
        requests=len(requests),
        size=sum(request.size for request in requests),
        elsewhere=sum(urlsplit(request.url).netloc != host for request in requests),
    )


def race(address: str, rounds: int) -> dict[str, View]:
    """The typical first view of each; each round runs the other way round."""
    views: dict[str, list[View]] = {OURS: [], THEIRS: []}
    order = [*views]
    for number in range(rounds):
        for name in order:
            log.info("%s: view %d of %d", name, number + 1, rounds)
            with served(name) as port:
                views[name].append(view(port, address))
        order.reverse()
    return {name: pages_report.typical(of_one) for name, of_one in views.items()}


def scores(rounds: int) -> dict[str, Sequence[int]]:
    """Lighthouse's scores for speed of one page of each kind, by kind."""
    site = environment.CACHE / OURS / "site"
    with served(OURS) as port:
        return {
            kind: [
                lighthouse(f"{SITE_URL}{of_kind(site, kind)}", port, "performance").scores[
                    "performance"
                ]
                for _ in range(rounds)
            ]
            for kind in SCORED
            if kind in kinds(site)
        }


def main() -> None:
    """Build, measure, print, and write docs/performance-pages.md."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    options = _options()
    known = found()
    environment.prepare()
    articles = write_articles(options.articles)
    try:
        for name in (OURS, THEIRS):
            build(known[name], articles, environment.CACHE / name)
    except FailedError as problem:
        sys.exit(str(problem))
    views = race(f"{SITE_URL}articles/{articles[-1].slug}/", options.rounds)
    text = pages_report.document(
        {known[name].name: seen for name, seen in views.items()},
        scores(options.rounds),
        options,
    )
    sys.stdout.write(text)
    PAGE.write_text(text, "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.pages", description=__doc__)
    parser.add_argument("--articles", type=int, default=100, help="how many (default: 100)")
    parser.add_argument("--rounds", type=int, default=3, help="how often (default: 3)")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        help="the day that the report bears (default: today)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
