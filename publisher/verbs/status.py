"""`publisher status`: what was announced, and what waits for somebody."""

from __future__ import annotations

import sys

import click

from publisher.cli import as_document, config_option, format_option, ledger_of, read
from publisher.social import status


@click.command()
@format_option("text", "json")
@config_option
def command(form: str, config_file: str) -> None:
    """Show the ledger: unknown and failed posts first, with the way out; then all the others.

    It ends with 1 where something waits for somebody.

    Example: publisher status --format json
    """
    snapshot = ledger_of(config_file).read()
    publication = read(config_file, drafts=True).publication
    articles, zone = publication.articles, publication.settings.zone
    if form == "json":
        click.echo(as_document(status.as_document(snapshot, articles)))
    else:
        click.echo(status.as_text(snapshot, articles, zone), nl=False)
    if status.needs_somebody(snapshot):
        sys.exit(1)
