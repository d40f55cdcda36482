"""The result in words and a table: what docs/performance.md says and the terminal shows."""

from __future__ import annotations

import os
import platform
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from statistics import median

from benchmarks.contender import PAGE_SIZE, Contender
from benchmarks.measuring import Cost

_HEAD = """\
| | processor, s | × | clock, s | × | peak memory, MB | × |
|---|---:|---:|---:|---:|---:|---:|
"""

_PAGE = """\
# Performance

<!-- Written by `python3 -m benchmarks`; change benchmarks/report.py, not this page. -->

{count} articles of about 650 words with headings, lists, tables, footnotes and links, by 40 teams
on 20 topics, built from nothing by one generator after the other. × is how many times what this
project needs; above 1 is worse than ours.

{table}
{date}, {rounds}, {machine}.

{versions}

## What is measured

- The whole program as a user starts it, with the processor time of everything it starts, and the
  peak memory of its largest process. A time is the median of the rounds; each round turns the
  order round.
- The same text for everyone, written as each wants it, and no cache of an earlier build. A result
  counts only when the page of every article is there and holds the article to its last words.
- Everyone builds article pages, listings in pages of {page_size}, topics and feeds, and all but
  Material as it comes a page for each author. Nobody minifies, or asks git or the network for
  anything.
- This project does more than the others: it checks every article and its posts for the networks,
  writes structured data, draws a share card for every article (about half of what it adds to
  pages and feeds) and builds a search index. A second build takes cards and index from what it
  kept. Hugo does least: its theme here is three small templates.
- The three that are written in Python spend most of their time in the same Python-Markdown, with
  the same extensions.
- Compare the ratios. The seconds are those of one machine on one day, and other work on it moves
  the clock more than the processor time.

## Measure it yourself

```sh
python3 -m benchmarks
```

It installs everything into `.cache/benchmark/`, at the versions and hashes that
`requirements/benchmark.txt` locks. `--articles` and `--rounds` change the size; name contenders to
measure only these (the page is written only when all are measured). How each is set up stands in
`benchmarks/contenders/`, one file for each.
"""


def typical(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, field.name) for cost in costs) for field in fields(Cost)))


def table(costs: Mapping[str, Cost], ours: Cost) -> str:
    """A Markdown table with one row a contender, the cheapest in processor time first."""
    ordered = sorted(costs.items(), key=lambda row: row[1].cpu)
    return _HEAD + "".join(f"| {name} | {_cells(cost, ours)} |\n" for name, cost in ordered)


def _cells(cost: Cost, ours: Cost) -> str:
    return (
        f"{cost.cpu:.1f} | {cost.cpu / ours.cpu:.2f} | "
        f"{cost.wall:.1f} | {cost.wall / ours.wall:.2f} | "
        f"{cost.memory:.0f} | {cost.memory / ours.memory:.2f}"
    )


def document(table: str, options: Namespace, versions: Sequence[str]) -> str:
    """The whole of docs/performance.md; `versions` are lines, one a contender."""
    return _PAGE.format(
        count=f"{options.articles:,}",
        table=table,
        date=f"{options.date:%-d %B %Y}",
        rounds="1 round" if options.rounds == 1 else f"{options.rounds} rounds",
        machine=machine(),
        versions="\n".join(f"- {line}" for line in versions),
        page_size=PAGE_SIZE,
    )


def versions(contenders: Iterable[Contender], installed: Mapping[str, str]) -> list[str]:
    """What was measured: `Hugo: hugo 0.168.0`."""
    return [
        f"{c.name}: {', '.join(f'{package} {installed[package]}' for package in c.packages)}"
        for c in contenders
    ]


def machine() -> str:
    """The machine by its class alone: whose it is, and what it is called, is nobody's business."""
    cores = os.cpu_count()
    return (
        f"{cores} processor core{'' if cores == 1 else 's'} ({platform.machine()}), "
        f"{platform.system()}, Python {platform.python_version()}"
    )
