"""`publisher schema`: what an editor needs to check while one types."""

from __future__ import annotations

import click

from publisher.cli import as_document
from publisher.content.schema import KINDS, schema


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default="article")
def command(kind: str) -> None:
    """Print the JSON Schema of an article's front matter, or of another KIND of file.

    Example: publisher schema people
    """
    click.echo(as_document(schema(kind)))
