"""`publisher new`: the beginning of an article."""

from __future__ import annotations

import os

import click

from publisher.cli import config_option, read, stop
from publisher.content import drafting
from publisher.content.ids import new_id
from publisher.content.publication import Publication
from publisher.importing.slugs import slugify


@click.command()
@click.argument("title")
@click.option("--author", help="A key of people.yml (default: its first).")
@config_option
def command(title: str, author: str | None, config_file: str) -> None:
    """Write a valid draft called TITLE, with the next questions in it.

    Example: publisher new "What a fever is for"
    """
    title = " ".join(title.split())
    if not title:
        stop('write what the article is called, as: publisher new "What a fever is for"', code=2)
    publication = read(config_file).publication
    author = author or _first_author(publication)
    slug, year = slugify(title), f"{publication.as_of:%Y}"
    file = publication.root / publication.content / "articles" / year / f"{slug}.md"
    if file.exists() or (file.with_suffix("") / "index.md").exists():
        stop(f"{os.path.relpath(file)}: there is an article here already; choose another title")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(drafting.draft(title, author, new_id()), encoding="utf-8")
    click.echo(os.path.relpath(file))


def _first_author(publication: Publication) -> str:
    """The first of people.yml, where a team is made if nobody stands there yet."""
    if publication.people:
        return next(iter(publication.people))
    file = publication.root / publication.content / "people.yml"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("editorial-team:\n  name: Editorial team\n  kind: team\n", encoding="utf-8")
    return "editorial-team"
