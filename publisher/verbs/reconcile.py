"""`publisher reconcile`: what may have gone out is settled by asking the network."""

from __future__ import annotations

import sys

import click

from publisher.cli import announcement_of, as_of_option, config_option
from publisher.social import report
from publisher.social.records import State


@click.command()
@as_of_option
@config_option
def command(config_file: str) -> None:
    """Ask the networks for every post of which nobody knows whether it went out.

    What they have counts as posted; what they surely lack goes out with the next announcement. It
    ends with 1 where something stays unknown.

    Example: publisher reconcile
    """
    announcement = announcement_of(config_file)
    settled = announcement.settle(announcement.ledger.read())
    click.echo(report.settled_text(settled) or "nothing is unknown\n", nl=False)
    if any(one.state is State.UNKNOWN for one in settled):
        sys.exit(1)
