"""`publisher announce`: what is due goes out, once on each network."""

from __future__ import annotations

import os
import sys

import click

from publisher.announcing import Announcement
from publisher.cli import (
    announcement_of,
    as_document,
    as_of_option,
    by_option,
    config_option,
    format_option,
    summarise,
)
from publisher.social import report
from publisher.social.report import Report


@click.command()
@click.option("--dry-run", is_flag=True, help="Print the plan, and why the rest is not due.")
@click.option("--only", metavar="CHANNEL|ARTICLE", help="One network, or one article.")
@click.option("--limit", type=click.IntRange(min=1), help="Send at most so many posts.")
@click.option("--seed", is_flag=True, help="Send nothing; all that is out counts as seen.")
@click.option(
    "--sent",
    nargs=3,
    metavar="ARTICLE CHANNEL URL",
    help="Send nothing; somebody has posted this by hand.",
)
@click.option(
    "--not-sent",
    nargs=2,
    metavar="ARTICLE CHANNEL",
    help="Send nothing; what somebody said to have posted is not out after all.",
)
@click.option(
    "--occasion",
    metavar="OCCASION",
    help="With --sent: which of its posts, as again-1 (default: the first that is not out).",
)
@format_option("text", "json")
@by_option
@as_of_option
@config_option
def command(  # noqa: PLR0913 - one for each option
    *,
    dry_run: bool,
    only: str | None,
    limit: int | None,
    seed: bool,
    sent: tuple[str, str, str] | None,
    not_sent: tuple[str, str] | None,
    occasion: str | None,
    form: str,
    by: str,
    config_file: str,
) -> None:
    """Send what is due and approved to every network, once.

    It ends with 1 where something did not go out, or nobody knows whether it did.

    Example: publisher announce --dry-run
    """
    to_send = not (sent or not_sent or seed)
    announcement = announcement_of(config_file, to_send=to_send)
    if only and not announcement.knows(only):
        message = f"`{only}` is no network that is used here, and no article that can be read"
        raise click.UsageError(message)
    if dry_run and (sent or not_sent or seed):
        message = "--dry-run shows a plan; --sent, --not-sent and --seed write something down"
        raise click.UsageError(message)
    if sent:
        key = announcement.deciding.sent(*sent, by, occasion)
        click.echo(f"Posted by hand: {announcement.called(key)}")
        undo = " ".join(("publisher announce --not-sent", *sent[:2]))
        click.echo(f"To undo: {undo}", err=True)
    elif not_sent:
        key = announcement.deciding.not_sent(*not_sent, occasion)
        click.echo(f"Not out: {announcement.called(key)}")
    elif seed:
        click.echo(f"{announcement.seed()} posts count as seen and will not go out")
    elif dry_run:
        _tell(announcement.dry_run(only, limit), form)
    else:
        _announce(announcement, only, limit, form)


def _announce(announcement: Announcement, only: str | None, limit: int | None, form: str) -> None:
    told = announcement.run(only, limit, tell=lambda line: click.echo(line, err=True))
    _tell(told, form)
    summarise(report.as_summary(told))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo(report.warnings(told), err=form == "json", nl=False)
    if told.failures or told.left or told.to_delete:
        sys.exit(1)


def _tell(told: Report, form: str) -> None:
    if form == "json":
        click.echo(as_document(report.as_document(told)))
    else:
        click.echo(report.as_text(told), nl=False)
