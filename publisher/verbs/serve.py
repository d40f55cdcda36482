"""`publisher serve`: the site while it is written."""

from __future__ import annotations

import click

from publisher.cli import config_option, serve_site


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@config_option
def command(address: str, config_file: str) -> None:
    """Show the publication as it grows, drafts and embargoed articles too.

    Example: publisher serve
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        message = f"`{address}` is no address; write one as 127.0.0.1:8000"
        raise click.UsageError(message)
    serve_site(config_file, address)
