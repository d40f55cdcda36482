"""`publisher check`: what is wrong, and what to write instead."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from publisher.cli import (
    as_of_option,
    config_option,
    exit_with,
    findings_of,
    format_option,
    read,
    stop,
)
from publisher.content import drafting
from publisher.diagnostics import FORMATS
from publisher.finding import Finding
from publisher.outside import snapshot_of
from publisher.overview import FAMILIES, Overview, selected
from publisher.settings import as_of
from publisher.social import replaced, snippets


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@format_option(*FORMATS)
@click.option("--select", multiple=True, metavar="FAMILY|ID", help="Only these checks.")
@click.option("--site", is_flag=True, help="Look at the site as it was built, and its links, too.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@as_of_option
@config_option
def command(  # noqa: PLR0913 - what the command line offers, by name
    *,
    paths: Sequence[Path],
    form: str,
    select: Sequence[str],
    site: bool,
    fix: bool,
    config_file: str,
) -> None:
    """Say what is wrong with the publication, or with PATHS in it, and what to write instead.

    Example: publisher check content/articles/2026
    """
    overview = read(config_file)
    root = overview.publication.root
    _refuse_unknown(select, paths, root)
    if fix:
        for path in drafting.write_ids(overview.publication):
            click.echo(f"{path}: wrote an id", err=True)
        overview = read(config_file)
    found = findings_of(overview, _lost(overview))
    if site:
        found = sorted([*found, *_audit(overview, select)], key=lambda finding: finding.sort_key)
    findings = selected(found, root, select, paths)
    click.echo(FORMATS[form](findings, root), nl=False)
    exit_with(findings)


def _lost(overview: Overview) -> Iterator[Finding]:
    """Published ids that are gone while a similar article is here, as far as a ledger tells."""
    publication, root = overview.publication, overview.publication.root
    if publication.is_sample:
        return
    without = "Nothing is said of articles that lost the id under which they were published."
    snapshot = snapshot_of(root, publication.settings, as_of, without)
    read = {article.path for article in publication.articles}
    there = {about.path for about in snapshot.articles.values() if (root / about.path).exists()}
    faults = replaced.faults(publication.articles, snapshot, there - read)
    yield from snippets.findings(root, faults)


def _audit(overview: Overview, select: Sequence[str]) -> Iterator[Finding]:
    """What is to be mended in the built site, of which there must be one."""
    where = f"{os.path.relpath(overview.site)}/"
    if not (overview.site / "index.html").is_file():
        stop(f"there is no site in {where}; `publisher build` makes it", code=2)
    if newer := overview.stale():
        changed = os.path.relpath(newer)
        click.echo(f"{where} is older than {changed}; `publisher build` makes it anew", err=True)
    return overview.audit(select)


def _refuse_unknown(select: Sequence[str], paths: Sequence[Path], root: Path) -> None:
    """A word or path that can select nothing is a mistake, not a clean bill of health."""
    for name in select:
        if not any(f"{name}-".startswith(f"{family}-") for family in FAMILIES):
            message = f"`{name}` is no family of checks; they are {', '.join(sorted(FAMILIES))}"
            raise click.UsageError(message)
    for path in paths:
        if not path.absolute().is_relative_to(root):
            message = f"{path} does not lie in this publication, {root}"
            raise click.UsageError(message)
