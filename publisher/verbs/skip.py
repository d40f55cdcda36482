"""`publisher skip`: a post never goes out."""

from __future__ import annotations

import click

from publisher.cli import announcement_of, as_of_option, by_option, config_option, stop


@click.command()
@click.argument("article")
@click.argument("channel", required=False)
@click.option("--reason", required=True, help="Why; everybody who reads the ledger sees it.")
@by_option
@as_of_option
@config_option
def command(article: str, channel: str | None, reason: str, by: str, config_file: str) -> None:
    """Never send ARTICLE, a path, slug or id, on CHANNEL, or on any network where it waits.

    Example: publisher skip put-the-plain-word-first --reason "The clinic has moved"
    """
    if not reason.strip():
        message = 'say why, as: --reason "The clinic has moved"'
        raise click.UsageError(message)
    announcement = announcement_of(config_file)
    skipped = announcement.deciding.skip(article, channel, reason, by)
    if not skipped:
        stop("nothing of it is left to skip; `publisher status` shows what became of it")
    for key in skipped:
        click.echo(f"Skipped: {announcement.called(key)}")
    click.echo("To undo: publisher release", err=True)
