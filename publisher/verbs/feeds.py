"""`publisher feeds`: the feeds there are."""

from __future__ import annotations

import click

from publisher.cli import as_document, config_option, format_option, read
from publisher.site import feeds


@click.command()
@format_option("text", "json")
@config_option
def command(form: str, config_file: str) -> None:
    """List the feeds that the site has.

    Example: publisher feeds
    """
    publication = read(config_file).publication
    listed = [(link.title, publication.url(link.address)) for link in feeds.catalogue(publication)]
    if form == "json":
        click.echo(as_document({"feeds": [{"title": title, "url": url} for title, url in listed]}))
    else:
        click.echo("\n".join(f"{url}  {title}" for title, url in listed))
