"""`publisher ping`: search engines and feed readers learn what changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publisher.cli import as_document, config_option, format_option, read, stop
from publisher.site import digests, pings


@click.command()
@click.option(
    "--before",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The digests.json that stood on the site before it was deployed; `{}` for the first time.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be sent.")
@format_option("text", "json")
@config_option
def command(*, before: Path, dry_run: bool, form: str, config_file: str) -> None:
    """Tell search engines (IndexNow) and feed readers (WebSub) what a deploy changed, once.

    It compares the list BEFORE with the one in the site as it was built and deployed. What does
    not arrive is told, and ends the command with 1; it is not sent again.

    Example: publisher ping --before before.json --dry-run
    """
    overview = read(config_file)
    publication = overview.publication
    lists = [_read(file) for file in (before, overview.site / digests.FILE)]
    told = [
        (message, "" if dry_run else pings.send(message, publication.site_url))
        for message in pings.messages(publication, *lists)
    ]
    if form == "json":
        click.echo(as_document({"messages": [_told(*each, sent=not dry_run) for each in told]}))
    else:
        click.echo("".join(_line(*each) for each in told) or "nothing to tell\n", nl=False)
    if any(problem for _, problem in told):
        sys.exit(1)


def _read(file: Path) -> digests.Digests:
    try:
        return digests.read(file.read_text("utf-8"))
    except OSError as problem:
        stop(f"{file}: {problem.strerror}; `publisher build` writes {digests.FILE}", code=2)
    except ValueError as problem:
        stop(f"{file}: {problem}", code=2)


def _told(message: pings.Message, problem: str, *, sent: bool) -> dict[str, object]:
    return {
        "service": message.service,
        "to": message.to,
        "about": list(message.about),
        "sent": sent and not problem,
        "problem": problem,
    }


def _line(message: pings.Message, problem: str) -> str:
    heading = f"{message.service}, {message.to}{f': not sent, {problem}' if problem else ''}\n"
    return heading + "".join(f"  {url}\n" for url in message.about)
