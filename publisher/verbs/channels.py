"""`publisher channels`: the networks there are."""

from __future__ import annotations

import click

from publisher.cli import as_document, format_option
from publisher.social.channels import channels


@click.command()
@format_option("text", "json")
def command(form: str) -> None:
    """List the networks, their limits and how many hashtags each post has there.

    Example: publisher channels
    """
    known = {
        key: {"name": channel.NAME, "limit": channel.LIMIT, "hashtags": channel.HASHTAGS}
        for key, channel in channels().items()
    }
    if form == "json":
        click.echo(as_document({"channels": known}))
        return
    for key, told in known.items():
        limits = f"at most {told['limit']:,} characters; hashtags: {told['hashtags']}"
        click.echo(f"{key:<10} {told['name']}: {limits}")
