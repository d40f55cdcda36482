"""The first view in words and tables: what docs/performance-pages.md says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from statistics import median

from benchmarks.report import machine

_PAGE = """\
# Performance of the pages

<!-- Written by `python3 -m benchmarks.pages`; change benchmarks/pages_report.py, not this page. -->

One article without pictures, of {count:,} of about 650 words, as it is built by each, opened for
the first time on slow 4G (1.6 Mbit/s, 150 ms there and back) by a telephone four times slower than
this machine. × is how many times ours; above 1 is worse.

{views}
Lighthouse's score for speed, on a mobile telephone, of pages of this project:

{scores}
{date}, median of {rounds}, {machine}.

## What is measured

- *Largest paint* is when the largest part of the first view is there, as Lighthouse reckons it for
  slow 4G from a page that it loaded without any brake: with the set-up of connections and their
  slow start. *Seen* is the same as it was seen by Chromium, which puts a brake on each request and
  on the processor, but sets up connections in no time.
- Both sites come from the same server, compressed, over TLS and HTTP/2, as GitHub Pages serves
  them; each load begins with nothing in the cache. Each round turns the order round.
- Bytes are those on the wire, headers and pictures included.
- Material is as it comes: it asks Google for its fonts. Nobody outside can be reached while this is
  measured, so these requests are counted and fail at once, and the fonts cost it nothing: that is
  in its favour.
- Compare the ratios. Other work on the machine moves what is seen more than what is reckoned.

## Measure it yourself

```sh
sh scripts/test tests/test_benchmarks.py
PATH=$PWD/.venv/bin:$PATH python3 -m benchmarks.pages
```

The first line installs the browser, the server and Lighthouse.
"""

_HEAD = """\
| | largest paint, ms | × | seen, ms | × | requests | to other hosts | bytes | × |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""


@dataclass(frozen=True, slots=True)
class View:
    """The first view of a page: milliseconds, requests in all and to other hosts, bytes."""

    paint: float
    seen: float
    requests: float
    elsewhere: float
    size: float


def typical(views: Sequence[View]) -> View:
    """The median of each figure."""
    return View(*(median(getattr(view, field.name) for view in views) for field in fields(View)))


def table(views: Mapping[str, View]) -> str:
    """A Markdown table with one row a contender, ours first: the others are set against it."""
    ours = next(iter(views.values()))
    return _HEAD + "".join(
        f"| {name} | {view.paint:,.0f} | {view.paint / ours.paint:.2f} | {view.seen:,.0f} | "
        f"{view.seen / ours.seen:.2f} | {view.requests:.0f} | {view.elsewhere:.0f} | "
        f"{view.size:,.0f} | {view.size / ours.size:.2f} |\n"
        for name, view in views.items()
    )


def document(
    views: Mapping[str, View], scores: Mapping[str, Sequence[int]], options: Namespace
) -> str:
    """The whole of docs/performance-pages.md; `scores` are those of each round, by kind of page."""
    scored = "".join(f"| {kind} | {median(of_one):.0f} |\n" for kind, of_one in scores.items())
    return _PAGE.format(
        count=options.articles,
        views=table(views),
        scores=f"| page | of 100 |\n|---|---:|\n{scored}",
        date=f"{options.date:%-d %B %Y}",
        rounds="1 round" if options.rounds == 1 else f"{options.rounds} rounds",
        machine=machine(),
    )
