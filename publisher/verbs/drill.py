"""`publisher drill`: the worst hour, rehearsed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from publisher.cli import config_option, read
from publisher.drilling import Drill
from publisher.settings import as_of


@click.command()
@config_option
def command(config_file: str) -> None:
    """Rehearse hold, statement and resume with made-up articles, and print a timed checklist.

    It happens in a folder of its own that is thrown away: nothing is sent, nothing is written into
    the ledger. docs/crisis.md says what people do meanwhile. It ends with 1 if a step went wrong.

    Example: publisher drill
    """
    overview = read(config_file)
    settings, theme = overview.publication.settings, overview.theme
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for step in Drill(Path(folder).resolve(), settings, theme, as_of()).steps():
            good &= step.good
            click.echo(f"[{'x' if step.good else ' '}] {step.seconds:5.1f} s  {step.words}")
    click.echo("Nothing was sent." if good else "Nothing was sent; a step went wrong.", err=True)
    if not good:
        sys.exit(1)
