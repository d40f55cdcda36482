"""`publisher statement`: what has to be said now goes out, past a hold too."""

from __future__ import annotations

import click

from publisher.cli import by_option, config_option, findings_of, ledger_of, read, stop
from publisher.content.article import Article, Pillar, Status
from publisher.finding import Severity
from publisher.overview import Overview
from publisher.settings import as_of
from publisher.social.sign_offs import commit_with, signed
from publisher.verbs.approve import approver


@click.command()
@click.argument("article")
@click.option("--approved-by", "person", metavar="PERSON", help="Who agreed: a key of people.yml.")
@click.option("--end", is_flag=True, help="Take its banner down.")
@by_option
@config_option
def command(*, article: str, person: str | None, end: bool, by: str, config_file: str) -> None:
    """Let the statement ARTICLE, a path, slug or id, go out now, on the word of one PERSON.

    It goes out during a hold, in quiet hours, past spacing and daily maximum, and is a banner on
    every page until it is taken down with --end. `publisher new --from outage` begins one.

    Example: publisher statement our-phones-are-down --approved-by communications-team
    """
    overview = read(config_file, drafts=True)
    meant = overview.named(article)
    if meant is None or meant.id is None:
        stop(f"no article `{article}` with an id can be read; name one by path, slug or id")
    if end:
        ended = ledger_of(config_file).end_statement(meant.id, by)
        click.echo(f"{meant.path}: {'the banner is down' if ended else 'no banner stood'}")
        return
    _refuse_unfinished(overview, meant)
    digest, agreed = meant.digest, approver(overview, meant, person, "--approved-by")
    commit = commit_with(overview.publication, meant)
    approval = signed(overview.publication, meant, commit, by=agreed, at=as_of())
    ledger_of(config_file).release_statement(meant.id, approval)
    click.echo(f"{meant.path}: released on the word of {agreed}, digest {digest[:12]}")
    click.echo("It goes out with the next `publisher announce`, and the next build shows it.")
    click.echo(f"To take the banner down: publisher statement {meant.slug} --end", err=True)


def _refuse_unfinished(overview: Overview, article: Article) -> None:
    """End with code 1 where it is no statement, is not ready, or has an error in it."""
    if article.pillar is not Pillar.STATEMENT:
        stop(
            f"{article.path}: its pillar is `{article.pillar}`; only a `statement` goes past a hold"
        )
    if article.status is not Status.READY:
        stop(f"{article.path}: its status is `{article.status}`; write `status: ready`")
    if article.published > overview.publication.as_of:
        stop(f"{article.path}: its date is still to come; write the moment, as 2026-03-14T03:20")
    for finding in findings_of(overview):
        if finding.path == article.path and finding.severity is Severity.ERROR:
            stop(f"{finding.path}:{finding.line}: {finding.message}; {finding.fix}")
