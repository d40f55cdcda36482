"""`python3 -m benchmarks`: build the same articles with every contender, and compare."""

from __future__ import annotations

import argparse
import importlib
import logging
import pkgutil
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks import contenders, environment, report
from benchmarks.contender import Contender, page
from benchmarks.measuring import Cost, FailedError, run
from benchmarks.writing import Article, write_articles

log = logging.getLogger("benchmarks")

OURS = "publisher"
PAGE = environment.PROJECT / "docs" / "performance.md"


def found() -> dict[str, Contender]:
    """Every contender by the name of its file."""
    names = sorted(module.name for module in pkgutil.iter_modules(contenders.__path__))
    modules = (importlib.import_module(f"{contenders.__name__}.{name}") for name in names)
    return {name: module.contender for name, module in zip(names, modules, strict=True)}


def build(contender: Contender, articles: Sequence[Article], folder: Path) -> Cost:
    """Build `articles` in a fresh `folder`; raises FailedError unless every page is whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    contender.write(articles, folder)
    log.info("%s: %d articles", contender.name, len(articles))
    cost = run(contender.command, folder, environment.variables())
    for article in articles:
        built = folder / page(article)
        if not built.is_file() or article.last_words not in built.read_text("utf-8"):
            message = f"{contender.name} built no whole page for {article.slug}"
            raise FailedError(message)
    return cost


def race(chosen: Mapping[str, Contender], articles: Sequence[Article], rounds: int) -> list[Cost]:
    """The typical cost of each, in the order given; each round runs the other way round."""
    costs: dict[str, list[Cost]] = {name: [] for name in chosen}
    order = list(chosen)
    for _ in range(rounds):
        for name in order:
            costs[name].append(build(chosen[name], articles, environment.CACHE / name))
        order.reverse()
    return [report.typical(of_one) for of_one in costs.values()]


def main() -> None:
    """Measure and print; write docs/performance.md when nobody was left out."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    known = found()
    options = _options(known)
    chosen = {name: known[name] for name in known if name in {OURS, *options.contenders}}
    environment.prepare()
    try:
        costs = race(chosen, write_articles(options.articles, options.seed), options.rounds)
    except FailedError as problem:
        sys.exit(str(problem))
    results = dict(zip(chosen, costs, strict=True))
    table = report.table({chosen[name].name: results[name] for name in chosen}, results[OURS])
    sys.stdout.write(table)
    if chosen == known:
        lines = report.versions(known.values(), environment.versions())
        PAGE.write_text(report.document(table, options, lines), "utf-8")
        log.info("written to %s", PAGE.relative_to(environment.PROJECT))


def _options(known: Mapping[str, Contender]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks", description=__doc__)
    parser.add_argument(
        "contenders",
        nargs="*",
        default=list(known),
        metavar="CONTENDER",
        help=f"measure only these and ourselves ({', '.join(known)})",
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--rounds", type=int, default=1, help="how often (default: once)")
    parser.add_argument("--seed", type=int, default=1, help="which articles (default: 1)")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        help="the day that the report bears (default: today)",
    )
    options = parser.parse_args()
    if unknown := set(options.contenders) - set(known):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return options


if __name__ == "__main__":
    main()
