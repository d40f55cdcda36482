"""`publisher snippets`: the posts as they would go out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from publisher.cli import as_of_option, config_option, exit_with, format_option, read
from publisher.diagnostics import as_text
from publisher.social import preview, snippets


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@format_option(*preview.FORMATS)
@as_of_option
@config_option
def command(articles: Sequence[str], form: str, config_file: str) -> None:
    """Show exactly the posts that would go out, for every network.

    All that is published now, or each ARTICLE named by path, slug or id, published or not.

    Example: publisher snippets put-the-plain-word-first --format html > posts.html
    """
    overview = read(config_file, drafts=bool(articles))
    named = [overview.named(name) for name in articles]
    unknown = [name for name, article in zip(articles, named, strict=True) if article is None]
    for name in unknown:
        click.echo(f"no article `{name}` can be read; name one by path, slug or id", err=True)
    posts = overview.posts(filter(None, named) if articles else None)
    if form == "html":
        click.echo(preview.as_html(posts.snippets, posts.faults, overview.pictures()))
    else:
        click.echo(preview.FORMATS[form](posts.snippets), nl=False)
    root = overview.publication.root
    findings = list(snippets.findings(root, posts.faults))
    click.echo(as_text(findings, root) if findings else "", err=True, nl=False)
    if unknown:
        sys.exit(1)
    exit_with(findings)
