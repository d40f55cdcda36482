"""`publisher references`: were the works behind what is published retracted or corrected?"""

from __future__ import annotations

import sys
from datetime import timedelta

import click

from publisher.cli import as_document, as_of_option, config_option, format_option, read
from publisher.content.publication import Publication
from publisher.looking_up import looked_up, report
from publisher.looking_up.asking import asker
from publisher.looking_up.kept import FILE_NAME, Kept
from publisher.settings import as_of


@click.command()
@format_option("text", "json", "issue")
@click.option(
    "--days",
    default=6,
    show_default=True,
    type=click.IntRange(0, 365),
    help="How old an answer may be that is kept from an earlier run.",
)
@as_of_option
@config_option
def command(form: str, days: int, config_file: str) -> None:
    """Look the works up that published articles cite, and report retractions and corrections.

    Crossref, PubMed and ClinicalTrials.gov are asked, one question after the other. It ends with 1
    where a work needs somebody; a service that does not answer is told and changes nothing.

    Example: publisher references --format json
    """
    publication = read(config_file).publication
    found = _report(publication, days)
    if form == "json":
        click.echo(as_document(report.as_document(found)))
    elif form == "issue":
        told = report.issue(found)
        click.echo(told.body if told else "", nl=False)
    else:
        click.echo(report.as_text(found), nl=False)
    if found.entries:
        sys.exit(1)


def _report(publication: Publication, days: int) -> report.Report:
    cache = Kept(publication.root / FILE_NAME, as_of(), timedelta(days=days))
    asked = looked_up(publication, publication.current, asker(publication), cache, pages=False)
    return report.report(asked)
