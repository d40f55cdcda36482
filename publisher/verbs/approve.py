"""`publisher approve`: somebody agrees to an article as it stands."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from publisher import checks
from publisher.cli import config_option, ledger_of, read, stop
from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.content.source import Source
from publisher.overview import Overview
from publisher.reviewing import Desk, Event, ReviewError
from publisher.settings import as_of
from publisher.social.sign_offs import commit_with, signed


@click.command()
@click.argument("article", required=False)
@click.option("--as", "person", metavar="PERSON", help="Who agrees: a key of people.yml.")
@click.option("--proxy", is_flag=True, help="They agreed elsewhere; you write it down for them.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="With --proxy: when they agreed.")
@click.option("--kept-at", metavar="PLACE", help="With --proxy: where that can be read.")
@click.option("--undo", is_flag=True, help="Take the approval away.")
@click.option(
    "--github-review",
    "event",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Write down what GitHub tells of a review, for the articles in its pull request.",
)
@config_option
def command(  # noqa: PLR0913 - one for each option
    *,
    article: str | None,
    person: str | None,
    proxy: bool,
    date: datetime | None,
    kept_at: str | None,
    undo: bool,
    event: Path | None,
    config_file: str,
) -> None:
    """Record that PERSON agrees to ARTICLE, a path, slug or id; only spelling may change after.

    Example: publisher approve the-first-hour --as health-literacy-team
    """
    overview = read(config_file, drafts=True)
    if event is not None:
        _record(Desk(overview.publication, ledger_of(config_file)), event)
        return
    meant = _meant(overview, article)
    if undo:
        undone = ledger_of(config_file).withdraw_approval(meant.id or "")
        told = "the approval is undone" if undone else "there was no approval to undo"
        click.echo(f"{meant.path}: {told}")
        return
    agreed = date.date() if date else None
    _refuse_incomplete(proxy=proxy, date=date, kept_at=kept_at)
    _refuse_untellable(overview.publication, agreed, kept_at or "")
    by = approver(overview, meant, person, "--as", agreed)
    commit = commit_with(overview.publication, meant)
    how = {"proxy": proxy, "agreed": agreed, "kept_at": kept_at}
    approval = signed(overview.publication, meant, commit, by=by, at=as_of(), **how)
    ledger_of(config_file).approve(meant.id or "", approval)
    click.echo(f"{meant.path}: approved by {by} as it stands, digest {meant.digest[:12]}")
    click.echo(f"To undo: publisher approve {meant.slug} --undo", err=True)


def _record(desk: Desk, event: Path) -> None:
    try:
        for line in desk.record(Event.read(event)):
            click.echo(line)
    except ReviewError as problem:
        stop(str(problem))


def _meant(overview: Overview, name: str | None) -> Article:
    if name is None:
        message = "name an article by path, slug or id"
        raise click.UsageError(message)
    article = overview.named(name)
    if article is None:
        stop(f"no article `{name}` can be read; name one by path, slug or id")
    if article.id is None:
        stop(f"{article.path}: it has no id yet; `publisher check --fix` writes one")
    return article


def approver(
    overview: Overview,
    article: Article,
    person: str | None,
    option: str,
    agreed: date | None = None,
) -> str:
    """Who agrees, by their key, on the day `agreed`, or today; ends with code 2 where none can."""
    known = overview.publication.people
    if person is None or person not in known:
        said = f"`{person}` is not in people.yml" if person else f"say who agrees, with {option}"
        message = f"{said}; it has {', '.join(sorted(known)) or 'nobody'}"
        raise click.UsageError(message)
    if person in article.authors:
        message = f"`{person}` is an author of it; somebody else must agree"
        raise click.UsageError(message)
    if known[person].had_left(agreed or overview.publication.today):
        message = f"`{person}` left on {known[person].left}; somebody who is there must agree"
        raise click.UsageError(message)
    return person


def _refuse_incomplete(*, proxy: bool, date: datetime | None, kept_at: str | None) -> None:
    if proxy and not (date and kept_at):
        message = "--proxy needs --date and --kept-at: when they agreed, and where that can be read"
        raise click.UsageError(message)
    if not proxy and (date or kept_at):
        message = "--date and --kept-at go with --proxy"
        raise click.UsageError(message)


def _refuse_untellable(publication: Publication, agreed: date | None, kept_at: str) -> None:
    """End with code 2 for a day to come, or for a place that tells of a patient.

    The ledger is in git, which forgets nothing; so the message does not repeat the place either.
    """
    if agreed and agreed > publication.today:
        message = f"--date {agreed} is still to come; write the day on which they agreed"
        raise click.UsageError(message)
    source = Source("--kept-at", kept_at, kept_at.encode())
    for finding in checks.findings_of_text(source, publication, _is_private):
        message = f"--kept-at tells of a patient: {finding.message}; say where it lies without that"
        raise click.UsageError(message)


def _is_private(check: str) -> bool:
    return check.startswith("privacy-")
