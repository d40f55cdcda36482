"""`publisher hold`: the crisis switch."""

from __future__ import annotations

import click

from publisher.cli import config_option, ledger_of, zone_of
from publisher.social.moments import told


@click.command()
@click.option("--reason", required=True, help="Why; everybody who reads the ledger sees it.")
@click.option("--by", envvar="GITHUB_ACTOR", metavar="PERSON", help="Who decided it.")
@config_option
def command(reason: str, by: str | None, config_file: str) -> None:
    """Stop all announcements, one that is under way too, until somebody resumes them.

    Example: publisher hold --reason "A colleague has died"
    """
    if not reason.strip():
        message = 'say why, as: --reason "A colleague has died"'
        raise click.UsageError(message)
    hold = ledger_of(config_file).hold(reason, by)
    since = told(hold.since, zone_of(config_file))
    who = f" by {hold.by}" if hold.by else ""
    click.echo(f"A hold stands since {since}{who}: {hold.reason}")
    click.echo("Nothing is announced until: publisher resume", err=True)
