"""`publisher build`: the whole site."""

from __future__ import annotations

import os

import click

from publisher.cli import (
    as_of_option,
    build_site,
    config_option,
    configuration,
    exit_with,
    findings_of,
)
from publisher.diagnostics import as_text, has_errors
from publisher.finding import Finding
from publisher.overview import Overview


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

    def accept(overview: Overview) -> bool:
        findings.extend(findings_of(overview))
        click.echo(as_text(findings, overview.publication.root), err=True, nl=False)
        return not (strict and has_errors(findings))

    overview = build_site(config, accept, ledger=not preview)
    click.echo(f"{len(overview.publication.public)} articles are in {site}/", err=True)
    exit_with(findings)
