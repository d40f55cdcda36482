"""`publisher approve`: somebody agrees to an article as it stands."""

from __future__ import annotations

from datetime import datetime

import click

from publisher.cli import config_option, ledger_of, read, stop
from publisher.content.article import Article
from publisher.overview import Overview
from publisher.settings import as_of
from publisher.social.records import Approval


@click.command()
@click.argument("article")
@click.option("--as", "person", metavar="PERSON", help="Who agrees: a key of people.yml.")
@click.option("--proxy", is_flag=True, help="They agreed elsewhere; you write it down for them.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="With --proxy: when they agreed.")
@click.option("--kept-at", metavar="PLACE", help="With --proxy: where that can be read.")
@click.option("--undo", is_flag=True, help="Take the approval away.")
@config_option
def command(  # noqa: PLR0913 - one for each option
    *,
    article: str,
    person: str | None,
    proxy: bool,
    date: datetime | None,
    kept_at: str | None,
    undo: bool,
    config_file: str,
) -> None:
    """Record that PERSON agrees to ARTICLE, a path, slug or id; any change to it voids that.

    Example: publisher approve the-first-hour --as health-literacy-team
    """
    overview = read(config_file, drafts=True)
    meant = _meant(overview, article)
    if undo:
        ledger_of(config_file).withdraw_approval(meant.id or "")
        click.echo(f"{meant.path}: no approval stands")
        return
    _refuse_incomplete(proxy=proxy, date=date, kept_at=kept_at)
    by = approver(overview, meant, person, "--as")
    agreed = date.date() if date else None
    approval = Approval(
        digest=meant.digest, by=by, at=as_of(), proxy=proxy, agreed=agreed, kept_at=kept_at
    )
    ledger_of(config_file).approve(meant.id or "", approval)
    click.echo(f"{meant.path}: approved by {by} as it stands, digest {meant.digest[:12]}")
    click.echo(f"To undo: publisher approve {meant.slug} --undo", err=True)


def _meant(overview: Overview, name: str) -> Article:
    article = overview.named(name)
    if article is None:
        stop(f"no article `{name}` can be read; name one by path, slug or id")
    if article.id is None:
        stop(f"{article.path}: it has no id yet; `publisher check --fix` writes one")
    return article


def approver(overview: Overview, article: Article, person: str | None, option: str) -> str:
    """Who agrees, by their key; ends with code 2 where that cannot be so."""
    known = overview.publication.people
    if person is None or person not in known:
        said = f"`{person}` is not in people.yml" if person else f"say who agrees, with {option}"
        message = f"{said}; it has {', '.join(sorted(known)) or 'nobody'}"
        raise click.UsageError(message)
    if person in article.authors:
        message = f"`{person}` is an author of it; somebody else must agree"
        raise click.UsageError(message)
    return person


def _refuse_incomplete(*, proxy: bool, date: datetime | None, kept_at: str | None) -> None:
    if proxy and not (date and kept_at):
        message = "--proxy needs --date and --kept-at: when they agreed, and where that can be read"
        raise click.UsageError(message)
    if not proxy and (date or kept_at):
        message = "--date and --kept-at go with --proxy"
        raise click.UsageError(message)
