"""`publisher status`: what was announced, and what waits for somebody."""

from __future__ import annotations

import os
import sys

import click

from publisher.announcing import Announcement
from publisher.cli import (
    announcement_of,
    as_document,
    by_option,
    config_option,
    format_option,
    ledger_of,
    read,
)
from publisher.social import remaining, status
from publisher.social.channels import channels
from publisher.social.lapsing import leftovers
from publisher.social.sign_offs import SignOffs


@click.command()
@click.option("--verify", is_flag=True, help="Ask each network whether the posts are still there.")
@click.option("--only", type=click.Choice(list(channels())), help="With --verify: one network.")
@click.option("--settle", is_flag=True, help="With --verify: what is gone counts as deleted.")
@format_option("text", "json")
@by_option
@config_option
def command(  # noqa: PLR0913 - one for each option
    *, verify: bool, only: str | None, settle: bool, form: str, by: str, config_file: str
) -> None:
    """Show the ledger: unknown and failed posts first, with the way out; then all the others.

    With --verify, what readers can still see of it: nothing is posted again. It ends with 1 where
    something waits for somebody, or is gone.

    Example: publisher status --verify
    """
    if verify:
        _verify(announcement_of(config_file), only, form, by if settle else None)
        return
    if only or settle:
        message = "--only and --settle go with --verify"
        raise click.UsageError(message)
    snapshot = ledger_of(config_file).read()
    publication = read(config_file, drafts=True).publication
    left, judge = leftovers(publication, snapshot), SignOffs(publication, snapshot).of
    articles, zone = publication.articles, publication.settings.zone
    if form == "json":
        told = status.as_document(snapshot, articles, judge, left)
        click.echo(as_document(told))
    else:
        click.echo(status.as_text(snapshot, articles, zone, judge, left), nl=False)
    if left or status.needs_somebody(snapshot):
        sys.exit(1)


def _verify(announcement: Announcement, only: str | None, form: str, by: str | None) -> None:
    """Tell what is gone; with `by`, count it as deleted on that person's word."""
    snapshot = announcement.ledger.read()
    found = announcement.remaining(snapshot, only)
    slugs = status.slugs_of(snapshot, announcement.publication.articles)
    if form == "json":
        click.echo(as_document(remaining.as_document(found)))
    else:
        click.echo(remaining.as_text(found, slugs), nl=False)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo(remaining.warnings(found, slugs), err=form == "json", nl=False)
    if by is not None:
        remaining.settle(announcement.ledger, found, by)
        click.echo(f"Counted as deleted: {len(found.gone)}", err=True)
    if found.unclear or (found.gone and by is None):
        sys.exit(1)
