"""`python3 -m benchmarks.checking`: what it costs to check, beside a linter of English prose.

The same articles are read by `publisher check`, with all its checks, and by proselint, which looks
for faults of style alone; each as a whole program, by processor time. It prints a table and writes
docs/performance-check.md.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import environment
from benchmarks.contenders import publisher
from benchmarks.measuring import Cost, run
from benchmarks.report import machine, typical
from benchmarks.writing import write_articles

log = logging.getLogger("benchmarks")

PAGE = environment.PROJECT / "docs" / "performance-check.md"

# What is found ends both with 1, which is no failure here.
_OURS = ("sh", "-c", "publisher check || [ $? = 1 ]")
_THEIRS = ("sh", "-c", "proselint check content/articles || [ $? = 1 ]")

_PAGE = """\
# Performance of the check

<!-- Written by `python3 -m benchmarks.checking`; change benchmarks/checking.py, not this page. -->

{articles} articles of about 650 words, each with its posts for seven networks.

| | processor, s | articles a second | × | peak memory, MB | × |
|---|---:|---:|---:|---:|---:|
{rows}

{date}, median of {rounds}, {machine}; proselint {version}. × is how many times what this project
needs; above 1 is worse than ours. Both are whole programs, from their start to their end.

- `publisher check` reads front matter, people and topics, composes every post, draws no card, and
  looks for everything in docs/checks.md.
- proselint reads the Markdown alone, and looks for faults of style: it is the nearest thing to the
  part of ours that concerns words. It knows nothing of patients, evidence, law, sign-off or form.
"""


def main() -> None:
    """Measure, print, and write the page."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.checking", description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    environment.prepare()
    folder = environment.CACHE / "checking"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    publisher.contender.write(write_articles(asked.articles), folder)
    ours, theirs = (_measured(command, folder, asked.rounds) for command in (_OURS, _THEIRS))
    page = _page(ours, theirs, asked)
    sys.stdout.write(page)
    PAGE.write_text(page, "utf-8")


def _measured(command: Sequence[str], folder: Path, rounds: int) -> Cost:
    log.info(command[-1])
    return typical([run(command, folder, environment.variables()) for _ in range(rounds)])


def _page(ours: Cost, theirs: Cost, asked: argparse.Namespace) -> str:
    rows = "\n".join(
        _row(name, cost, ours, asked.articles)
        for name, cost in (("this project", ours), ("proselint", theirs))
    )
    return _PAGE.format(
        articles=asked.articles,
        rows=rows,
        date=datetime.now(UTC).date(),
        rounds=asked.rounds,
        machine=machine(),
        version=environment.versions()["proselint"],
    )


def _row(name: str, cost: Cost, ours: Cost, articles: int) -> str:
    return (
        f"| {name} | {cost.cpu:.1f} | {articles / cost.cpu:.0f} | {cost.cpu / ours.cpu:.1f} "
        f"| {cost.memory:.0f} | {cost.memory / ours.memory:.1f} |"
    )


if __name__ == "__main__":
    main()
