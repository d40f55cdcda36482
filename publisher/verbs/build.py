"""`publisher build`: the whole site."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from publisher.cli import (
    as_of_option,
    build_site,
    config_option,
    configuration,
    exit_with,
    summarise,
    to_delete,
)
from publisher.diagnostics import as_text, has_errors
from publisher.finding import Finding
from publisher.site.generator import root_of
from publisher.social import lapsing


@click.command()
@click.option("--strict", is_flag=True, help="All or nothing: any error leaves the old site.")
@click.option("--preview", is_flag=True, help="As if no hold stood and nothing was posted.")
@as_of_option
@config_option
def command(*, strict: bool, preview: bool, config_file: str) -> None:
    """Check, then build the whole site; the old one stays until the new one is whole.

    Example: publisher build
    """
    config = configuration(config_file)
    site = os.path.relpath(config.site_dir)
    findings: list[Finding] = []

    def accept(found: Sequence[Finding]) -> bool:
        findings.extend(found)
        click.echo(as_text(found, root_of(config)), err=True, nl=False)
        return not (strict and has_errors(found))

    publication = build_site(config, accept, ledger=not preview).publication
    withheld = sorted(publication.withheld.paths)
    for path in withheld:
        click.echo(f"{path} is withheld: `publisher check` says what is to be mended", err=True)
    left = () if preview else to_delete(publication)
    for line in lapsing.as_lines(left):
        click.echo(line, err=True)
    summarise(lapsing.as_summary(left))
    click.echo(f"{len(publication.public)} articles are in {site}/", err=True)
    if withheld:
        sys.exit(1)
    exit_with(findings)
