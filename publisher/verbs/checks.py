"""`publisher checks`: what is looked for, and why."""

from __future__ import annotations

import click

from publisher.check_pages import FORMATS
from publisher.checks import rules
from publisher.cli import format_option


@click.command()
@click.argument("check", required=False)
@format_option(*FORMATS)
def command(check: str | None, form: str) -> None:
    """List all checks, or show the page of CHECK: the rule, its source, and examples.

    Example: publisher checks words-sentence
    """
    if check is not None and check not in rules():
        message = f"`{check}` is no check; `publisher checks` lists them"
        raise click.UsageError(message)
    click.echo(FORMATS[form]([check] if check else list(rules())))
