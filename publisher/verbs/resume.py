"""`publisher resume`: the end of a hold."""

from __future__ import annotations

from datetime import datetime

import click

from publisher.cli import announcement_of, config_option
from publisher.content.publication import Publication
from publisher.social.moments import told
from publisher.social.wishes import Wish


@click.command()
@click.option("--by", envvar="GITHUB_ACTOR", metavar="PERSON", help="Who decided it.")
@config_option
def command(by: str | None, config_file: str) -> None:
    """End the hold, and list what came out and which posts came due while it stood.

    Nothing is sent by that: each of the posts waits for `publisher release` or `publisher skip`.

    Example: publisher resume --by communications-team
    """
    announcement = announcement_of(config_file)
    announcement.notice_during_hold()
    hold = announcement.ledger.resume(by)
    if hold is None:
        click.echo("No hold stands.")
        return
    until = hold.until or hold.since
    since = told(hold.since, announcement.publication.settings.zone)
    click.echo(f"The hold of {since} is over: {hold.reason}")
    for line in _came_out(announcement.publication, hold.since, until):
        click.echo(line)
    for wish in announcement.held_back(announcement.ledger.read()):
        click.echo(_came_due(wish))
    click.echo('To stop again: publisher hold --reason "…"', err=True)


def _came_out(publication: Publication, since: datetime, until: datetime) -> list[str]:
    current = publication.current
    meanwhile = [article for article in current if since <= article.published <= until]
    return [f"Came out meanwhile: {article.path}" for article in reversed(meanwhile)]


def _came_due(wish: Wish) -> str:
    slug, channel = wish.article.slug, wish.channel
    return (
        f"Came due meanwhile: {slug} on {channel} ({wish.occasion})\n"
        f"  publisher release {slug} {channel}\n"
        f'  publisher skip {slug} {channel} --reason "…"'
    )
